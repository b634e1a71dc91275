import Decimal from 'decimal.js';
import type { RunResult, ScoreRow, TradeRow } from '../shared/api/result';
import type { Account, Book, Lot, Restriction, Security } from '../shared/book/book';
import { buildBook } from '../shared/book/build-book';
import { expandTarget } from '../shared/book/target';
import type { Tables } from '../shared/contract';
import { addDays } from '../shared/dates';
import { daysToLongTerm, termOf } from '../shared/tax/holding-period';
import { dollars, sumCents } from '../shared/units';

/**
 * What must hold of every result, whatever decided it. All of it is worked out again from the input tables and the rows
 * of the result; nothing of the optimizer is used.
 */
export function assertInvariants(tables: Tables, result: RunResult): void {
  const broken = brokenInvariants(tables, result);
  if (broken.length > 0) throw new Error(`${broken.length} invariants are broken:\n${broken.join('\n')}`);
}

/** The broken invariants in words; empty when all hold. */
export function brokenInvariants(tables: Tables, result: RunResult): string[] {
  const book = buildBook(tables, result.run.asOf, result.run.currency);
  const accounts = new Map(book.accounts.map((account) => [account.id, account]));
  const strangers = [...result.trades, ...result.scores].filter(({ accountId }) => !accounts.has(accountId));
  const cases = result.scores.flatMap((score) => {
    const account = accounts.get(score.accountId);
    return account ? [{ book, account, score, trades: result.trades.filter(({ accountId }) => accountId === account.id) }] : [];
  });
  return [
    ...strangers.map(({ accountId }) => `${accountId} is in the result and not in Accounts`),
    ...totals(result),
    ...washSales(book, result.trades),
    ...cases.flatMap((each) => perAccount.flatMap((check) => check(each).map((problem) => `${each.account.id}: ${problem}`))),
  ];
}

interface Case {
  readonly book: Book;
  readonly account: Account;
  readonly score: ScoreRow;
  readonly trades: readonly TradeRow[];
}

const cent = 0.0051;
/** Weights are compared with the precision they are reported in. */
const weightTolerance = 2e-6;

const sells = (trades: readonly TradeRow[]) => trades.filter(({ action }) => action === 'Sell');
const buys = (trades: readonly TradeRow[]) => trades.filter(({ action }) => action === 'Buy');
const isOff = (a: number, b: number, tolerance = cent) => !(Math.abs(a - b) <= tolerance);
const securityOf = ({ book }: Case, symbol: string): Security | undefined => book.securities.get(symbol);

/** The summary counts and adds up its own rows. */
function totals({ run, trades, scores }: RunResult): string[] {
  const counts = Object.entries(run.decisions).filter(
    ([decision, count]) => scores.filter((score) => score.decision === decision).length !== count,
  );
  const sums = { bought: sumCents(buys(trades).map(({ amount }) => amount)), sold: sumCents(sells(trades).map(({ amount }) => amount)) };
  return [
    ...counts.map(([decision, count]) => `${count} accounts are counted as ${decision}`),
    ...(run.trades === trades.length ? [] : [`${run.trades} trades are counted, ${trades.length} are listed`]),
    ...(run.accounts === scores.length ? [] : [`${run.accounts} accounts are counted, ${scores.length} are listed`]),
    ...(isOff(run.bought, sums.bought) ? [`bought is ${run.bought}, the buys add up to ${sums.bought}`] : []),
    ...(isOff(run.sold, sums.sold) ? [`sold is ${run.sold}, the sells add up to ${sums.sold}`] : []),
    ...(new Set(trades.map(({ tradeId }) => tradeId)).size === trades.length ? [] : ['trade IDs repeat']),
    ...trades.filter(({ runId }) => runId !== run.id).map(({ tradeId }) => `trade ${tradeId} belongs to another run`),
  ];
}

