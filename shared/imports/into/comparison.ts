import Decimal from 'decimal.js';
import { nameKey } from '../../book/names';
import { money } from '../../checks/check';
import type { TableRow, Tables } from '../../contract';
import type { Issue } from '../../issue';
import { sumCents, toCents, type IsoDate } from '../../units';
import type { ImportedHolding } from '../apply';
import { importIssue } from '../issues';
import type { AccountPreview, Move, TableWrite, Tally } from '../preview';
import type { AccountCoverage, Combined } from './combine';
import { changeHoldings, type HoldingChange, type ImportMode } from './holding-changes';
import { changeSecurities, type SecurityChanges } from './security-changes';
import { costSlip, quantitySlip, signSlip, valueSlip } from './slips';

/** Of an account's rows this part may go before somebody should look. */
const manyGone = 0.5;

/** The book's accounts beside what the files say of them; `account` is asked for each account once, then `moves` and `write` tell the rest. */
export class Comparison {
  readonly issues: Issue[] = [];
  private readonly changes: HoldingChange[] = [];
  private readonly rows: ReadonlyMap<string, readonly TableRow<'holdings'>[]>;
  private readonly fresh: ReadonlyMap<string, readonly ImportedHolding[]>;
  private readonly pricing: SecurityChanges;
  /** Symbols of Securities, in capitals, that count as cash. */
  private readonly sweeps: ReadonlySet<string>;
  /** Prices of the files, whether they are taken or not, by symbol in capitals. */
  private readonly filePrices: ReadonlyMap<string, number>;
  /** Factors by which quantities moved, by symbol in capitals. */
  private readonly factors = new Map<string, number>();

  constructor(tables: Tables, combined: Combined, private readonly mode: ImportMode, private readonly hasColumn?: (property: string) => boolean) {
    this.rows = group(tables.holdings, ({ accountId }) => nameKey(accountId));
    this.fresh = group(combined.holdings, ({ accountId }) => nameKey(accountId));
    this.filePrices = new Map(combined.securities.filter(({ currency }) => currency === undefined).map(({ symbol, price }) => [symbol.toUpperCase(), price]));
    this.sweeps = new Set(tables.securities.filter(({ type }) => type === 'Cash').map(({ symbol }) => symbol.toUpperCase()));
    for (const { accountId } of combined.accounts) this.findFactors(accountId);
    this.pricing = changeSecurities(tables.securities, combined, (symbol) => this.factors.get(symbol));
  }

  account(coverage: AccountCoverage, bookAsOf: IsoDate | undefined): AccountPreview {
    const { accountId, fileAccounts, files, asOf, total } = coverage;
    const seen = this.seen(coverage);
    const changes = this.symbolsOf(accountId).flatMap(([old, fresh]) => {
      const { changes: here, issues } = changeHoldings(old, fresh, this.mode, seen, this.hasColumn);
      this.issues.push(...issues);
      return here;
    });
    this.changes.push(...changes);
    const tally = this.tally(changes);
    const days = this.rowsOf(accountId).flatMap((row) => row.asOf ?? []).sort();
    const asOfBefore = days.at(-1) ?? (this.rowsOf(accountId).length > 0 ? bookAsOf : undefined);
    const preview = { accountId, fileAccounts, files, asOf: asOf ?? null, asOfBefore: asOfBefore ?? null, custodianTotal: total, ...tally };
    this.judge(preview, changes);
    return preview;
  }

  /** A file that shows no cash says nothing of sweep funds either; one of which nothing could be taken does not empty an account. */
  private seen(coverage: AccountCoverage): AccountCoverage {
    const { accountId, files } = coverage;
    if (!this.fresh.has(nameKey(accountId))) {
      this.issues.push(importIssue('I27', { file: files[0] }, { rowKey: accountId, accounts: [accountId], message: `Nothing of ${accountId} could be taken from ${files.join(', ')}; its rows stay as they are.` }));
      return { ...coverage, isWhole: false, hasCash: false };
    }
    return coverage.hasCash ? coverage : { ...coverage, untaken: new Set([...coverage.untaken, ...this.sweeps]) };
  }

  securities(): SecurityChanges {
    return this.pricing;
  }

  moves(): Move[] {
    const positions = group(this.changes, ({ accountId, symbol }) => JSON.stringify([accountId, symbol.toUpperCase()]));
    const moves = [...positions.values()].map((changes): Move => {
      const [{ accountId, symbol }] = changes;
      const { dollarsBefore, dollarsAfter } = this.tally(changes);
      const sum = (of: (change: HoldingChange) => number): number => changes.reduce((total, change) => total.plus(of(change)), new Decimal(0)).toNumber();
      return { accountId, symbol, quantityBefore: sum(quantityBefore), quantityAfter: sum(quantityAfter), dollarsBefore, dollarsAfter };
    });
    const size = ({ dollarsBefore, dollarsAfter }: Move): number => Math.abs(dollarsAfter - dollarsBefore);
    return moves.filter((move) => size(move) >= 0.01 || move.quantityBefore !== move.quantityAfter).sort((a, b) => size(b) - size(a));
  }

  write(): TableWrite {
    const changed = this.changes.flatMap(({ kind, before, cells }) =>
      ((kind === 'same' || kind === 'changed') && before?.row !== undefined && Object.keys(cells).length > 0 ? [{ row: before.row, cells }] : []));
    return {
      table: 'holdings',
      changed,
      added: this.changes.flatMap(({ kind, cells }) => (kind === 'new' ? [cells] : [])),
      gone: this.changes.flatMap(({ kind, before }) => (kind === 'gone' && before?.row !== undefined ? [before.row] : [])),
    };
  }

