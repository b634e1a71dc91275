import type { RunResult, ScoreRow, TradeRow } from '../../shared/api/result';
import type { Account, Book } from '../../shared/book/book';
import { expandTarget } from '../../shared/book/target';
import { buys, isOff, sells, weightTolerance } from './case';

/** What must hold of a household managed Together as a whole: one row before its accounts', bands over all of them, no churn. */
export function households(book: Book, { scores, trades }: RunResult): string[] {
  return scores.flatMap((score, k) => {
    if (score.level !== 'Household') return [];
    const members = scores.filter(({ level, household }) => level === 'Member' && household === score.household);
    const family = book.accounts.filter(({ household, status }) => household === score.household && status !== 'Closed');
    const ours = trades.filter(({ household }) => household === score.household);
    return [
      ...(scores[k + 1]?.household === score.household && scores[k - 1]?.household !== score.household ? [] : ['its row does not come before its accounts']),
      ...sums(score, members),
      ...churn(ours),
      ...bands(book, family, members, ours),
    ].map((problem) => `household ${score.accountId}: ${problem}`);
  });
}

/** The household's score is the sum of its accounts' in dollars, and never below zero without a mandate. */
function sums(score: ScoreRow, members: readonly ScoreRow[]): string[] {
  const total = (rows: readonly ScoreRow[]): number => rows.flatMap(({ terms }) => Object.values(terms ?? {})).reduce((sum, part) => sum + part, 0);
  const rounding = 0.01 * (members.length + 1);
  const inDollars = ((score.netScoreBp ?? 0) / 10_000) * (score.value ?? 0);
  return [
    ...(isOff(total([score]), total(members), rounding) ? [`terms add up to ${total([score])}, those of its accounts to ${total(members)}`] : []),
    ...(isOff(inDollars, total(members), rounding + 1e-8 * (score.value ?? 0)) ? [`a score of ${inDollars}, its accounts add up to ${total(members)}`] : []),
    ...(score.trades > 0 && score.mandate === null && inDollars < -rounding ? [`trades at a score of ${inDollars} without a mandate`] : []),
  ];
}

/** Nothing is sold in one account and bought in another. */
function churn(trades: readonly TradeRow[]): string[] {
  const bought = new Set(buys(trades).map(({ symbol }) => symbol));
  return [...new Set(sells(trades).map(({ symbol }) => symbol).filter((symbol) => bought.has(symbol)))].map((symbol) => `${symbol} is sold and bought in one run`);
}

/** No band of the household's model is missed by more than before. Limits that gave way to cash are said, and not judged here. */
function bands(book: Book, family: readonly Account[], members: readonly ScoreRow[], trades: readonly TradeRow[]): string[] {
  const [first, ...more] = [...members].sort((a, b) => (b.value ?? 0) - (a.value ?? 0) || (a.accountId < b.accountId ? -1 : 1));
  const lead = family.find(({ id }) => id === first?.accountId);
  if (!lead || [first, ...more].some(({ solveStatus }) => solveStatus === 'Limits relaxed')) return [];
  const flows = (standing: 'due' | 'reserve'): number => family.flatMap((account) => account.flows)
    .reduce((sum, flow) => sum + (flow.standing === standing && flow.type !== 'Deposit' ? flow.amount : 0), 0);
  const price = (symbol: string): number => book.securities.get(symbol)?.price ?? 0;
  const held = (symbols: ReadonlySet<string>): number => family.flatMap(({ lots }) => lots)
    .reduce((sum, { symbol, quantity }) => sum + (symbols.has(symbol) ? quantity * price(symbol) : 0), 0);
  const all = new Set(book.securities.keys());
  const value = held(all) + family.reduce((sum, { cash }) => sum + cash, 0) - flows('due');
  const share = 1 - flows('reserve') / value;
  const model = book.households.get(lead.household.toLowerCase())?.model ?? lead.model;
  return expandTarget(book, { ...lead, model }).groups.flatMap(({ name, members: symbols, min, max = Infinity }) => {
    const group = new Set(symbols);
    const moved = trades.reduce((sum, { symbol, cashEffect }) => sum - (group.has(symbol) ? cashEffect : 0), 0);
    const [before, after] = [held(group) / value, (held(group) + moved) / value];
    const missed = (weight: number): number => Math.max(0, weight - max, (min ?? -Infinity) * share - weight);
    return missed(after) > missed(before) + weightTolerance ? [`${name}: weight ${before.toFixed(5)} becomes ${after.toFixed(5)}, outside ${min} to ${max}`] : [];
  });
}