/** Only accounts that trade have trades. */
function decision({ account, score, trades }: Case): string[] {
  const mayTrade = account.status === 'Active' && ['Trade', 'Review'].includes(score.decision);
  return [
    ...(trades.length > 0 && !mayTrade ? [`${trades.length} trades in an account that is ${account.status} and ${score.decision}`] : []),
    ...(score.trades === trades.length ? [] : [`${score.trades} trades are counted, ${trades.length} are listed`]),
    ...(score.decision === 'Trade' && trades.length === 0 ? ['Trade without a trade'] : []),
  ];
}

/** Each lot is sold once at most, of its own security, and no more of it than is held. */
function lots({ account, trades }: Case): string[] {
  const held = new Map(account.lots.map((lot) => [lot.id, lot]));
  const seen = new Set<string>();
  return sells(trades).flatMap(({ lotId, symbol, quantity }) => {
    const lot = held.get(lotId ?? '');
    if (!lot || lot.symbol !== symbol) return [`${symbol} is sold from lot ${lotId}, which is not a lot of it`];
    const twice = seen.has(lot.id);
    seen.add(lot.id);
    return [
      ...(twice ? [`lot ${lot.id} is sold twice`] : []),
      ...(quantity > lot.quantity ? [`${quantity} shares of lot ${lot.id} are sold, which holds ${lot.quantity}`] : []),
    ];
  });
}

/** Quantities are positive multiples of the tradable step, unless a sale closes the position; nothing is both bought and sold. */
function quantities(each: Case): string[] {
  const { account, trades } = each;
  return [...new Set(trades.map(({ symbol }) => symbol))].flatMap((symbol) => {
    const ours = trades.filter((trade) => trade.symbol === symbol);
    const sum = (rows: readonly TradeRow[]) => rows.reduce((total, { quantity }) => total.plus(quantity), new Decimal(0));
    const [sold, bought] = [sum(sells(ours)), sum(buys(ours))];
    const held = account.lots.filter((lot) => lot.symbol === symbol).reduce((total, { quantity }) => total.plus(quantity), new Decimal(0));
    const step = account.settings.fractionalShares ? 1e-9 : (securityOf(each, symbol)?.roundTo ?? 1);
    const isStep = (amount: Decimal) => amount.div(step).isInteger();
    return [
      ...(ours.every(({ quantity }) => quantity > 0) ? [] : [`a quantity of ${symbol} is not above 0`]),
      ...(sold.gt(0) && bought.gt(0) ? [`${symbol} is both bought and sold`] : []),
      ...(isStep(bought) ? [] : [`${bought.toString()} of ${symbol} bought in steps of ${step}`]),
      ...(isStep(sold) || sold.minus(held).abs().lt(1e-9) ? [] : [`${sold.toString()} of ${symbol} sold in steps of ${step}`]),
    ];
  });
}

/** Prices are the prices of Securities; amounts are quantity × price; the cash effect is the amount with its sign. */
function amounts(each: Case): string[] {
  return each.trades.flatMap(({ symbol, action, price, quantity, amount, cashEffect, tradeId }) => {
    const listed = securityOf(each, symbol)?.price;
    return [
      ...(price === listed ? [] : [`${tradeId} is priced ${price}, Securities says ${listed}`]),
      ...(isOff(amount, dollars(quantity, price)) ? [`${tradeId}: ${quantity} × ${price} is not ${amount}`] : []),
      ...(isOff(cashEffect, action === 'Buy' ? -amount : amount) ? [`${tradeId}: cash effect ${cashEffect} of ${action} ${amount}`] : []),
    ];
  });
}

/** Dollars due to leave, and dollars that must stay. */
function claims({ account }: Case): { readonly due: number; readonly reserve: number } {
  const sum = (standing: 'due' | 'reserve') =>
    sumCents(account.flows.filter((flow) => flow.standing === standing).map(({ type, amount }) => (type === 'Deposit' ? -amount : amount)));
  return { due: sum('due'), reserve: sum('reserve') };
}

