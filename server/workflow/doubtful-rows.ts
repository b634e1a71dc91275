import type { Doubted, DoubtKind } from '../../shared/book/doubts';
import { nameKey } from '../../shared/book/names';
import { cashSymbol } from '../../shared/book/securities';
import { checkCatalogue, type Check } from '../../shared/checks';
import { columnOf, doubtedBy } from '../../shared/checks/doubted-columns';
import { tableNames, type TableName, type Tables } from '../../shared/contract';
import { placeWords } from '../../shared/contract/places';
import type { Issue } from '../../shared/issue';

/** A row that cannot be trusted, and what of it. */
export interface DoubtfulRow {
  readonly kind: DoubtKind;
  readonly table: 'holdings' | 'securities' | 'transactions';
  /** Row number in the sheet. */
  readonly line: number;
  /** As typed; absent for a row of Securities. */
  readonly accountId?: string;
  readonly symbol: string;
  /** Property of the doubtful cell. */
  readonly column?: string;
  /** `Holdings!F12`. */
  readonly source: string;
}

/** What an issue puts in doubt: cells that could not be read by their column, all else by its check. */
export function doubtedIn({ code, table, column }: Pick<Issue, 'code' | 'table' | 'column'>): Doubted {
  const name = tableNames.find((each) => each === table);
  if (code.startsWith('G')) return name === undefined ? 'account' : doubtedBy(name, columnOf(name, column) ?? '');
  return (checkCatalogue as Readonly<Record<string, Check>>)[code]?.doubts ?? 'account';
}

/**
 * The rows that a `skip` issue puts in doubt; undefined when the doubt cannot be kept to rows: it is of the whole account, its rows
 * are not known, or one of them could not be read at all. An issue of a corporate action is one of the lots that do not show it.
 */
export function doubtfulRows(issue: Issue, tables: Tables): readonly DoubtfulRow[] | undefined {
  const kind = doubtedIn(issue);
  if (kind === 'nothing') return [];
  const { table, lines } = issue;
  if (kind === 'account' || lines === undefined || lines.length === 0) return undefined;
  if (table === 'corporateActions') return lotsOfActions(issue, lines, tables);
  if (table !== 'holdings' && table !== 'securities' && table !== 'transactions') return undefined;
  const column = columnOf(table, issue.column);
  const found = rowsAt(tables, table, lines);
  return found && found.filter(({ symbol }) => kind !== 'cash' || isCashRow(tables, symbol)).map((row): DoubtfulRow => ({
    kind, table, line: row.row, symbol: row.symbol, ...(row.accountId === undefined ? {} : { accountId: row.accountId }), column, source: sourceOf(issue, row.row),
  }));
}

interface NumberedRow {
  readonly row: number;
  readonly symbol: string;
  readonly accountId?: string;
}

/** The rows of a table by their numbers, each of which must name one row. */
function rowsAt(tables: Tables, table: TableName, lines: readonly number[]): readonly NumberedRow[] | undefined {
  const wanted = new Set(lines);
  const rows = ((tables[table] ?? []) as readonly Partial<NumberedRow>[]).filter(({ row }) => row !== undefined && wanted.has(row));
  return rows.length === wanted.size && new Set(rows.map(({ row }) => row)).size === wanted.size ? (rows as readonly NumberedRow[]) : undefined;
}

function lotsOfActions(issue: Issue, lines: readonly number[], tables: Tables): readonly DoubtfulRow[] | undefined {
  const actions = rowsAt(tables, 'corporateActions', lines);
  const held = actions && tables.holdings.filter(({ accountId, symbol }) =>
    actions.some((action) => nameKey(action.symbol) === nameKey(symbol)) && issue.accounts?.some((id) => nameKey(id) === nameKey(accountId)));
  if (!held || held.some(({ row }) => row === undefined)) return undefined;
  return held.map(({ row, accountId, symbol }) => ({ kind: 'quantity', table: 'holdings', line: row!, accountId, symbol, source: sourceOf(issue, lines[0]) }));
}

function isCashRow({ securities }: Tables, symbol: string): boolean {
  return nameKey(symbol) === nameKey(cashSymbol) || securities.some((row) => nameKey(row.symbol) === nameKey(symbol) && row.type === 'Cash');
}

/** The issue names the cell of its first row; the others lie in the same column. */
function sourceOf({ sheet = '', cell }: Issue, line: number): string {
  return placeWords({ sheet, cell: cell?.replace(/\d+$/, String(line)) }, line);
}
