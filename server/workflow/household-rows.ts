import type { ScoreRow, ScoreTerms, TermName } from '../../shared/api/result';
import { sumCents, toCents, toPlaces } from '../../shared/units';
import { termNames } from '../optimizer/terms';
import type { Verdict } from './decide';
import type { HouseholdPlan } from './plan-household';
import { bp, fraction } from './row-figures';

/** A gap below this (basis points) is called optimal. */
const optimalGap = 0.1;

/** The household's row of the Scores sheet: its accounts' rows added up, its risk as one portfolio. */
export function householdRow(plan: HouseholdPlan, members: readonly ScoreRow[], verdict: Verdict, runId: string): ScoreRow {
  const { frame, before } = plan;
  const { family, value, cashTarget, lead } = frame;
  const trades = verdict.decision === 'Trade' || verdict.decision === 'Review';
  const after = trades ? plan.after : before;
  const sum = (part: (row: ScoreRow) => number | null): number => sumCents(members.map((row) => part(row) ?? 0));
  const elsewhere = sumCents(frame.counted.map(({ plain }) => plain.cash.dollars));
  const terms = Object.fromEntries(termNames.map((name) => [name, sum((row) => row.terms?.[name] ?? 0)])) as Record<TermName, number>;
  const gapBp = gapOf(plan);
  return {
    decision: verdict.decision, level: 'Household', accountId: family.id, account: family.name ?? null, household: lead.household, group: null,
    value: toPlaces(value, 2),
    ...scoreOf(terms, value),
    mandate: verdict.mandate,
    driftBefore: fraction(before.drift), driftAfter: fraction(after.drift),
    trackingErrorBefore: fraction(before.trackingError), trackingErrorAfter: fraction(after.trackingError),
    cashBefore: sumCents([elsewhere, sum(({ cashBefore }) => cashBefore)]), cashAfter: sumCents([elsewhere, sum(({ cashAfter }) => cashAfter)]), cashTarget: toCents(cashTarget * value),
    turnover: fraction(members.reduce((total, row) => total + (row.turnover ?? 0) * (row.value ?? 0), 0) / value),
    trades: members.reduce((total, row) => total + row.trades, 0),
    shortTermGain: sum(({ shortTermGain }) => shortTermGain), longTermGain: sum(({ longTermGain }) => longTermGain),
    lossesHarvested: sum(({ lossesHarvested }) => lossesHarvested), estTax: sum(({ estTax }) => estTax),
    // Each account's share counts what those before it use of the same budget.
    budgetUsed: members.reduce<number | null>((most, { budgetUsed }) => (budgetUsed === null ? most : Math.max(most ?? budgetUsed, budgetUsed)), null),
    tradingCost: toPlaces(members.reduce((total, row) => total + (row.tradingCost ?? 0), 0), 2),
    substitutesHeld: null, whatBinds: null,
    exceptions: members.reduce((total, row) => total + row.exceptions, 0),
    why: verdict.why, solveStatus: statusOf(members, gapBp), runId, terms,
    gapBp: gapBp === null ? null : toPlaces(gapBp, 4),
  };
}

function scoreOf(terms: ScoreTerms, value: number): Pick<ScoreRow, 'netScoreBp' | 'benefitBp' | 'costBp'> {
  const parts = Object.values(terms);
  return {
    netScoreBp: bp(sumCents(parts), value),
    benefitBp: bp(sumCents(parts.filter((part) => part > 0)), value),
    costBp: bp(-sumCents(parts.filter((part) => part < 0)), value),
  };
}

/** How far the score can be from the best one of all accounts together, basis points of household value. */
function gapOf({ bestScore, score, frame }: HouseholdPlan): number | null {
  return bestScore === undefined ? null : Math.max(0, ((bestScore - score) / frame.value) * 10_000);
}

function statusOf(members: readonly ScoreRow[], gapBp: number | null): string {
  const worst = ['Not solved', 'Limits relaxed'].find((status) => members.some(({ solveStatus }) => solveStatus === status));
  return worst ?? (gapBp !== null && gapBp <= optimalGap ? 'Optimal' : 'Good enough');
}