function cashAfter({ account, trades, book }: Case): number {
  const orders = new Set(trades.map(({ symbol, action }) => `${action} ${symbol}`));
  const fees = [...orders].map((order) => book.securities.get(order.split(' ')[1])?.tradeCost ?? 0);
  return sumCents([account.cash, ...trades.map(({ cashEffect }) => cashEffect), ...fees.map((fee) => -fee)]);
}

/** No overdraft: payments due are covered, or short by no more than before. */
function cash(each: Case): string[] {
  const { account, trades } = each;
  if (trades.length === 0 || account.settings.allowMargin) return [];
  const { due, reserve } = claims(each);
  const needed = due + Math.max(reserve, account.settings.cashMinimum);
  const after = cashAfter(each);
  return after >= Math.min(needed, account.cash) - cent
    ? []
    : [`cash after the trades is ${after}, with ${needed} to pay or keep and ${account.cash} before`];
}

/** What a security may be used for, and what Never buy and Never sell forbid. */
function permissions(each: Case): string[] {
  return each.trades.flatMap(({ symbol, action }) => {
    const security = securityOf(each, symbol);
    if (!security) return [`${symbol} is not in Securities`];
    const allowed = { Yes: ['Buy', 'Sell'], 'Sell only': ['Sell'], Hold: [], No: [] }[security.tradable] as readonly string[];
    const rules = each.account.restrictions
      .filter((restriction) => restriction.strictness === 'hard' && concerns(restriction, security))
      .map(({ rule }) => rule);
    return [
      ...(allowed.includes(action) ? [] : [`${action} ${symbol}, whose Tradable is ${security.tradable}`]),
      ...(action === 'Buy' && (rules.includes('Never buy') || rules.includes('Never own'))
        ? [`${symbol} is bought against a restriction`]
        : []),
      ...(action === 'Sell' && rules.includes('Never sell') && each.score.solveStatus !== 'Limits relaxed'
        ? [`${symbol} is sold against a restriction`]
        : []),
    ];
  });
}

function concerns({ on, value }: Restriction, security: Security): boolean {
  const subjects: Readonly<Partial<Record<Restriction['on'], string | undefined>>> = {
    Symbol: security.symbol,
    'Asset class': security.assetClass,
    Sector: security.sector,
    Issuer: security.issuer,
  };
  return subjects[on]?.toLowerCase() === value.toLowerCase();
}

/** Shares of a security after the trades, or before them. */
function sharesOf({ account, trades }: Case, symbol: string, when: 'before' | 'after'): number {
  const held = account.lots.filter((lot) => lot.symbol === symbol).reduce((sum, { quantity }) => sum + quantity, 0);
  const change = trades
    .filter((trade) => trade.symbol === symbol)
    .reduce((sum, { action, quantity }) => sum + (action === 'Buy' ? quantity : -quantity), 0);
  return when === 'before' ? held : held + change;
}

function weigher(each: Case): (members: readonly Security[], when: 'before' | 'after') => number {
  const { account, book } = each;
  const market = account.lots.reduce((sum, lot) => sum + lot.quantity * (book.securities.get(lot.symbol)?.price ?? 0), 0);
  const value = market + account.cash - claims(each).due;
  return (members, when) => members.reduce((sum, { symbol, price }) => sum + (sharesOf(each, symbol, when) * price) / value, 0);
}

