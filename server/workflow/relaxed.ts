import type { Proposal } from '../optimizer/proposal';
import type { ConflictSet, WayOut } from '../optimizer/explain/conflict-set';
import type { Conflicts } from '../optimizer/explain/missed-conflicts';
import { ruleKey, type RuleRows } from '../optimizer/explain/rule-rows';
import { outcome } from '../optimizer/linear';
import { rowValue } from '../optimizer/row-value';
import { asDollars, asPercent, slack, type Row } from '../optimizer/rows/row';
import { rowsOf } from '../optimizer/rows';
import { toPlan } from '../optimizer/shares';
import type { ExceptionFacts } from './exceptions';

/** A band missed by less than this fraction of the account is a matter of whole shares. */
const aStep = 5e-4;
/** A client's rule missed by less than this, a thousandth of a percent, is a matter of thousandths of a share. */
const aSplinter = 1e-5;
const tolerated: Readonly<Partial<Record<Row['tier'], number>>> = { repair: aStep, hard: aSplinter };
/** Names at most this many rules that stand in the way. */
const mostRules = 5;

/**
 * Rules the plan still misses: how far, and what stands in the way. Where a conflict set is known that is the smallest set
 * of rules that cannot all hold, with the cheapest way out; elsewhere the firm rules at their bound.
 */
export function missedRules(proposal: Proposal, conflicts: Conflicts = new Map()): ExceptionFacts[] {
  return proposal.missed.filter(({ row, by }) => by > (tolerated[row.tier] ?? 0)).map(({ row, by }) => ({
    severity: row.tier === 'cash' || row.tier === 'hard' ? 'Review' as const : 'Info' as const,
    code: `missed-${row.code}`,
    whatHappened: `The plan can't fully meet: ${row.name}.`,
    limit: limitOf(row),
    overBy: asPercent(by),
    ...wayOf(proposal, row, conflicts.get(ruleKey(row))),
    source: row.source,
    tradesAffected: proposal.trades.length,
  }));
}

const limitOf = ({ min, max }: Row): string | undefined =>
  (max !== undefined && min !== undefined ? `${asPercent(min)} to ${asPercent(max)}` : max !== undefined ? asPercent(max) : min !== undefined ? asPercent(min) : undefined);

function wayOf(proposal: Proposal, row: Row, conflict: ConflictSet | undefined): Pick<ExceptionFacts, 'whatIsInTheWay' | 'suggestedFix'> {
  if (!conflict) return { whatIsInTheWay: inTheWay(proposal, row), suggestedFix: 'Maybe relax one of the rules named, or accept what remains.' };
  return { whatIsInTheWay: inWords(conflict), suggestedFix: fix(conflict) };
}

/** `keep $30,000 to pay out (Cash flows) + no sales (Settings: Style Hold) can't all hold`. */
function inWords({ missed, others, isSmallest }: ConflictSet): string {
  if (others.length === 0) return `${told(missed)} can't hold in this account, whatever the other rules`;
  const named = [missed, ...others.slice(0, mostRules - 1)].map(told);
  const more = others.length + 1 - named.length;
  return `${named.join(' + ')}${more > 0 ? ` + ${more} more` : ''} can't all hold${isSmallest ? '' : ' (maybe fewer already clash)'}`;
}

const told = ({ name, source }: RuleRows): string => `${name} (${source})`;

function fix({ missed, others, cheapest }: ConflictSet): string {
  if (others.length === 0) return `Maybe change ${told(missed)}, or accept what remains.`;
  if (!cheapest) return `Nothing named can give way. Maybe change ${told(missed)}, or accept what remains.`;
  return `Maybe relax ${told(cheapest.rule)} by ${asDollars(cheapest.give)}${priced(cheapest)}, or accept what remains.`;
}

function priced({ extraCost }: WayOut): string {
  if (extraCost === null) return ', though other rules clash too';
  const dollars = asDollars(Math.abs(extraCost));
  return `: of the rules named the cheapest, it ${extraCost < 0 ? 'saves' : 'costs'} ${dollars} of risk, tax and trading`;
}

/** Firm rules at their bound under the plan, those on the same securities first. */
function inTheWay({ snapshot, shares }: Proposal, missed: Row): string | undefined {
  const plan = toPlan(snapshot, shares);
  const after = outcome(snapshot, plan);
  // Cash is raised from any security, so whatever keeps one from being sold is in its way.
  const touched = missed.expression.cash ? new Set(snapshot.assets.keys()) : new Set(missed.expression.weights?.map(([i]) => i));
  const binding = rowsOf(snapshot)
    .filter((row) => (row.tier === 'fixed' || row.tier === 'limit') && ruleKey(row) !== ruleKey(missed) && bindsTrades(row))
    .filter((row) => slack(row, rowValue(row, snapshot, plan, after)) < 5e-4)
    .map((row) => ({ row, near: nearness(row, touched, snapshot.lots.map(({ asset }) => asset)) }))
    .filter(({ row, near }) => near > 0 || row.tier === 'limit')
    .sort((a, b) => b.near - a.near);
  const names = [...new Set(binding.map(({ row }) => `${row.name} (${row.source})`))].slice(0, mostRules);
  return names.length > 0 ? names.join(' + ') : undefined;
}

/** A budget that counts no lot of the account binds nothing. */
const bindsTrades = ({ expression, measure }: Row): boolean => measure === 'tax' || [expression.sells, expression.buys].some((part) => part && part.length > 0);

function nearness({ expression }: Row, assets: ReadonlySet<number>, assetOfLot: readonly number[]): number {
  const hit = expression.sells?.some(([l]) => assets.has(assetOfLot[l])) || expression.buys?.some(([i]) => assets.has(i));
  return hit ? 1 : 0;
}
