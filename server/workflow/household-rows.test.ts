import { expect, test } from '@jest/globals';
import type { ScoreRow, ScoreTerms } from '../../shared/api/result';
import { runResult } from '../../shared/sheets/test-result';
import { termNames } from '../optimizer/terms';
import type { Verdict } from './decide';
import { householdRow } from './household-rows';
import type { HouseholdPlan } from './plan-household';

const [tax, drift] = termNames;
const terms = (more: Partial<ScoreTerms>): ScoreTerms => ({ ...Object.fromEntries(termNames.map((name) => [name, 0])), ...more }) as ScoreTerms;
const member = (more: Partial<ScoreRow> = {}): ScoreRow => ({
  ...runResult(1).scores[0], level: 'Member', value: 100_000, cashBefore: 0.1, cashAfter: 0.2, turnover: 0, trades: 0, shortTermGain: 0, longTermGain: 0, lossesHarvested: 0,
  estTax: 0, budgetUsed: null, tradingCost: 0, exceptions: 0, solveStatus: 'Optimal', terms: terms({}), ...more,
});

const plan = (more: Partial<HouseholdPlan> = {}): HouseholdPlan => ({
  frame: { family: { id: 'H', name: 'Rivera' }, value: 200_000, cashTarget: 0.02, lead: { household: 'H' }, counted: [{ plain: { cash: { dollars: 0.2 } } }] },
  before: { drift: 0.08, trackingError: 0.02 }, after: { drift: 0.01, trackingError: 0.005 }, score: 100, bestScore: 100, proposals: [], sweeps: [], ...more,
}) as unknown as HouseholdPlan;
const verdict = (decision: Verdict['decision']): Verdict => ({ decision, why: 'Because', mandate: null, exceptions: [] });
const rowOf = (members: readonly ScoreRow[], more: Partial<HouseholdPlan> = {}, decision: Verdict['decision'] = 'Trade'): ScoreRow => householdRow(plan(more), members, verdict(decision), 'R-1');

test('money of the accounts is added to the cent, and accounts held elsewhere count in cash', () => {
  const row = rowOf([member({ estTax: 0.1, longTermGain: 0.1 }), member({ estTax: 0.2, longTermGain: 0.2 })]);
  expect(row).toMatchObject({ accountId: 'H', account: 'Rivera', level: 'Household', estTax: 0.3, longTermGain: 0.3, cashBefore: 0.4, cashAfter: 0.6, cashTarget: 4000 });
});

test('benefit less cost is the score, term by term over all accounts', () => {
  const row = rowOf([member({ terms: terms({ [tax]: -50, [drift]: 200 }) }), member({ terms: terms({ [tax]: 70, [drift]: -10 }) })]);
  expect(row.terms).toMatchObject({ [tax]: 20, [drift]: 190 });
  expect(row).toMatchObject({ netScoreBp: 10.5, benefitBp: 10.5 });
  expect(row.costBp).toBeCloseTo(0, 9);
  const costly = rowOf([member({ terms: terms({ [tax]: -120, [drift]: 200 }) })]);
  expect(costly).toMatchObject({ netScoreBp: 4, benefitBp: 10, costBp: 6 });
});

test('turnover is of the household: each account counts by what it is worth', () => {
  expect(rowOf([member({ value: 150_000, turnover: 0.1 }), member({ value: 50_000, turnover: 0.5 })]).turnover).toBe(0.2);
});

test('risk and drift after the trades are shown only where trades are', () => {
  expect(rowOf([member()])).toMatchObject({ driftBefore: 0.08, driftAfter: 0.01, trackingErrorAfter: 0.005 });
  expect(rowOf([member()], {}, 'No trade')).toMatchObject({ driftAfter: 0.08, trackingErrorAfter: 0.02 });
  expect(rowOf([member()], {}, 'Blocked').driftAfter).toBe(0.08);
});

test('of one budget the last account has used most', () => {
  expect(rowOf([member({ budgetUsed: 0.2 }), member({ budgetUsed: 0.7 }), member({ budgetUsed: null })]).budgetUsed).toBe(0.7);
  expect(rowOf([member(), member()]).budgetUsed).toBeNull();
});

test.each([
  ['Optimal', 100, 101, ['Optimal', 'Optimal']],
  ['Good enough', 100, 110, ['Optimal', 'Optimal']],
  ['Good enough', 100, undefined, ['Optimal', 'Optimal']],
  ['Limits relaxed', 100, 100, ['Optimal', 'Limits relaxed']],
  ['Not solved', 100, 100, ['Limits relaxed', 'Not solved']],
] as const)('is %s with a score of %d where %p is the best, and accounts that are %p', (status, score, bestScore, members) => {
  expect(rowOf(members.map((solveStatus) => member({ solveStatus })), { score, bestScore }).solveStatus).toBe(status);
});

test('the gap is in basis points of the household, never below zero, and unknown where no bound is known', () => {
  expect(rowOf([member()], { score: 100, bestScore: 110 }).gapBp).toBe(0.5);
  expect(rowOf([member()], { score: 110, bestScore: 100 }).gapBp).toBe(0);
  expect(rowOf([member()], { bestScore: undefined }).gapBp).toBeNull();
});
