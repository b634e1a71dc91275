import type { TableName } from '../contract';
import { definitionOf } from '../contract';
import type { Located } from '../contract/locate';
import { looseHeader, matchHeaders } from '../contract/match';
import type { Issue } from '../issue';
import { cellAddress, quoteSheet } from '../workbook/address';
import type { Cell, Region } from '../workbook/port';
import { adoptRegion } from './adopt-region';
import { findBlocks } from './guess/blocks';
import { findHeaderOf, type FoundHeader } from './header-rows';
import { fieldsOf, readMap, type MapRow } from './map-rows';
import { readsColumn } from './changes';

/** The tables that the map names, as reading takes them. */
export interface Mapped {
  readonly found: ReadonlyMap<TableName, Located>;
  /** Tables that the map names and the workbook does not have: they are not looked for elsewhere. */
  readonly lost: ReadonlySet<TableName>;
  /** Regions that serve a mapped table. */
  readonly regions: ReadonlySet<Region>;
  readonly issues: readonly Issue[];
}

const none: Mapped = { found: new Map(), lost: new Set(), regions: new Set(), issues: [] };

interface Place {
  readonly name: TableName;
  readonly rows: readonly MapRow[];
  readonly region: Region;
  readonly header: FoundHeader;
}

const locatedBefore = new WeakMap<readonly Region[], Mapped>();

/** Finds the tables of the map among the regions, with their cells changed as it says. */
export function locateMapped(regions: readonly Region[]): Mapped {
  const { rows, issues } = readMap(regions);
  if (rows.length === 0 && issues.length === 0) return none;
  const known = locatedBefore.get(regions) ?? locate(rows, issues, regions);
  locatedBefore.set(regions, known);
  return known;
}

function locate(rows: readonly MapRow[], readIssues: readonly Issue[], regions: readonly Region[]): Mapped {
  const issues = [...readIssues];
  const places: Place[] = [];
  const lost = new Set<TableName>();
  for (const name of new Set(rows.map(({ table }) => table))) {
    const own = rows.filter(({ table }) => table === name);
    const other = own.find(({ yourTable }) => yourTable.toLowerCase() !== own[0].yourTable.toLowerCase());
    if (other) issues.push(twoTables(own[0], other));
    const region = regionCalled(own[0].yourTable, regions);
    const header = region && findHeaderOf(region.values, wantedNames(own), region.table !== undefined);
    if (region && header) places.push({ name, rows: own, region, header });
    else {
      lost.add(name);
      issues.push(missingTable(own[0], region !== undefined));
    }
  }
  const found = new Map(places.map((place) => {
    const other = otherTableBelow(place, places);
    issues.push(...missingColumns(place), ...(other === undefined ? [] : [otherTable(place, other)]));
    return [place.name, located(place, places, other)];
  }));
  return { found, lost, regions: new Set(places.map(({ region }) => region)), issues };
}

/** The Excel table of that name, else the sheet; a sheet with one Excel table is that table. */
function regionCalled(name: string, regions: readonly Region[]): Region | undefined {
  const wanted = name.toLowerCase();
  const table = regions.find((region) => region.table?.toLowerCase() === wanted);
  const sheet = regions.filter((region) => region.sheet.toLowerCase() === wanted);
  return table ?? (sheet.length === 1 ? sheet[0] : undefined);
}

const wantedNames = (rows: readonly MapRow[]): ReadonlySet<string> =>
  new Set(rows.filter(({ change, yourColumn }) => readsColumn(change) && change !== 'Left aside' && yourColumn !== '').map(({ yourColumn }) => looseHeader(yourColumn)));

const isBlankRow = (cells: readonly Cell[] | undefined): boolean => cells?.every((cell) => cell === null || String(cell).trim() === '') ?? false;
const filled = (cells: readonly Cell[]): number => cells.filter((cell) => cell !== null && String(cell).trim() !== '').length;

