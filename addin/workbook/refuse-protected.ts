import { protectedSheet, protectedWorkbook } from './workbook-error';

/** Throws when a sheet that holds one of the tables is protected, or a table would need a sheet and none can be added. Writes nothing. */
export async function refuseProtected(context: Excel.RequestContext, tables: readonly string[]): Promise<void> {
  const found = tables.map((name) => context.workbook.tables.getItemOrNullObject(name).load('name,worksheet/name,worksheet/protection/protected'));
  const { protection } = context.workbook;
  protection.load('protected');
  await context.sync();
  for (const table of found) {
    if (table.isNullObject && protection.protected) throw protectedWorkbook();
    if (!table.isNullObject && table.worksheet.protection.protected) throw protectedSheet(table.worksheet.name);
  }
}
