import { nameKey } from '../book/names';
import type { TableRow, Tables } from '../contract';
import type { Combined } from '../imports/into/combine';
import { transactionKey, type ImportedTransaction } from '../imports/into/transactions';
import { sumCents, toCents, type IsoDate } from '../units';
import type { ExpectedTrade } from './expected-trades';
import { fillTrades, type Fill } from './fill-trades';
import { lotMoves, sum, type Lot } from './lot-moves';
import { toleranceFinder, type Tolerance } from './tolerance';

/** A fill whose amount no file tells is taken at the price of the run, which may be off by this fraction. */
const priceTolerance = 0.01;

/** What a comparison can find. */
export const allFindings = ['Filled', 'Part filled', 'Missing', 'Unexpected', 'Wrong lots', 'Cash off', 'Not in the files'] as const;

export type Finding = (typeof allFindings)[number];

/** One line of the reconciliation: a trade and what became of it, or something else that differs. */
export interface ReconciledLine {
  readonly finding: Finding;
  readonly accountId: string;
  readonly symbol: string;
  readonly action: 'Buy' | 'Sell' | null;
  readonly lotId: string | null;
  /** Shares, or dollars of cash. */
  readonly expected: number;
  readonly actual: number | null;
  readonly difference: number | null;
  readonly what: string;
  /** The trade, where it is about one. */
  readonly trade?: ExpectedTrade;
}

export interface ReconcileInput {
  readonly tables: Tables;
  readonly trades: readonly ExpectedTrade[];
  /** What the exports say. */
  readonly combined: Combined;
  /** Stands over the book's settings. */
  readonly tolerance?: Partial<Tolerance>;
  /** Day of the book: trades are later, or of that day. */
  readonly asOf: IsoDate;
}

/** Compares approved trades and the holdings before them with the next exports: every trade gets a line, and so does whatever else differs. */
export function reconcile({ tables, trades, combined, tolerance, asOf }: ReconcileInput): ReconciledLine[] {
  const covered = new Map(combined.accounts.map((account) => [nameKey(account.accountId), account]));
  const [before, after, asked] = [group(tables.holdings), group(combined.holdings), group(trades)];
  const prices = new Map(tables.securities.flatMap(({ symbol, price, fx = 1 }) => (price === undefined ? [] : [[nameKey(symbol), price * fx] as const])));
  const cashLike = new Set(['cash', ...tables.securities.flatMap(({ type, symbol }) => (type === 'Cash' ? [nameKey(symbol)] : []))]);
  const toleranceOf = toleranceFinder(tables, tolerance);
  const known = new Set((tables.transactions ?? []).flatMap((row) => (row.action === 'Open order' ? [] : [transactionKey({ ...row, action: row.action as ImportedTransaction['action'] })])));
  const fresh = group(combined.transactions.filter((row) => row.date >= asOf && !known.has(transactionKey(row))));
  return [...new Set([...asked.keys(), ...covered.keys()])].sort().flatMap((key): ReconciledLine[] => {
    const mine = asked.get(key) ?? [];
    const coverage = covered.get(key);
    if (!coverage) return mine.map(notInFiles);
    const account = new AccountReconciliation(coverage.accountId, { cashLike, prices, tolerance: toleranceOf(coverage.accountId), transactions: fresh.get(key) ?? [] });
    const [old, now] = [group(before.get(key) ?? [], 'symbol'), group(after.get(key) ?? [], 'symbol')];
    const bySymbol = group(mine, 'symbol');
    for (const symbol of [...new Set([...old.keys(), ...now.keys(), ...bySymbol.keys()])].sort()) {
      if (cashLike.has(symbol)) continue;
      // Files of some symbols only say nothing of the others.
      const isSaid = now.has(symbol) || (coverage.isWhole && !coverage.untaken.has(symbol.toUpperCase()));
      if (isSaid) account.position(old.get(symbol) ?? [], now.get(symbol) ?? [], bySymbol.get(symbol) ?? []);
      else account.lines.push(...(bySymbol.get(symbol) ?? []).map(notInFiles));
    }
    if (coverage.hasCash) account.cash(before.get(key) ?? [], after.get(key) ?? []);
    return account.lines;
  });
}

interface AccountFacts {
  readonly cashLike: ReadonlySet<string>;
  readonly prices: ReadonlyMap<string, number>;
  readonly tolerance: Tolerance;
  readonly transactions: readonly ImportedTransaction[];
}

/** One account: positions first, each telling what it did to cash; then the cash that is left unexplained. */
class AccountReconciliation {
  readonly lines: ReconciledLine[] = [];
  /** Dollars that the share moves brought or took; `guessed` is the part at prices of the run. */
  private readonly flows: number[] = [];
  private guessed = 0;

  constructor(private readonly accountId: string, private readonly facts: AccountFacts) {}

  position(before: readonly TableRow<'holdings'>[], after: readonly (Lot & { readonly symbol: string })[], trades: readonly ExpectedTrade[]): void {
    const { symbol } = [...trades, ...before, ...after][0];
    const of = (action: 'Buy' | 'Sell'): readonly ExpectedTrade[] => trades.filter((trade) => trade.action === action);
    const moves = lotMoves(before, after, { sell: sum(of('Sell')), buy: sum(of('Buy')) });
    const sells = fillTrades(of('Sell'), moves.sold, this.facts.tolerance.shares, moves.soldByLot && { sold: moves.soldByLot, keyOf: (trade) => moves.keyOf(lotOf(trade, before)) });
    const buys = fillTrades(of('Buy'), moves.bought, this.facts.tolerance.shares);
    for (const fill of [...sells.fills, ...buys.fills]) this.lines.push(this.lineOf(fill));
    if (sells.wrongLots) this.lines.push(this.wrongLots(symbol, sells.wrongLots, of('Sell')));
    this.unexpected(symbol, 'Sell', sells.more, moves.sold);
    this.unexpected(symbol, 'Buy', buys.more, moves.bought);
    this.flow(symbol, 'Sell', moves.sold, trades);
    this.flow(symbol, 'Buy', moves.bought, trades);
  }