  private rowsOf(accountId: string): readonly TableRow<'holdings'>[] {
    return this.rows.get(nameKey(accountId)) ?? [];
  }

  /** The rows of each symbol before and after. Money that the files call CASH goes into the row of a sweep fund where that is the account's only cash. */
  private symbolsOf(accountId: string): (readonly [TableRow<'holdings'>[], ImportedHolding[]])[] {
    const [old, fresh] = [this.rowsOf(accountId), this.fresh.get(nameKey(accountId)) ?? []];
    const cash = old.filter(({ symbol }) => this.sweeps.has(symbol.toUpperCase()) || symbol.toUpperCase() === 'CASH');
    const home = cash.length === 1 && !fresh.some(({ symbol }) => symbol.toUpperCase() === cash[0].symbol.toUpperCase()) ? cash[0].symbol : 'CASH';
    const placed = fresh.map((row) => (row.symbol === 'CASH' ? { ...row, symbol: home } : row));
    const [oldBySymbol, freshBySymbol] = [group(old, ({ symbol }) => symbol.toUpperCase()), group(placed, ({ symbol }) => symbol.toUpperCase())];
    return [...new Set([...oldBySymbol.keys(), ...freshBySymbol.keys()])].map((symbol) => [oldBySymbol.get(symbol) ?? [], freshBySymbol.get(symbol) ?? []]);
  }

  private findFactors(accountId: string): void {
    for (const [old, fresh] of this.symbolsOf(accountId)) {
      if (old.length === 0 || fresh.length === 0) continue;
      const { symbol } = fresh[0];
      const [before, after] = [sumQuantity(old), sumQuantity(fresh)];
      const isCash = symbol.toUpperCase() === 'CASH';
      const slip = isCash ? undefined : quantitySlip(accountId, symbol, before, after);
      if (slip) this.factors.set(symbol.toUpperCase(), slip.factor);
      const issue = isCash ? signSlip(accountId, before, after) : slip?.issue;
      if (issue) this.issues.push(issue);
    }
  }

  /** What looks wrong with an account as a whole, and with the units of its rows. */
  private judge({ accountId, files, asOf, asOfBefore, same, changed, gone, custodianTotal }: AccountPreview, changes: readonly HoldingChange[]): void {
    const about = { rowKey: accountId, accounts: [accountId] };
    const [file] = files;
    if (asOf === null) this.issues.push(importIssue('I29', { file }, { ...about, message: `${file} states no day, so rows of ${accountId} get no As of.`, fix: 'Say the day with --as-of.' }));
    else if (asOfBefore !== null && asOf < asOfBefore) {
      this.issues.push(importIssue('I22', { file }, { ...about, found: asOf, message: `${file} is of ${asOf}, but the book has ${accountId} as of ${asOfBefore}.`, fix: 'Maybe it is an old download.' }));
    }
    const rows = same + changed + gone;
    if (gone > 3 && gone > rows * manyGone) {
      this.issues.push(importIssue('I27', { file }, { ...about, message: `${gone} of the ${rows} rows of ${accountId} are not in ${files.join(', ')} and would go.`, fix: 'Maybe the file is cut off, or of another account.' }));
    }
    const worth = sumCents(changes.map((change) => toCents(new Decimal(quantityAfter(change)).times(this.filePrice(change.symbol) ?? 0))));
    if (custodianTotal !== null && Math.abs(worth - custodianTotal) > Math.max(1, Math.abs(custodianTotal) / 1000)) {
      this.issues.push(importIssue('H13', { file }, { ...about, found: String(custodianTotal), message: `${accountId} is worth ${money(worth)} at the file’s prices, but the custodian’s total is ${money(custodianTotal)}.`, fix: 'Maybe options, short positions or pending activity were left out.' }));
    }
    for (const { after } of changes) {
      if (!after) continue;
      this.issues.push(...[valueSlip(after, this.filePrices.get(after.symbol.toUpperCase())), costSlip(after, this.pricing.after(after.symbol))].filter((issue) => issue !== undefined));
    }
  }

  private filePrice(symbol: string): number | undefined {
    return this.filePrices.get(symbol.toUpperCase()) ?? this.pricing.after(symbol);
  }

  private tally(changes: readonly HoldingChange[]): Tally {
    const count = (kind: HoldingChange['kind']): number => changes.filter((change) => change.kind === kind).length;
    const value = (quantity: number, price: number | undefined): number => toCents(new Decimal(quantity).times(price ?? 0));
    return {
      same: count('same'), changed: count('changed'), new: count('new'), gone: count('gone'),
      dollarsBefore: sumCents(changes.map((change) => value(quantityBefore(change), this.pricing.before(change.symbol)))),
      dollarsAfter: sumCents(changes.map((change) => value(quantityAfter(change), this.pricing.after(change.symbol)))),
    };
  }
}

const quantityBefore = ({ before }: HoldingChange): number => before?.quantity ?? 0;

function quantityAfter({ kind, before, cells }: HoldingChange): number {
  if (kind === 'gone') return 0;
  return typeof cells.quantity === 'number' ? cells.quantity : (before?.quantity ?? 0);
}

const sumQuantity = (rows: readonly { readonly quantity: number }[]): number => rows.reduce((sum, { quantity }) => sum.plus(quantity), new Decimal(0)).toNumber();

function group<Row>(rows: readonly Row[], key: (row: Row) => string): Map<string, Row[]> {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const list = groups.get(key(row));
    if (list) list.push(row);
    else groups.set(key(row), [row]);
  }
  return groups;
}
