import Decimal from 'decimal.js';
import { money } from '../../checks/check';
import type { Issue } from '../../issue';
import { termOf } from '../../tax/holding-period';
import { toCents, type IsoDate } from '../../units';
import type { ImportRow } from '../format';
import { asSymbol } from '../imported-security';
import { importIssue } from '../issues';

/** A row for the Transactions table. What the file does not know is absent. */
export interface ImportedTransaction {
  readonly accountId: string;
  readonly date: IsoDate;
  readonly action: 'Buy' | 'Sell' | 'Reinvest' | 'Transfer in' | 'Transfer out';
  readonly symbol: string;
  /** Shares, above 0. */
  readonly quantity: number;
  /** Dollars paid or received, without sign. */
  readonly amount?: number;
  /** Dollars; a loss is negative. */
  readonly shortTermGain?: number;
  readonly longTermGain?: number;
  readonly lotId?: string;
}

/** Rows of one file with the accounts and symbols of the book. */
export interface MappedFile {
  readonly name: string;
  readonly rows: readonly ImportRow[];
}

export interface Transactions {
  readonly transactions: readonly ImportedTransaction[];
  readonly issues: readonly Issue[];
}

const actions = new Set<string>(['Buy', 'Sell', 'Reinvest', 'Transfer in', 'Transfer out']);

/** Trades and realized lots of several files as rows of Transactions; what lies in two files counts once. */
export function toTransactions(files: readonly MappedFile[]): Transactions {
  const issues = files.flatMap(placeless);
  const traded = mostOf(files.map(({ rows }) => rows.filter(({ kind }) => kind === 'transaction').flatMap(transactionOf)));
  const realized = mostOf(files.map(({ rows }) => rows.filter(({ kind }) => kind === 'realized-lot').flatMap(saleOf)));
  const [sold, others] = [traded.filter(({ action }) => action === 'Sell'), traded.filter(({ action }) => action !== 'Sell')];
  const fromLots = new Set(realized);
  const sales = bySale([...sold, ...realized]);
  const kept = [...sales].flatMap(([key, rows]) => {
    const [inTrades, inLots] = [rows.filter((row) => !fromLots.has(row)), rows.filter((row) => fromLots.has(row))];
    if (inLots.length === 0 || inTrades.length === 0) return rows;
    if (isEqual(sumOf(inTrades), sumOf(inLots))) return inLots;
    issues.push(differentSales(key, sumOf(inTrades), sumOf(inLots)));
    return inTrades;
  });
  return { transactions: [...others, ...kept].sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0)), issues };
}

/** What makes two transactions the same; amounts may be net of fees in one place and gross in another. */
export const transactionKey = ({ accountId, date, action, symbol, quantity }: Pick<ImportedTransaction, 'accountId' | 'date' | 'action' | 'symbol' | 'quantity'>): string =>
  JSON.stringify([accountId, date, action, symbol.toUpperCase(), new Decimal(quantity).toDecimalPlaces(3).toNumber()]);

/** Sales of one security in one account on one day. */
export function bySale<Row extends Pick<ImportedTransaction, 'accountId' | 'date' | 'symbol'>>(rows: readonly Row[]): Map<string, Row[]> {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const key = [row.symbol.toUpperCase(), row.accountId, row.date].join(' › ');
    const group = groups.get(key);
    if (group) group.push(row);
    else groups.set(key, [row]);
  }
  return groups;
}

/** Shares of several rows. */
export const sumOf = (rows: readonly { readonly quantity: number }[]): number => rows.reduce((sum, { quantity }) => sum.plus(quantity), new Decimal(0)).toNumber();

/** Equal up to what custodians round. */
export const isEqual = (a: number, b: number): boolean => Math.abs(a - b) <= 0.001;

/** Of each transaction as many as the file that has most of them: files overlap. */
function mostOf(files: readonly (readonly ImportedTransaction[])[]): ImportedTransaction[] {
  const taken = new Map<string, ImportedTransaction[]>();
  for (const rows of files) {
    const here = new Map<string, ImportedTransaction[]>();
    for (const row of rows) here.set(transactionKey(row), [...(here.get(transactionKey(row)) ?? []), row]);
    for (const [key, list] of here) if (list.length > (taken.get(key)?.length ?? 0)) taken.set(key, list);
  }
  return [...taken.values()].flat();
}

function transactionOf({ account, date, action, symbol, quantity, amount, lotId, assetType }: ImportRow): ImportedTransaction[] {
  if (!account || !date || !symbol || !quantity || !action || !actions.has(action) || assetType === 'option') return [];
  return [{ accountId: account, date, action: action as ImportedTransaction['action'], symbol: asSymbol(symbol), quantity: Math.abs(quantity), amount: amount === null ? undefined : Math.abs(toCents(amount)), lotId: lotId ?? undefined }];
}

function saleOf({ account, closed, symbol, quantity, proceeds, costBasis, gain, term, acquired, lotId, assetType }: ImportRow): ImportedTransaction[] {
  if (!account || !closed || !symbol || !quantity || assetType === 'option') return [];
  const known = gain ?? (proceeds === null || costBasis === null ? null : new Decimal(proceeds).minus(costBasis).toNumber());
  const held = term ?? (acquired === null ? null : termOf(acquired, closed).toLowerCase());
  const realized = known === null || held === null ? {} : { [held === 'long' ? 'longTermGain' : 'shortTermGain']: toCents(known) };
  return [{ accountId: account, date: closed, action: 'Sell', symbol: asSymbol(symbol), quantity: Math.abs(quantity), amount: proceeds === null ? undefined : Math.abs(toCents(proceeds)), lotId: lotId ?? undefined, ...realized }];
}

/** Dividends, fees, options and rows without a date or quantity: said, not dropped in silence. */
function placeless({ name, rows }: MappedFile): Issue[] {
  const left = rows.filter((row) => (row.kind === 'transaction' && transactionOf(row).length === 0) || (row.kind === 'realized-lot' && saleOf(row).length === 0));
  const disallowed = rows.filter(({ kind, disallowedLoss }) => kind === 'realized-lot' && (disallowedLoss ?? 0) > 0);
  const issues: Issue[] = [];
  if (left.length > 0) {
    const kinds = [...new Set(left.map(({ action, assetType, kind }) => (assetType === 'option' ? 'option' : (action ?? kind)).toLowerCase()))].sort().join(', ');
    issues.push({ ...importIssue('I25', { file: name, line: left[0].line }, { message: `${name} has ${left.length} rows that Transactions has no place for (${kinds}); they were left out.` }), rows: left.length });
  }
  if (disallowed.length > 0) {
    const lost = disallowed.reduce((sum, { disallowedLoss }) => sum.plus(disallowedLoss ?? 0), new Decimal(0));
    const message = `${name} has ${disallowed.length} sales with ${money(lost.toNumber())} of loss disallowed as wash sales; Transactions holds their gain as the file states it.`;
    issues.push({ ...importIssue('I25', { file: name, line: disallowed[0].line }, { message }), rows: disallowed.length });
  }
  return issues;
}

function differentSales(key: string, traded: number, realized: number): Issue {
  return importIssue('I23', {}, {
    rowKey: key,
    message: `${key}: trades say ${traded} were sold, realized lots say ${realized}; the trades were taken.`,
    fix: 'Maybe one of the files is cut off, or shows settlement days.',
  });
}
