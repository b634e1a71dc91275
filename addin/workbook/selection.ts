import { tables } from '../../shared/contract';
import { matchHeaders } from '../../shared/contract/match';
import type { Cell } from '../../shared/workbook/port';
import { hasCode } from './in-excel';
import { readValues } from './read-values';
import { findRegions } from './regions';
import type { RegionPlace } from './regions';

/** Rows searched for the header of a sheet without tables. */
const bannerRows = 25;

/** Rows of a selected area, 0-based on its sheet. */
interface Area {
  readonly sheet: string;
  readonly row: number;
  readonly rows: number;
  readonly column: number;
  readonly columns: number;
}

/** Account IDs in the rows of the present selection, in order, each once. Empty where no column says Account ID. */
export async function readSelectedAccounts(context: Excel.RequestContext): Promise<string[]> {
  const areas = await selectedAreas(context);
  const sheets = new Set(areas.map(({ sheet }) => sheet));
  const { regions } = await findRegions(context, ({ sheet }) => sheets.has(sheet));
  const found: string[] = [];
  for (const region of regions) {
    const touched = areas.filter((area) => area.sheet === region.sheet && overlaps(area, region));
    if (touched.length > 0) found.push(...(await accountsIn(context, region, touched)));
  }
  return [...new Set(found)];
}

async function selectedAreas(context: Excel.RequestContext): Promise<Area[]> {
  const range = context.workbook.getSelectedRange().load('rowIndex,rowCount,columnIndex,columnCount');
  range.worksheet.load('name');
  try {
    await context.sync();
  } catch (fault) {
    // Excel refuses this call when the selection has several areas; only then the newer one is needed.
    if (hasCode(fault, 'InvalidSelection')) return severalAreas(context);
    throw fault;
  }
  return [areaOf(range, range.worksheet.name)];
}

async function severalAreas(context: Excel.RequestContext): Promise<Area[]> {
  const { areas, worksheet } = context.workbook.getSelectedRanges();
  worksheet.load('name');
  areas.load('items/rowIndex,items/rowCount,items/columnIndex,items/columnCount');
  await context.sync();
  return areas.items.map((range) => areaOf(range, worksheet.name));
}

const areaOf = ({ rowIndex, rowCount, columnIndex, columnCount }: Excel.Range, sheet: string): Area => ({
  sheet,
  row: rowIndex,
  rows: rowCount,
  column: columnIndex,
  columns: columnCount,
});

const overlaps = (area: Area, region: RegionPlace): boolean =>
  area.row < region.row + region.rows &&
  region.row < area.row + area.rows &&
  area.column < region.column + region.columns &&
  region.column < area.column + area.columns;

async function accountsIn(context: Excel.RequestContext, region: RegionPlace, areas: readonly Area[]): Promise<string[]> {
  const { worksheet } = region;
  const top = region.header
    ? [[...region.header]]
    : await readValues(context, { ...region, rows: Math.min(region.rows, region.table ? 1 : bannerRows) });
  const header = accountColumn(top);
  if (!header) return [];
  const first = region.header ? region.row : region.row + header.line + 1;
  const ids: string[] = [];
  for (const { row, rows } of areas) {
    const from = Math.max(row, first);
    const to = Math.min(row + rows, region.row + region.rows);
    if (to <= from) continue;
    const values = await readValues(context, { worksheet, row: from, column: region.column + header.column, rows: to - from, columns: 1 });
    ids.push(...values.map(([value]) => (value === null ? '' : String(value).trim())).filter(Boolean));
  }
  return ids;
}

/** Where the Account ID column is: line and column within the rows, by the contract's own spelling rules. */
function accountColumn(rows: readonly (readonly Cell[])[]): { line: number; column: number } | undefined {
  const fields = { accountId: tables.accounts.columns.accountId };
  for (const [line, cells] of rows.entries()) {
    const column = matchHeaders(cells, fields).columns.get('accountId');
    if (column !== undefined) return { line, column };
  }
  return undefined;
}
