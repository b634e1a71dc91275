import { definitionOf, tableNames, type TableName } from '../contract';
import { readList } from '../contract/cells/list';
import { map } from '../contract/map';
import { looseHeader, matchHeaders, type Fields } from '../contract/match';
import { nearest } from '../contract/nearest';
import { settingsCatalogue } from '../contract/settings-catalogue';
import type { Issue } from '../issue';
import { cellAddress, quoteSheet } from '../workbook/address';
import type { Cell, Region, RegionName } from '../workbook/port';
import type { Change } from './changes';

/** A row of the map: a column of the contract, and the user's own that stands for it. */
export interface MapRow {
  readonly table: TableName;
  /** Header as the contract spells it. */
  readonly header: string;
  readonly yourTable: string;
  /** With Fixed value: the value. */
  readonly yourColumn: string;
  readonly change: Change;
  readonly learnedFrom?: string;
  /** Where the row lies, for issues. */
  readonly sheet: string;
  readonly row: number;
}

/** The map as the workbook holds it now. */
export interface ReadMap {
  readonly rows: readonly MapRow[];
  /** Rows that cannot be understood: each stops a run, since what they were meant to do would not be done. */
  readonly issues: readonly Issue[];
}

/** True for the table of the map; pass it to `Workbook.read` beside the input tables. */
export const isMap = ({ table }: RegionName): boolean => table?.toLowerCase() === map.excel.toLowerCase();

const nothing: ReadMap = { rows: [], issues: [] };
const readBefore = new WeakMap<Region, ReadMap>();

/** The map among the regions of a workbook; empty when there is none. */
export function readMap(regions: readonly Region[]): ReadMap {
  const region = regions.find(isMap);
  if (!region) return nothing;
  const known = readBefore.get(region) ?? readRows(region);
  readBefore.set(region, known);
  return known;
}

const tablesByName = new Map<string, TableName>(tableNames.flatMap((name) => [name, definitionOf(name).sheet, definitionOf(name).excel].map((word) => [looseHeader(word), name] as const)));

/** The contract's own headers that a table may have: the settings too, where a table takes them. */
export function fieldsOf(table: TableName): Fields {
  const { columns } = definitionOf(table);
  return table === 'settings' ? { ...columns, ...(settingsCatalogue as unknown as Fields) } : columns;
}

function readRows(region: Region): ReadMap {
  const { columns } = matchHeaders(region.values[0] ?? [], map.columns);
  const rows: MapRow[] = [];
  const issues: Issue[] = [];
  region.values.slice(1).forEach((cells, index) => {
    const text = (property: string): string => String(cells[columns.get(property) ?? -1] ?? '').trim();
    if (['contractTable', 'contractColumn', 'yourTable'].every((property) => text(property) === '')) return;
    const place = (property: string): Pick<Issue, 'sheet' | 'cell' | 'found'> => ({ sheet: region.sheet, found: text(property), cell: cellAddress(region.top + 1 + index, region.left + (columns.get(property) ?? 0)) });
    const row = parseRow(text, cells[columns.get('change') ?? -1] ?? null, place);
    if ('code' in row) issues.push(row);
    else rows.push({ ...row, sheet: region.sheet, row: region.top + 1 + index });
  });
  return { rows, issues };
}

function parseRow(text: (property: string) => string, change: Cell, place: (property: string) => Pick<Issue, 'sheet' | 'cell' | 'found'>): Omit<MapRow, 'sheet' | 'row'> | Issue {
  const table = tablesByName.get(looseHeader(text('contractTable')));
  if (table === undefined) return mapIssue('Contract table', place('contractTable'), 'no table of the contract', tableNames.map((name) => definitionOf(name).sheet));
  const fields = fieldsOf(table);
  const [property] = matchHeaders([text('contractColumn')], fields).columns.keys();
  const { sheet, open } = definitionOf(table);
  if (property === undefined && (!open || text('contractColumn') === '')) {
    return mapIssue('Contract column', place('contractColumn'), `no column of ${sheet}`, Object.values(fields).map(({ header }) => header));
  }
  if (text('yourTable') === '') return mapIssue('Your table', place('yourTable'), 'no sheet or table', []);
  const read = readList(change, map.columns.change);
  if (read.troubles) return mapIssue('Change', place('change'), 'no change', Object.keys(map.columns.change.choices ?? {}));
  const header = property === undefined ? text('contractColumn') : fields[property].header;
  return { table, header, yourTable: text('yourTable'), yourColumn: text('yourColumn'), change: (read.value ?? 'None') as Change, learnedFrom: text('learnedFrom') || undefined };
}

function mapIssue(column: string, place: Pick<Issue, 'sheet' | 'cell' | 'found'>, what: string, choices: readonly string[]): Issue {
  const near = nearest(place.found ?? '', choices);
  return {
    code: 'G11', severity: 'stop', column, rows: 1, ...place, suggested: near,
    message: `${column} is "${place.found}", which is ${what}, at ${quoteSheet(place.sheet ?? '')}!${place.cell}.`,
    fix: near === undefined ? `Correct the cell, or delete the row.` : `Maybe it means "${near}".`,
  };
}