/** No cap, floor or band is missed by more than before, unless the result says that limits were relaxed. */
function limits(each: Case): string[] {
  const { account, book, score, trades } = each;
  if (trades.length === 0 || score.solveStatus === 'Limits relaxed') return [];
  const weigh = weigher(each);
  const all = [...book.securities.values()].filter(({ type }) => type !== 'Cash');
  const symbols = (members: readonly string[]) => all.filter(({ symbol }) => members.includes(symbol));
  const stated = account.restrictions
    .filter(({ strictness, limit }) => strictness !== 'soft' && limit !== undefined)
    .filter(({ rule }) => rule === 'Max %' || rule === 'Min %')
    .map((restriction) => ({
      name: restriction.source,
      members: all.filter((security) => concerns(restriction, security)),
      min: restriction.rule === 'Min %' ? restriction.limit : undefined,
      max: restriction.rule === 'Max %' ? restriction.limit : undefined,
    }));
  const reserved = 1 - claims(each).reserve / Math.max(1, score.value ?? 1);
  const bands = expandTarget(book, account).groups.map(({ name, members, min, max }) => ({
    name,
    members: symbols(members),
    min: min === undefined ? undefined : min * reserved,
    max,
  }));
  return [...stated, ...bands].flatMap(({ name, members, min = -Infinity, max = Infinity }) => {
    const [before, after] = [weigh(members, 'before'), weigh(members, 'after')];
    const missed = (weight: number) => Math.max(0, weight - max, min - weight);
    return missed(after) > missed(before) + weightTolerance
      ? [`${name}: weight ${before.toFixed(5)} becomes ${after.toFixed(5)}, outside ${min} to ${max}`]
      : [];
  });
}

/** Gains are amount less cost, with the character of the lot; a gain near long-term waits, and unknown basis does what the setting says. */
function gains(each: Case): string[] {
  const { account, book, score } = each;
  const byId = new Map(account.lots.map((lot) => [lot.id, lot]));
  return sells(each.trades).flatMap((trade) => {
    const lot = byId.get(trade.lotId ?? '');
    if (!lot || account.taxType !== 'Taxable') return [];
    return [...gainOf(trade, lot, book.asOf), ...waitOf(trade, lot, account, book.asOf, score.solveStatus === 'Limits relaxed')];
  });
}

function gainOf({ tradeId, amount, quantity, gainOrLoss, term, shortTermGain, longTermGain }: TradeRow, lot: Lot, asOf: string): string[] {
  if (lot.unitCost === null || lot.heldFrom === null) return [];
  const gain = amount - quantity * lot.unitCost;
  const expected = termOf(lot.heldFrom, asOf);
  return [
    ...(gainOrLoss === null || isOff(gainOrLoss, gain, 0.011)
      ? [`${tradeId}: gain is ${gainOrLoss}, ${amount} less cost is ${gain.toFixed(2)}`]
      : []),
    ...(term === expected ? [] : [`${tradeId}: term is ${term}, held from ${lot.heldFrom} it is ${expected}`]),
    ...(((term === 'Short' ? shortTermGain : longTermGain) ?? 0) === (gainOrLoss ?? 0)
      ? []
      : [`${tradeId}: gain is not in the column of its term`]),
  ];
}

function waitOf({ tradeId, amount, quantity }: TradeRow, lot: Lot, { settings }: Account, asOf: string, relaxed: boolean): string[] {
  if (lot.unitCost === null || lot.heldFrom === null)
    return settings.unknownBasis === 'Highest gain' ? [] : [`${tradeId} sells lot ${lot.id}, whose basis or date is unknown`];
  const days = daysToLongTerm(lot.heldFrom, asOf);
  const waits = !relaxed && amount > quantity * lot.unitCost + cent && days > 0 && days <= settings.longTermWait;
  return waits ? [`${tradeId} sells a gain ${days} days before it is long-term`] : [];
}

/** The net score is the sum of its parts, in dollars and over the trades; without a mandate nobody trades at a loss. */
function scores({ score, trades }: Case): string[] {
  if (score.terms === null || score.value === null || score.netScoreBp === null) return trades.length > 0 ? ['trades without a score'] : [];
  const parts = Object.values(score.terms).reduce((sum, part) => sum + part, 0);
  const asBp = (amount: number) => (amount / (score.value as number)) * 10_000;
  const ofTrades = trades.reduce((sum, { tradeScoreBp }) => sum + tradeScoreBp, 0);
  const rounding = 0.0001 * (trades.length + 2) + asBp(0.01);
  return [
    ...(isOff(asBp(parts), score.netScoreBp, rounding) ? [`terms add up to ${asBp(parts)} bp, the score is ${score.netScoreBp} bp`] : []),
    ...(trades.length > 0 && isOff(ofTrades, score.netScoreBp, rounding)
      ? [`trades add up to ${ofTrades} bp, the score is ${score.netScoreBp} bp`]
      : []),
    ...(isOff((score.benefitBp ?? 0) - (score.costBp ?? 0), score.netScoreBp, rounding) ? ['benefit less cost is not the score'] : []),
    ...(trades.length > 0 && score.mandate === null && score.netScoreBp < -rounding
      ? [`trades at a score of ${score.netScoreBp} bp without a mandate`]
      : []),
  ];
}

