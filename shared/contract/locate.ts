import type { Adopted } from '../mapping/adopt-region';
import { locateMapped } from '../mapping/locate-mapped';
import { isMap } from '../mapping/map-rows';
import type { Cell, Region, RegionName, WorkbookContent } from '../workbook/port';
import { definitionOf, tableNames, type TableName } from '.';
import { looseHeader, matchHeaders, type Match } from './match';
import type { Table } from './table';
import { isBlank } from './cells/blank';

/** Sheets that REBAL writes; they are never input, whatever their headers say. */
const ownSheets = new Set(
  ['Trades', 'Scores', 'Exceptions', 'Data issues', 'Value added', 'Audit', 'Last prices', 'Orders', 'Compare', 'Frontier', 'Effective settings', 'Start', 'Setup'].map(looseHeader),
);

/** True for the sheets that REBAL writes. */
export const isOwnSheet = ({ sheet }: RegionName): boolean => ownSheets.has(looseHeader(sheet));

/** How many rows of a sheet may lie above its header. */
const bannerRows = 25;

/** A contract table found in a workbook. */
export interface Located {
  readonly name: TableName;
  readonly region: Region;
  /** Index of the header within `region.values`. */
  readonly headerIndex: number;
  readonly match: Match;
  /** Present when the map says how the user's own table is read; `region` then holds cells as they are read. */
  readonly adopted?: Adopted;
}

/** How well a region's name fits a table: 3 its `rb_` table, 2 another Excel table of that name, 1 a sheet of that name, 0 not at all. */
function fit({ sheet, table: excelTable }: RegionName, definition: Table): 0 | 1 | 2 | 3 {
  const tableName = excelTable?.toLowerCase();
  if (tableName === definition.excel.toLowerCase()) return 3;
  if (tableName?.startsWith('rb_') || ownSheets.has(looseHeader(sheet))) return 0;
  const names = namesOf(definition);
  if (tableName !== undefined && names.has(looseHeader(tableName).replace(/^(tbl|table)/, ''))) return 2;
  if (!names.has(looseHeader(sheet))) return 0;
  return excelTable === undefined ? 1 : 2;
}

const namesByTable = new Map<string, ReadonlySet<string>>();

function namesOf({ name, sheet, aliases }: Table): ReadonlySet<string> {
  const names = namesByTable.get(name) ?? new Set([sheet, ...aliases].map(looseHeader));
  namesByTable.set(name, names);
  return names;
}

/** True for the Excel tables and sheets that may hold input by their names, and for the map; pass it to `Workbook.read`. */
export function wantedRegions(region: RegionName): boolean {
  return isMap(region) || tableNames.some((name) => fit(region, definitionOf(name)) > 0);
}

/**
 * Finds each contract table's region: what the map says, else its `rb_` table first, then an Excel table or a sheet whose name fits,
 * the sheet's own name before its aliases, the better matching header before the worse.
 */
export function locateTables({ regions }: WorkbookContent): Map<TableName, Located> {
  const mapped = locateMapped(regions);
  const candidates = tableNames.flatMap((name) => {
    const definition = definitionOf(name);
    return regions.flatMap((region) => {
      const rank = fit(region, definition);
      const header = rank > 0 ? findHeader(region, definition) : undefined;
      return header ? [{ located: { name, region, ...header }, score: rank * 1000 + ownName(region, definition) * 100 + header.match.columns.size }] : [];
    });
  });
  candidates.sort((a, b) => b.score - a.score);
  const found = new Map<TableName, Located>(mapped.found);
  const taken = new Set<Region>(mapped.regions);
  for (const { located } of candidates) {
    // A region serves one table only: the sheet "Cash" is not both Cash flows and Holdings.
    if (found.has(located.name) || mapped.lost.has(located.name) || taken.has(located.region)) continue;
    found.set(located.name, located);
    taken.add(located.region);
  }
  return found;
}

const ownName = ({ sheet, table }: Region, definition: Table): number =>
  Number(looseHeader(sheet) === looseHeader(definition.sheet) || table?.toLowerCase() === definition.excel.toLowerCase());

/** Properties whose header must be there. */
export function neededColumns(definition: Table): string[] {
  return Object.entries(definition.columns).filter(([name, { required }]) => required || definition.needs?.includes(name)).map(([name]) => name);
}

/** The header of an Excel table is its first row; in a sheet it is the first row with all needed columns, else the best one near the top. */
function findHeader(region: Region, definition: Table): Pick<Located, 'headerIndex' | 'match'> | undefined {
  const match = (row: readonly Cell[]): Match => matchHeaders(row, definition.columns, definition.needs);
  if (region.table !== undefined) return { headerIndex: 0, match: match(region.values[0] ?? []) };
  const needed = neededColumns(definition);
  let best: Pick<Located, 'headerIndex' | 'match'> | undefined;
  for (let headerIndex = 0; headerIndex < Math.min(bannerRows, region.values.length); headerIndex += 1) {
    const row = region.values[headerIndex];
    if (row.every(isBlank)) continue;
    const found = { headerIndex, match: match(row) };
    if (needed.every((property) => found.match.columns.has(property))) return found;
    if (!best || found.match.columns.size > best.match.columns.size) best = found;
  }
  return best;
}
