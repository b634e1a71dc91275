import { nameKey } from '../book/names';
import { definitionOf, tableNames, type TableName } from '../contract';
import { where, type Context, type Finding } from './check';

type Row = Readonly<Record<string, unknown>> & { readonly row?: number };

/** G12: rows of a table with the same key, and lots of one account with the same lot ID. */
export function* repeatedKeys(context: Context): Iterable<Finding> {
  for (const name of tableNames) {
    const { key } = definitionOf(name);
    if (key.length > 0) yield* repeated(context, name, key, (context.tables[name] ?? []) as readonly Row[]);
  }
  yield* repeated(context, 'holdings', ['accountId', 'lotId'], context.tables.holdings.filter(({ lotId }) => lotId !== undefined) as readonly Row[]);
}

function* repeated(context: Context, table: TableName, key: readonly string[], rows: readonly Row[]): Iterable<Finding> {
  const { columns } = definitionOf(table);
  const headers = key.map((column) => columns[column].header).join(' and ');
  const first = new Map<string, Row>();
  for (const row of rows) {
    const id = key.map((column) => nameKey(String(row[column] ?? ''))).join('\u0000');
    const before = first.get(id);
    if (before === undefined) {
      first.set(id, row);
      continue;
    }
    const value = key.map((column) => row[column]).filter((part) => part !== undefined).join(' › ');
    yield {
      table, row: row.row, column: key[key.length - 1], rowKey: value, found: value, subject: `${table} ${id}`,
      message: `${headers} "${value}" at ${where(context, table, row.row, key[key.length - 1])} is already in ${before.row === undefined ? 'another row' : `row ${before.row}`}.`,
      fix: 'Keep one of the rows.',
    };
  }
}
