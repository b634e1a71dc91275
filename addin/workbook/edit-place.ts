import { cellAddress } from '../../shared/workbook/address';
import { CellsInTheWayError, type RegionEdit } from '../../shared/workbook/cell-edits';
import { protectedSheet } from './workbook-error';

/** Where cells are to be written, and by how many rows their table must grow (0-based, as Office.js counts). */
export interface EditPlace {
  readonly worksheet: Excel.Worksheet;
  readonly table?: Excel.Table;
  /** What the table, or the used part of the sheet, takes up now, its header included. */
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
  /** Rows to add below. */
  readonly grow: number;
  readonly cells: RegionEdit['cells'];
}

const shape = 'rowIndex,columnIndex,rowCount,columnCount';

/** Finds the table or sheet of an edit and refuses what cannot be written: a protected sheet, a table with something below it. Writes nothing. */
export async function editPlace(context: Excel.RequestContext, { sheet, table: name, cells }: RegionEdit): Promise<EditPlace> {
  const worksheet = context.workbook.worksheets.getItemOrNullObject(sheet).load('name');
  const found = name === undefined ? undefined : context.workbook.tables.getItemOrNullObject(name).load('name,showTotals');
  await context.sync();
  if (worksheet.isNullObject || found?.isNullObject) throw new Error(`There is no table "${name ?? sheet}" to edit`);
  worksheet.protection.load('protected');
  const range = (found ? found.getRange() : worksheet.getUsedRangeOrNullObject(true)).load(shape);
  await context.sync();
  if (worksheet.protection.protected) throw protectedSheet(worksheet.name);
  const taken = range.isNullObject ? { row: 0, column: 0, rows: 0, columns: 0 } : { row: range.rowIndex, column: range.columnIndex, rows: range.rowCount, columns: range.columnCount };
  const totals = found?.showTotals ? 1 : 0;
  const bottom = Math.max(0, ...cells.filter(({ value }) => value !== null).map(({ row }) => row));
  const grow = Math.max(0, bottom - (taken.row + taken.rows - totals));
  const place = { worksheet, table: found, ...taken, grow, cells };
  if (found && grow > 0) await refuseWhatIsBelow(context, sheet, place, totals);
  return place;
}

/** Rows that join the table must not swallow what lies below it, its own totals among them. */
async function refuseWhatIsBelow(context: Excel.RequestContext, sheet: string, { worksheet, row, column, rows, columns, grow }: EditPlace, totals: number): Promise<void> {
  const used = worksheet.getRangeByIndexes(row + rows - totals, column, grow, columns).getUsedRangeOrNullObject(true).load('values,rowIndex,columnIndex');
  await context.sync();
  if (used.isNullObject && totals === 0) return;
  const values: readonly unknown[][] = used.isNullObject ? [] : used.values;
  const line = values.findIndex((cells) => cells.some((cell) => cell !== ''));
  const at = line < 0 ? cellAddress(row + rows, column + 1) : cellAddress(used.rowIndex + line + 1, used.columnIndex + values[line].findIndex((cell) => cell !== '') + 1);
  throw new CellsInTheWayError(sheet, at, grow);
}
