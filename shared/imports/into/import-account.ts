import type { TableRow } from '../../contract';
import type { Issue } from '../../issue';
import type { IsoDate } from '../../units';
import type { Cell } from '../../workbook/port';
import type { FormatName } from '..';
import { importRow, type ImportRow } from '../format';
import { previewImport, type AccountPreview, type Preview, type TableWrite } from '../preview';
import { combine } from './combine';
import type { ImportMode } from './holding-changes';
import { unitCostCells } from './unit-cost';

/** What one file says of one account, in the book's words. */
export interface AccountPart {
  readonly file: string;
  readonly format?: FormatName;
  readonly fileAccount: string;
  readonly asOf?: IsoDate;
  /** True when the file lists positions, of whatever account: one that shows cash only has sold everything. */
  readonly listsPositions: boolean;
  readonly rows: readonly ImportRow[];
}

/** Rows of the book about one account, and the securities that it or its files name. */
export interface AccountRows {
  readonly holdings: readonly TableRow<'holdings'>[];
  readonly transactions: readonly TableRow<'transactions'>[];
  readonly securities: readonly TableRow<'securities'>[];
}

export interface AccountImportOptions {
  readonly mode: ImportMode;
  readonly currency?: string;
  /** The day of the book. */
  readonly asOf?: IsoDate;
}

/** The same rows after the import. */
export interface ImportedAccount extends AccountRows {
  readonly preview: AccountPreview | undefined;
  readonly transactionsAdded: number;
  readonly pricesChanged: number;
  readonly issues: readonly Issue[];
}

/** Imports one account by the rules of a workbook: what its files say, merged with what the book has of it. */
export function importAccount(accountId: string, parts: readonly AccountPart[], before: AccountRows, { mode, currency, asOf }: AccountImportOptions): ImportedAccount {
  const [holdings, transactions, securities] = [numbered(before.holdings), numbered(before.transactions), numbered(before.securities)];
  const combined = combine(parts.map((part) => sourceOf(part, accountId)), currency);
  const preview = previewImport({ accounts: [{ accountId } as TableRow<'accounts'>], holdings, transactions, securities, models: [] }, combined, { mode, asOf });
  return {
    holdings: written(preview, 'holdings', holdings),
    transactions: written(preview, 'transactions', transactions),
    securities: written(preview, 'securities', securities),
    preview: preview.accounts[0],
    transactionsAdded: preview.transactions.new,
    pricesChanged: preview.securities.prices.length,
    issues: preview.issues,
  };
}

function sourceOf({ file, format, fileAccount, asOf, listsPositions, rows }: AccountPart, accountId: string): Parameters<typeof combine>[0][number] {
  // The reading's own rows only tell whether the file lists positions.
  const reading = { format, confidence: 1, asOf, rows: listsPositions ? [...rows, importRow('position', 0, {})] : rows, issues: [] };
  return { name: file, reading, asOf, rows, matches: [{ fileAccount, accountId, kind: 'exact' }], issues: [] };
}

const numbered = <Row extends object>(rows: readonly Row[]): (Row & { readonly row: number })[] => rows.map((row, index) => ({ ...row, row: index + 1 }));

/** The rows with what the preview would write. */
function written<Name extends TableWrite['table']>({ writes }: Preview, table: Name, rows: readonly (TableRow<Name> & { readonly row: number })[]): TableRow<Name>[] {
  const write = writes.find((one) => one.table === table);
  const gone = new Set(write?.gone);
  const cells = new Map(write?.changed.map((change) => [change.row, change.cells]));
  const stay = rows.filter(({ row }) => !gone.has(row)).map((row) => changedRow(row, cells.get(row.row)));
  return [...stay, ...(write?.added ?? [])] as unknown as TableRow<Name>[];
}

function changedRow(row: object & { readonly row: number }, cells: Readonly<Record<string, Cell>> = {}): object {
  const { row: _number, ...kept } = row as Record<string, Cell> & { readonly row: number };
  for (const [property, value] of Object.entries(unitCostCells(cells, (name) => kept[name] ?? null))) {
    if (value === null) delete kept[property];
    else kept[property] = value;
  }
  return kept;
}