  cash(before: readonly TableRow<'holdings'>[], after: readonly { readonly symbol: string; readonly quantity: number }[]): void {
    const amount = (rows: readonly { readonly symbol: string; readonly quantity: number }[]): number => sumCents(rows.filter(({ symbol }) => this.facts.cashLike.has(nameKey(symbol))).map(({ quantity }) => quantity));
    const [expected, actual] = [sumCents([amount(before), ...this.flows]), amount(after)];
    const off = toCents(actual - expected);
    if (Math.abs(off) <= this.facts.tolerance.dollars + this.guessed * priceTolerance) return;
    this.lines.push({
      finding: 'Cash off', accountId: this.accountId, symbol: 'CASH', action: null, lotId: null, expected, actual, difference: off,
      what: `Cash of ${this.accountId} is ${dollars(actual)}, but ${dollars(expected)} was expected: ${dollars(Math.abs(off))} ${off > 0 ? 'more' : 'less'}. Maybe a deposit, a withdrawal, a fee or a dividend${this.guessed > 0 ? ', or fills at other prices' : ''}.`,
    });
  }

  private lineOf({ trade, filled, finding }: Fill): ReconciledLine {
    const { symbol, action, quantity, lotId = null } = trade;
    const verb = action === 'Sell' ? 'sold' : 'bought';
    const what = finding === 'Filled' ? `${quantity} ${symbol} ${verb}.`
      : finding === 'Missing' ? `${quantity} ${symbol} should have been ${verb}, and none was. Maybe the order was not placed, or its trade settles later.`
        : `${filled} of ${quantity} ${symbol} ${verb}.`;
    return { finding, accountId: this.accountId, symbol, action, lotId, expected: quantity, actual: filled, difference: shares(filled - quantity), what, trade };
  }

  private wrongLots(symbol: string, { expected, sold, quantity }: WrongLots, trades: readonly ExpectedTrade[]): ReconciledLine {
    const what = `${quantity} ${symbol} of ${this.accountId} were sold from other lots than chosen: ${sold.join(', ')} instead of ${expected.join(', ')}. Maybe the custodian used its standing method; it can be corrected until settlement.`;
    return { finding: 'Wrong lots', accountId: this.accountId, symbol, action: 'Sell', lotId: trades.find(({ lotId }) => lotId)?.lotId ?? null, expected: 0, actual: quantity, difference: quantity, what };
  }

  private unexpected(symbol: string, action: 'Buy' | 'Sell', more: number, moved: number): void {
    if (more <= this.facts.tolerance.shares) return;
    const what = `${more} ${symbol} ${action === 'Sell' ? 'sold' : 'bought'} in ${this.accountId} that no approved trade asked for. Maybe a reinvested dividend, a transfer, or a trade from elsewhere.`;
    this.lines.push({ finding: 'Unexpected', accountId: this.accountId, symbol, action, lotId: null, expected: shares(moved - more), actual: moved, difference: action === 'Sell' ? -more : more, what });
  }

  /** Dollars of a move: as the files' trades state them when they add up to it, else at the price of the run. */
  private flow(symbol: string, action: 'Buy' | 'Sell', moved: number, trades: readonly ExpectedTrade[]): void {
    if (moved <= 0) return;
    const sign = action === 'Sell' ? 1 : -1;
    const told = this.facts.transactions.filter((row) => nameKey(row.symbol) === nameKey(symbol) && (row.action === action || (action === 'Buy' && row.action === 'Reinvest')));
    if (told.length > 0 && told.every(({ amount }) => amount !== undefined) && Math.abs(sum(told) - moved) <= this.facts.tolerance.shares) {
      this.flows.push(...told.map(({ amount }) => sign * (amount ?? 0)));
      return;
    }
    const price = trades.find((trade) => trade.action === action)?.price ?? this.facts.prices.get(nameKey(symbol)) ?? 0;
    this.flows.push(toCents(sign * moved * price));
    this.guessed += moved * price;
  }
}

type WrongLots = NonNullable<ReturnType<typeof fillTrades>['wrongLots']>;

/** A trade names its lot; its day is that of the book's row. */
function lotOf(trade: ExpectedTrade, before: readonly TableRow<'holdings'>[]): Pick<Lot, 'lotId' | 'acquired'> {
  const row = before.find(({ lotId }) => lotId !== undefined && lotId === trade.lotId);
  return row ?? { lotId: trade.lotId, acquired: trade.acquired };
}

function notInFiles(trade: ExpectedTrade): ReconciledLine {
  const { accountId, symbol, action, lotId = null, quantity } = trade;
  return {
    finding: 'Not in the files', accountId, symbol, action, lotId, expected: quantity, actual: null, difference: null, trade,
    what: `No file says what became of ${symbol} in ${accountId}. Maybe its export is missing.`,
  };
}

function group<Row extends { readonly accountId?: string; readonly symbol?: string }>(rows: readonly Row[], by: 'accountId' | 'symbol' = 'accountId'): Map<string, Row[]> {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const key = nameKey(row[by] ?? '');
    const list = groups.get(key);
    if (list) list.push(row);
    else groups.set(key, [row]);
  }
  return groups;
}

const shares = (quantity: number): number => Number(quantity.toFixed(6));
const dollars = (amount: number): string => `${amount < 0 ? '-' : ''}$${Math.abs(amount).toLocaleString('en-US', { minimumFractionDigits: 2, maximumFractionDigits: 2 })}`;
