import { asDollars, type Row } from '../rows/row';
import type { AccountSnapshot } from '../snapshot';
import { isOverdraft, ruleKey, rulesOf } from './rule-rows';

/**
 * What a row that binds is worth: basis points of account value saved per percent of account value that its limit gives
 * way, by the solver's dual. Never negative, whichever side of the row binds: a least is worth lowering, a most raising.
 */
export interface ShadowPrice {
  readonly row: Row;
  readonly price: number;
}

/** Basis points per percent are dollars per hundred dollars. */
const perThousand = 10;
/** Dollars per $1,000 below which a rule is not worth a sentence: half a basis point's worth of spread and rounding. */
const leastWorth = 0.5;

/**
 * What each binding rule costs, in sentences, the dearest dollar first. Worth at the margin is exact; it falls as a rule
 * gives way, so what a prohibition costs in all is said as a ceiling: within a tax regime the optimum is convex in its limits.
 */
export function pricesInWords(snapshot: AccountSnapshot, prices: readonly ShadowPrice[]): string[] {
  const binding = prices.filter(({ row, price }) => price * perThousand >= leastWorth && !isOverdraft(row, snapshot));
  return rulesOf(binding.map(({ row }) => row))
    .map((rule) => {
      const own = binding.filter(({ row }) => ruleKey(row) === ruleKey(rule.rows[0]));
      return { rule, own, worth: Math.max(...own.map(({ price }) => price)) * perThousand };
    })
    .sort((a, b) => b.worth - a.worth || (ruleKey(a.rule) < ruleKey(b.rule) ? -1 : 1))
    .map(({ rule: { name, source }, own, worth }) => `${name[0].toUpperCase()}${name.slice(1)} (${source})${clause(snapshot, own, worth)}`);
}

/** What the first thousand dollars are worth, in the words of what the rule bounds. */
function clause(snapshot: AccountSnapshot, own: readonly ShadowPrice[], worth: number): string {
  const dollars = asDollars(worth);
  const [{ row }] = own;
  if (forbids(row, 'sells')) return ` costs up to ${soldWhole(snapshot, own).toFixed(1)} bp: the first $1,000 sold is worth ${dollars}`;
  if (forbids(row, 'buys')) return `: the first $1,000 bought is worth ${dollars}`;
  if (row.min !== undefined && row.max !== undefined) return `: each $1,000 of room is worth ${dollars}`;
  return row.min === undefined ? `: each extra $1,000 is worth ${dollars}` : `: each $1,000 less is worth ${dollars}`;
}

/** True for a row that only keeps one lot from being sold, or one security from being bought. */
function forbids({ expression, max, measure }: Row, side: 'sells' | 'buys'): boolean {
  const { sells = [], buys = [], weights = [], cash = 0 } = expression;
  const [own, other] = side === 'sells' ? [sells, buys] : [buys, sells];
  return max === 0 && !measure && own.length === 1 && own[0][1] === 1 && other.length + weights.length === 0 && cash === 0;
}

/** Basis points that selling every lot whole would be worth at the price of its first dollar. */
function soldWhole({ lots }: AccountSnapshot, own: readonly ShadowPrice[]): number {
  return own.reduce((sum, { row: { expression }, price }) =>
    sum + (expression.sells ?? []).reduce((part, [l]) => part + price * 100 * lots[l].weight, 0), 0);
}
