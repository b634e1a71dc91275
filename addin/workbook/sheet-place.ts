import { freeSheetName } from '../../shared/workbook/sheet-name';
import type { SheetContent } from '../../shared/workbook/port';
import { hasCode } from './in-excel';
import { protectedSheet, protectedWorkbook } from './workbook-error';

/** Where a sheet's content goes (0-based row and column of the table's header). */
export interface SheetPlace {
  readonly worksheet: Excel.Worksheet;
  /** The table that was there; absent on a sheet just made. */
  readonly table?: Excel.Table;
  readonly row: number;
  readonly column: number;
  /** Headers and body rows of the table that was there. */
  readonly headers: readonly string[];
  readonly rows: number;
}

/** Row of the header below a heading of three lines and a blank one, 0-based. */
const headerRow = 4;

/** Our table wherever the user has put it, else a new sheet that touches none of the user's own. Refuses protected sheets. */
export async function sheetPlace(context: Excel.RequestContext, content: SheetContent): Promise<SheetPlace> {
  const { worksheets, tables } = context.workbook;
  const table = tables.getItemOrNullObject(content.table);
  table.load('name');
  worksheets.load('items/name');
  await context.sync();
  return table.isNullObject ? newPlace(context, content) : tablePlace(context, table);
}

async function newPlace(context: Excel.RequestContext, { sheet, heading }: SheetContent): Promise<SheetPlace> {
  const { worksheets } = context.workbook;
  const worksheet = worksheets.add(
    freeSheetName(
      sheet,
      worksheets.items.map((item) => item.name),
    ),
  );
  await context.sync().catch((fault: unknown) => {
    throw hasCode(fault, 'AccessDenied') ? protectedWorkbook() : fault;
  });
  return { worksheet, row: heading ? headerRow : 0, column: 0, headers: [], rows: 0 };
}

async function tablePlace(context: Excel.RequestContext, table: Excel.Table): Promise<SheetPlace> {
  const { worksheet } = table;
  worksheet.load('name');
  worksheet.protection.load('protected');
  const header = table.getHeaderRowRange().load('values,rowIndex,columnIndex');
  const body = table.getDataBodyRange().load('rowCount');
  await context.sync();
  if (worksheet.protection.protected) throw protectedSheet(worksheet.name);
  return { worksheet, table, row: header.rowIndex, column: header.columnIndex, headers: header.values[0].map(String), rows: body.rowCount };
}
