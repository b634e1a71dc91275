import type { Security } from '../../shared/book/book';
import { expandTarget } from '../../shared/book/target';
import { sumCents } from '../../shared/units';
import { cent, concerns, weightTolerance, type Case } from './case';

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
export function cash(each: Case): string[] {
  const { account, trades } = each;
  if (trades.length === 0 || account.settings.allowMargin) return [];
  const { due, reserve } = claims(each);
  const needed = due + Math.max(reserve, account.settings.cashMinimum);
  const after = cashAfter(each);
  return after >= Math.min(needed, account.cash) - cent
    ? []
    : [`cash after the trades is ${after}, with ${needed} to pay or keep and ${account.cash} before`];
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
export function limits(each: Case): string[] {
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
  // Bands of a household managed Together bind its accounts as one, see households.ts.
  const groups = score.level === 'Member' ? [] : expandTarget(book, account).groups;
  const bands = groups.map(({ name, members, min, max }) => ({
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