const perAccount = [decision, lots, quantities, amounts, cash, permissions, limits, gains, scores] as const;

/** No loss is sold in a class that the household bought within the window or buys in this run; nothing is bought that was sold at a loss. */
function washSales(book: Book, trades: readonly TradeRow[]): string[] {
  const accounts = new Map(book.accounts.map((account) => [account.id, account]));
  const classOf = (symbol: string) => book.securities.get(symbol)?.washClass ?? symbol;
  const wholeLots = new Set(
    sells(trades)
      .filter(({ accountId, lotId, quantity }) =>
        accounts.get(accountId)?.lots.some(({ id, quantity: held }) => id === lotId && held === quantity),
      )
      .map(({ lotId }) => lotId),
  );
  return trades.flatMap((trade) => {
    const account = accounts.get(trade.accountId);
    if (!account || account.settings.washSaleIs === 'Warn') return [];
    const near = (other: Account) =>
      account.settings.washSaleScope === 'Account' ? other.id === account.id : other.household === account.household;
    const family = book.accounts.filter(near);
    const isFamily = (id: string) => family.some((other) => other.id === id);
    const isSame = (symbol: string) => classOf(symbol) === classOf(trade.symbol);
    const from = addDays(book.asOf, -account.settings.washSaleWindow);
    const recent = book.transactions.filter(({ accountId, symbol, date }) => isFamily(accountId) && isSame(symbol) && date >= from);
    if (trade.action === 'Buy') {
      const soldAtLoss = recent.filter(
        ({ action, accountId, shortGain = 0, longGain = 0 }) =>
          action === 'Sell' && accounts.get(accountId)?.taxType === 'Taxable' && (shortGain < 0 || longGain < 0),
      );
      return soldAtLoss.map(({ date, symbol }) => `${trade.tradeId} buys ${trade.symbol}; ${symbol} was sold at a loss on ${date}`);
    }
    if (account.taxType !== 'Taxable' || (trade.gainOrLoss ?? 0) >= 0) return [];
    const boughtNow = buys(trades).filter(({ accountId, symbol }) => isFamily(accountId) && isSame(symbol));
    const ordered = recent.filter(({ action }) => action === 'Open order');
    const young = family
      .flatMap(({ id: accountId, lots: held }) => held.map((lot) => ({ ...lot, accountId })))
      .filter(({ symbol, acquired }) => isSame(symbol) && acquired !== null && acquired >= from);
    const fresh = young.filter(({ id }) => !wholeLots.has(id));
    const purchased = recent.filter(
      ({ action, accountId, symbol }) =>
        ['Buy', 'Reinvest'].includes(action) && !young.some((lot) => lot.accountId === accountId && lot.symbol === symbol),
    );
    return [
      ...boughtNow.map(({ tradeId }) => `${trade.tradeId} sells ${trade.symbol} at a loss and ${tradeId} buys it`),
      ...ordered.map(({ date, symbol }) => `${trade.tradeId} sells ${trade.symbol} at a loss; ${symbol} is on order since ${date}`),
      ...purchased.map(({ date, symbol }) => `${trade.tradeId} sells ${trade.symbol} at a loss; ${symbol} was bought on ${date}`),
      ...fresh.map(({ id }) => `${trade.tradeId} sells ${trade.symbol} at a loss; lot ${id} was bought within the window`),
    ];
  });
}
