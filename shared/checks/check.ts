import type { LotAdjustment } from '../book/corporate-actions';
import type { Doubted } from '../book/doubts';
import type { EffectiveSettings } from '../book/effective-settings';
import type { BookIndex } from '../contract/book-index';
import type { TableName, TableRow, Tables } from '../contract';
import { placeWords, type Places } from '../contract/places';
import type { Severity } from '../issue';
import type { IsoDate } from '../units';

/** What a check may need beyond the tables; each part is optional and its checks are silent without it. */
export interface CheckOptions {
  /** The day the run decides for. */
  readonly asOf: IsoDate;
  /** Where rows lie in the user's workbook; without it messages name rows. */
  readonly places?: Places;
  /** Three letters; prices in another currency need an FX rate. Absent: USD. */
  readonly currency?: string;
  /** Prices of the last run by symbol, for S03. */
  readonly lastPrices?: Readonly<Record<string, number>>;
  /** The custodian's total by account, in dollars, for H13. */
  readonly custodianTotals?: Readonly<Record<string, number>>;
  /** Most rows of one table. Absent: a million. */
  readonly rowLimit?: number;
}

/** Everything a check looks at. */
export interface Context extends Required<Pick<CheckOptions, 'asOf' | 'places' | 'currency' | 'rowLimit'>>, Pick<CheckOptions, 'lastPrices' | 'custodianTotals'> {
  /** As the run takes them: with the prices that overrides use and the lots that corporate actions leave. */
  readonly tables: Tables;
  /** Lots that corporate actions have restated. */
  readonly adjustments: readonly LotAdjustment[];
  readonly index: BookIndex;
  settingsOf(account: { readonly id: string; readonly group?: string }): EffectiveSettings['settings'];
}

/** One way to mend a finding. */
export interface Way {
  /** What people choose it by, `price`; blank when there is nothing to choose. */
  readonly name: string;
  /** What it does, as a sentence. */
  readonly says: string;
  readonly cells: readonly WayCell[];
}

/** A cell that a way writes; those without a row make a new row of the table together. */
export interface WayCell {
  readonly table: TableName;
  readonly row?: number;
  readonly column: string;
  readonly value: string | number;
}

/** One thing that a check has found. Findings of one check about one subject become one issue. */
export interface Finding {
  readonly table?: TableName;
  readonly row?: number;
  /** Property of the column. */
  readonly column?: string;
  readonly rowKey?: string;
  readonly found?: string | number;
  readonly message: string;
  readonly fix?: string;
  readonly suggested?: string | number;
  /** Ways to mend it that take more than its own cell, or a choice. */
  readonly ways?: readonly Way[];
  readonly accounts?: readonly string[];
  /** What it is about; absent: the accounts of a skip, otherwise the column. */
  readonly subject?: string;
  /** Where this finding is milder or worse than its check. */
  readonly severity?: Severity;
}

/** One row of the check catalogue. A check that leaves accounts out says what its rows put in doubt; without it, the whole account. */
export type Check = {
  /** What it catches, for the help page. */
  readonly catches: string;
  run(context: Context): Iterable<Finding>;
} & ({ readonly severity: 'skip'; readonly doubts: Doubted } | { readonly severity: Exclude<Severity, 'skip'>; readonly doubts?: Doubted });

/** Checks by code. */
export type Family = Readonly<Record<string, Check>>;

/** `Holdings!F12`, or `Holdings row 12` where no workbook is at hand. */
export function where({ places }: Context, table: TableName, row: number | undefined, column?: string): string {
  return placeWords(places.cell(table, row, column), row);
}

/** True for cash: the symbol CASH, or a security whose Type is Cash. */
export function isCashSymbol({ index }: Context, symbol: string): boolean {
  return symbol.toUpperCase() === 'CASH' || index.security(symbol)?.type === 'Cash';
}

/** Dollars of one row of Holdings; undefined without a usable price. */
export function valueOf(context: Context, { symbol, quantity }: Pick<TableRow<'holdings'>, 'symbol' | 'quantity'>): number | undefined {
  if (symbol.toUpperCase() === 'CASH') return quantity;
  const security = context.index.security(symbol);
  return security?.price === undefined || security.price <= 0 ? undefined : quantity * security.price * (security.fx ?? 1);
}

/** Dollars of an account: lots and cash, rows without a price left out. */
export function accountValue(context: Context, accountId: string): number {
  return context.index.holdingsOf(accountId).reduce((sum, row) => sum + (valueOf(context, row) ?? 0), 0);
}

/** `$1,234,567`, `-$20.50`: dollars for messages, in one form on every machine. */
export function money(dollars: number): string {
  const [whole, cents] = Math.abs(dollars).toFixed(2).split('.');
  return `${dollars < 0 ? '-' : ''}$${whole.replace(/\B(?=(\d{3})+$)/g, ',')}${cents === '00' ? '' : `.${cents}`}`;
}

/** A fraction as a percentage: `0.408 → 40.8 %`. */
export function percent(fraction: number): string {
  return `${Number((fraction * 100).toFixed(4))} %`;
}

/** A lot in the user's words: `4471-0093 › VTI › L-1042`. */
export const lotKey = ({ accountId, symbol, lotId }: TableRow<'holdings'>): string => [accountId, symbol, lotId].filter(Boolean).join(' › ');
