import type { Plan } from '../plan';
import type { Row, Tier } from '../rows/row';
import type { AccountSnapshot } from '../snapshot';
import type { Solver } from '../solvers/solver';
import { cost } from '../terms';
import { Feasibility } from './feasibility';
import { quickXplain } from './quick-xplain';
import { leastRelaxation } from './relaxation';
import { isOverdraft, required, requiredAsMet, ruleKey, rulesOf, type RuleRows } from './rule-rows';

/** Questions asked of the solver at most per missed rule. */
const mostSolves = 60;
/** Ways out priced at most, two to four solves each. */
const mostPriced = 5;
/** Firmest first: a rule is blamed on firmer ones before it is blamed on its equals. */
const firmness: Readonly<Record<Exclude<Tier, 'soft'>, number>> = { fixed: 0, cash: 1, limit: 2, hard: 3, repair: 4 };

/** Why a plan misses a rule: rules that cannot all hold, the missed one first. */
export interface ConflictSet {
  /** In the rows as they were tested: the missed rule exactly, the others as far as the plan meets them. */
  readonly missed: RuleRows;
  /** Firmest first; empty when the account itself cannot meet the missed rule, whatever the other rules. */
  readonly others: readonly RuleRows[];
  /** True when it is proven that no member can be left out. */
  readonly isSmallest: boolean;
  /** What each of the others would have to give for the rest of the rules to hold, in the same order; those that cannot be asked are left out. */
  readonly waysOut: readonly WayOut[];
  /** The way out that costs least. */
  readonly cheapest?: WayOut;
}

export interface WayOut {
  readonly rule: RuleRows;
  /** By how much the rule gives way, dollars. */
  readonly give: number;
  /** Dollars more than the plan costs; null where other conflicts keep the account from a plan to price. */
  readonly extraCost: number | null;
}

/**
 * The smallest set of rules with which a missed one cannot hold, found in the convex problem (see feasibility.ts for what is
 * left out); undefined when nothing there stands in its way, or the solver cannot tell. The plan itself meets all other
 * rules as far as they are asked for here, so every conflict found has the missed rule in it.
 */
export function conflictSet(snapshot: AccountSnapshot, rows: readonly Row[], plan: Plan, missed: Row, solver: Solver): ConflictSet | undefined {
  const asked = rulesOf(rows.filter((row) => ruleKey(row) === ruleKey(missed)).map(required))[0];
  const candidates = otherRules(snapshot, rows, plan, missed);
  const feasibility = new Feasibility(snapshot, solver, mostSolves);
  const conflicts = (part: readonly RuleRows[]): boolean => feasibility.cannotHold([...asked.rows, ...rowsIn(part)]);
  if (!conflicts(candidates)) return undefined;
  const others = quickXplain(candidates, conflicts);
  const waysOut = others.filter((rule) => canGive(snapshot, rule)).slice(0, mostPriced)
    .flatMap((rule) => wayOut(snapshot, asked, candidates, others, rule, plan, solver) ?? []);
  const [cheapest] = [...waysOut].sort((a, b) => (a.extraCost ?? Infinity) - (b.extraCost ?? Infinity) || a.give - b.give);
  return { missed: asked, others, isSmallest: feasibility.isDecided, waysOut, ...(cheapest ? { cheapest } : {}) };
}

const rowsIn = (rules: readonly RuleRows[]): Row[] => rules.flatMap((rule) => rule.rows);

/** All other rules, as far as the plan meets them: firmest first, then by name, so that the order of the input does not matter. */
function otherRules(snapshot: AccountSnapshot, rows: readonly Row[], plan: Plan, missed: Row): RuleRows[] {
  const rank = ({ tier }: Row): number => (tier === 'soft' ? Infinity : firmness[tier]);
  const others = rows.filter((row) => row.tier !== 'soft' && ruleKey(row) !== ruleKey(missed))
    .map((row) => ({ row, rank: rank(row), key: ruleKey(row) }))
    .sort((a, b) => a.rank - b.rank || (a.key < b.key ? -1 : a.key > b.key ? 1 : 0));
  return rulesOf(others.map(({ row }) => requiredAsMet(row, snapshot, plan)));
}

/** The law does not give way, and neither does an empty purse. */
const canGive = (snapshot: AccountSnapshot, { rows }: RuleRows): boolean =>
  rows.every((row) => row.code !== 'wash-sale' && !isOverdraft(row, snapshot));

/** What one rule gives with every other rule kept; where that cannot be, with the rest of the set kept. */
function wayOut(
  snapshot: AccountSnapshot, asked: RuleRows, candidates: readonly RuleRows[], set: readonly RuleRows[], rule: RuleRows, plan: Plan, solver: Solver,
): WayOut | undefined {
  const without = (rules: readonly RuleRows[]): Row[] => [...asked.rows, ...rowsIn(rules.filter((other) => other !== rule))];
  const inAll = leastRelaxation(snapshot, without(candidates), rule.rows, solver);
  if (inAll) return { rule, give: inAll.give * snapshot.value, extraCost: inAll.cost - cost(snapshot, plan) };
  const inSet = leastRelaxation(snapshot, without(set), rule.rows, solver);
  return inSet && { rule, give: inSet.give * snapshot.value, extraCost: null };
}
