import type { SheetPlace } from './sheet-place';

/**
 * Resizes our table to `rows` and `width`. What lies below or beside it moves aside, the rows that are no longer needed
 * are blanked; the table itself is never made anew, so names, links and charts on it stay whole.
 */
export async function makeRoom(
  context: Excel.RequestContext,
  place: SheetPlace,
  table: Excel.Table,
  rows: number,
  width: number,
): Promise<Excel.Table> {
  const { worksheet, row, column } = place;
  const oldWidth = place.headers.length;
  table.load('showTotals');
  await context.sync();
  const totals = table.showTotals;
  if (totals) table.showTotals = false;
  if (rows > place.rows)
    await free(
      context,
      worksheet.getRangeByIndexes(row + 1 + place.rows, column, rows - place.rows, width),
      Excel.InsertShiftDirection.down,
    );
  if (width > oldWidth)
    await free(context, worksheet.getRangeByIndexes(row, column + oldWidth, rows + 1, width - oldWidth), Excel.InsertShiftDirection.right);
  if (rows < place.rows) worksheet.getRangeByIndexes(row + 1 + rows, column, place.rows - rows, oldWidth).clear();
  if (rows !== place.rows || width !== oldWidth) table.resize(worksheet.getRangeByIndexes(row, column, rows + 1, width));
  if (totals) table.showTotals = true;
  await context.sync();
  return table;
}

/** Moves cells aside when the range holds any value of the user's. */
async function free(context: Excel.RequestContext, range: Excel.Range, shift: Excel.InsertShiftDirection): Promise<void> {
  const used = range.getUsedRangeOrNullObject(true);
  used.load('address');
  await context.sync();
  if (!used.isNullObject) range.insert(shift);
}