/** Index of the header of a table below that the map does not name: another header, after a blank row or a title. */
function otherTableBelow({ region, header }: Place, places: readonly Place[]): number | undefined {
  if (region.table !== undefined) return undefined;
  const mapped = new Set(places.filter((one) => one.region === region).map((one) => one.header.index));
  const isApart = (top: number): boolean => isBlankRow(region.values[top - 1]) || filled(region.values[top - 1]) === 1;
  const tops = findBlocks(region).filter((block) => block.headerIndex > header.index && !mapped.has(block.headerIndex)).map((block) => block.headerIndex - block.height + 1);
  return tops.find((top) => top > header.index + 1 && isApart(top));
}

/** The table as reading takes it: it ends where another one of the sheet begins, below or beside it. */
function located(place: Place, places: readonly Place[], other: number | undefined): Located {
  const { name, rows, region, header } = place;
  const others = places.filter((one) => one.region === region && one.name !== name);
  const below = others.filter((one) => one.header.index > header.index).map((one) => one.header.index - one.header.height + 1);
  const own = new Set(header.columns.values());
  const beside = new Set(others.filter((one) => one.header.index === header.index).flatMap((one) => [...one.header.columns.values()]).filter((at) => !own.has(at)));
  const { region: read, adopted } = adoptRegion(region, header, rows, { fields: fieldsOf(name), end: endAbove(region, Math.min(region.values.length, other ?? Infinity, ...below)), beside });
  const { columns, needs } = definitionOf(name);
  return { name, region: read, headerIndex: header.index, match: matchHeaders(read.values[header.index], columns, needs), adopted };
}

/** A title directly above another header belongs to that table. */
function endAbove({ values }: Region, end: number): number {
  let last = end;
  while (end < values.length && last > 0 && filled(values[last - 1]) === 1) last -= 1;
  return last;
}

const spot = ({ sheet, row }: MapRow): string => `row ${row} of ${sheet}`;

function missingTable({ table, yourTable, sheet, row }: MapRow, isThere: boolean): Issue {
  const title = definitionOf(table).sheet;
  return {
    code: 'G01', severity: 'stop', table, sheet, cell: cellAddress(row, 1), found: yourTable, rows: 1,
    message: isThere ? `${title} is mapped to "${yourTable}", which has none of the columns that ${sheet} names.` : `${title} is mapped to "${yourTable}", which the workbook does not have.`,
    fix: 'Maybe it was renamed: correct Your table, or delete the rows and adopt the workbook again.',
  };
}

function otherTable({ name, region }: Place, top: number): Issue {
  const row = region.top + top;
  const shown = region.values[top].find((cell) => cell !== null && String(cell).trim() !== '');
  return {
    code: 'G15', severity: 'warn', table: name, sheet: region.sheet, cell: cellAddress(row, region.left), found: String(shown), rows: 1,
    message: `Another table begins at row ${row} of ${region.sheet} and is not read as ${definitionOf(name).sheet}.`,
    fix: 'Maybe it belongs on a sheet of its own.',
  };
}

function missingColumns({ name, rows, region, header }: Place): Issue[] {
  const missing = rows.filter(({ change, yourColumn }) => readsColumn(change) && change !== 'Left aside' && !header.columns.has(looseHeader(yourColumn)));
  return missing.map((row) => ({
    code: 'G02', severity: 'stop', table: name, sheet: region.sheet, column: row.header, found: row.yourColumn, rows: 1,
    cell: cellAddress(region.top + header.index, region.left),
    message: `${region.sheet} has no column "${row.yourColumn}", which ${spot(row)} maps to "${row.header}".`,
    fix: 'Maybe it was renamed: correct Your column, or delete the row.',
  }));
}

function twoTables(first: MapRow, other: MapRow): Issue {
  const title = definitionOf(first.table).sheet;
  return {
    code: 'G03', severity: 'stop', table: first.table, sheet: other.sheet, found: `${first.yourTable}, ${other.yourTable}`, rows: 1,
    message: `${title} is mapped to "${first.yourTable}" in ${spot(first)} and to "${other.yourTable}" in ${quoteSheet(other.sheet)} row ${other.row}.`,
    fix: 'Keep one of the two tables.',
  };
}
