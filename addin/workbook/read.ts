import type { Cell, Region, RegionName, WorkbookContent } from '../../shared/workbook/port';
import { readValues } from './read-values';
import { findRegions } from './regions';
import type { RegionPlace } from './regions';

/** Reads the wanted regions and the `rb_` names: values only, never formulas or formats. */
export async function readContent(context: Excel.RequestContext, wanted: (region: RegionName) => boolean): Promise<WorkbookContent> {
  const { regions } = await findRegions(context, wanted);
  const read: Region[] = [];
  for (const place of regions) read.push(await readRegion(context, place));
  return { regions: read, names: await readNames(context), date1904: await countsFrom1904(context) };
}

/** One region with all its values. */
export async function readRegion(context: Excel.RequestContext, place: RegionPlace): Promise<Region> {
  const { sheet, table, row, column, header } = place;
  const values = await readValues(context, place);
  const name = table === undefined ? { sheet } : { sheet, table };
  // A hidden header row takes no row of the sheet: the region then begins one row higher, so that data rows keep their numbers.
  return header
    ? { ...name, top: row, left: column + 1, values: [[...header], ...values] }
    : { ...name, top: row + 1, left: column + 1, values };
}

/** Values of single-cell workbook names that begin with `rb_`. */
async function readNames(context: Excel.RequestContext): Promise<Record<string, Cell>> {
  const all = context.workbook.names.load('items/name,items/type');
  await context.sync();
  const ours = all.items
    .filter(({ name, type }) => name.toLowerCase().startsWith('rb_') && type === 'Range')
    .map(({ name }) => ({ name, range: context.workbook.names.getItem(name).getRangeOrNullObject().load('values,rowCount,columnCount') }));
  if (ours.length === 0) return {};
  await context.sync();
  const single = ours.filter(({ range }) => !range.isNullObject && range.rowCount === 1 && range.columnCount === 1);
  return Object.fromEntries(single.map(({ name, range }) => [name, blankAsNull(range.values[0][0])]));
}

const blankAsNull = (value: unknown): Cell => (value === '' ? null : (value as Cell));

/** Serial number of 2000-01-01 in workbooks that count from 1900. */
const newYear2000 = 36_526;

/** Office.js does not tell a workbook's date system, but Excel's own DATE does. A host that cannot calculate DATE counts from 1900. */
export async function countsFrom1904(context: Excel.RequestContext): Promise<boolean> {
  try {
    const serial = context.workbook.functions.date(2000, 1, 1).load('value');
    await context.sync();
    return typeof serial.value === 'number' && serial.value < newYear2000;
  } catch {
    return false;
  }
}
