import type { Issue } from '../issue';
import { locateMapped } from '../mapping/locate-mapped';
import type { IsoDate } from '../units';
import type { Cell, WorkbookContent } from '../workbook/port';
import { tableNames, tables as definitions, type TableName, type Tables } from '.';
import { indexBook } from './book-index';
import { readDate } from './cells/date';
import type { CellContext } from './cells/reading';
import { date, type Column } from './column';
import { headerIssues, missingTables, openColumnIssues } from './header-issues';
import { locateTables, type Located } from './locate';
import { mergedIssue } from './merged-cells';
import { columnsNamedBy } from './open-columns';
import { placesOf, type Places, type TablePlace } from './places';
import { RowReader } from './read-rows';
import { contractIssues, upgradeContent } from './upgrades';
import { TroubleBook, type TroubleListener } from './trouble-book';

/** A workbook understood: typed rows, everything that is wrong with its cells, and where each row lies. */
export interface ReadTables {
  readonly tables: Tables;
  /** Worst first. */
  readonly issues: readonly Issue[];
  /** The day of the named cell `rb_AsOf`. */
  readonly asOf?: IsoDate;
  readonly places: Places;
  /** The `rb_` names of the workbook, as they were found. */
  readonly names: Readonly<Record<string, Cell>>;
}

type Rows = readonly Record<string, unknown>[];

/**
 * Reads every contract table of a workbook. Never throws on data: cells that cannot be read, missing columns and
 * tables are issues. Rows that lack a required cell are left out and reported. `heard` learns of every single cell.
 */
export function readTables(given: WorkbookContent, heard?: TroubleListener): ReadTables {
  const content = upgradeContent(given);
  const context: CellContext = { date1904: content.date1904 };
  const located = locateTables(content);
  const troubles = new TroubleBook(heard);
  const unread = new Set<string>();
  const rows: Partial<Record<TableName, Rows>> = {};
  const found = new Map<TableName, TablePlace>();
  const mapped = locateMapped(content.regions);
  for (const issue of [...contractIssues(content.names), ...mapped.issues, ...missingTables(located, mapped.lost)]) troubles.addIssue(issue);
  for (const name of tableNames) {
    const one = located.get(name);
    if (!one) continue;
    for (const issue of headerIssues(one)) troubles.addIssue(issue);
    const merged = mergedIssue(one);
    if (merged) troubles.addIssue(merged);
    const reader = new RowReader(one, context, troubles, unread, located.get(columnsNamedBy[name] ?? name));
    if (reader.openColumns) for (const issue of openColumnIssues(one, reader.openColumns)) troubles.addIssue(issue);
    rows[name] = reader.read();
    found.set(name, { sheet: one.region.sheet, columns: columnNumbers(one, reader) });
  }
  const tables = { accounts: [], holdings: [], securities: [], models: [], ...rows } as unknown as Tables;
  const places = placesOf(found, unread);
  if (content.date1904 && hasDates(located)) troubles.addIssue(date1904Issue);
  const asOf = readAsOf(content.names, context, troubles);
  return { tables, issues: troubles.issues(indexBook(tables)), asOf, places, names: content.names };
}

/** Values that stand in no column of their own are shown at the first of the table. */
function columnNumbers({ region, match, adopted }: Located, reader: RowReader): Map<string, number> {
  const numbers = new Map<string, number>();
  for (const [property, at] of match.columns) numbers.set(property, region.left + (at < (adopted?.width ?? Infinity) ? at : 0));
  for (const { key, column } of reader.openColumns?.columns ?? []) numbers.set(key, region.left + column);
  return numbers;
}

/** True when a date column holds a serial number. */
function hasDates(located: ReadonlyMap<TableName, Located>): boolean {
  return [...located.values()].some(({ name, region, match, headerIndex }) =>
    [...match.columns].some(([property, at]) => (definitions[name].columns as Record<string, Column>)[property].type === 'date'
      && region.values.some((row, index) => index > headerIndex && typeof row[at] === 'number')));
}

const date1904Issue: Issue = {
  code: 'G10', severity: 'stop', rows: 1, found: '1904',
  message: 'The workbook counts dates from 1904, so dates pasted from other workbooks are four years off.',
  fix: 'Turn off "Use 1904 date system" in Excel\'s advanced options and check the dates.',
};

const asOfColumn = date('As-of date', { help: 'The day the run decides for.', example: '2026-11-20' });

/** The as-of day on Start. One that cannot be read is an issue, and then there is none. */
function readAsOf(names: WorkbookContent['names'], context: CellContext, troubles: TroubleBook): IsoDate | undefined {
  const name = Object.keys(names).find((one) => one.toLowerCase() === 'rb_asof');
  if (name === undefined) return undefined;
  const { value, troubles: wrong } = readDate(names[name], asOfColumn, context);
  for (const { code, severity, says, found, fix } of wrong ?? []) {
    troubles.addIssue({ code, severity, sheet: 'Start', column: 'As-of date', found, fix, rows: 1, message: `As-of date (rb_AsOf) ${says.replace(/,$/, '')}.` });
  }
  return value;
}
