import { definitionOf, tableNames, type TableName, type Tables } from '../contract';
import type { Issue } from '../issue';
import { bookHeader, type BookHeader } from './header';

/** What a book file holds. */
export interface BookContent extends Pick<BookHeader, 'asOf' | 'currency' | 'accounts'> {
  readonly tables: Tables;
  /** What was found wrong while the rows were read elsewhere; rows that are missing since must not be forgotten. */
  readonly issues?: readonly Issue[];
}

type Row = Readonly<Record<string, unknown>>;

/** The lines of a book file: the header, the issues, then the rows by table in the order of the contract. The same book gives the same lines. */
export function* bookLines({ tables, issues = [], asOf, currency, accounts }: BookContent): Generator<string> {
  const counts = Object.fromEntries(tableNames.flatMap((name) => (tables[name] === undefined ? [] : [[name, tables[name]?.length ?? 0]])));
  yield JSON.stringify(bookHeader({ asOf, currency, accounts, tables: counts }));
  for (const issue of issues) yield JSON.stringify({ issue });
  for (const name of tableNames) for (const row of (tables[name] ?? []) as readonly Row[]) yield rowLine(name, row);
}

/** `{"holdings":{"accountId":"4471-0093","symbol":"VTI","quantity":120.5}}`: fields in the order of the columns, blank ones left out. */
export function rowLine(table: TableName, row: Row): string {
  const ordered: Record<string, unknown> = {};
  for (const property of properties[table]) if (row[property] !== undefined && row[property] !== null) ordered[property] = row[property];
  for (const property of openProperties) if (row[property] !== undefined) ordered[property] = sorted(row[property] as Row);
  return JSON.stringify({ [table]: ordered });
}

const properties = Object.fromEntries(tableNames.map((name) => [name, Object.keys(definitionOf(name).columns)])) as unknown as Readonly<Record<TableName, readonly string[]>>;
/** What the freely added columns of open tables hold. */
const openProperties = ['values', 'correlations', 'exposures', 'covariances'];

const sorted = (values: Row): Row => Object.fromEntries(Object.entries(values).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)));
