import type { CashFlow, Restriction, RestrictionRule } from '../../../shared/book/book';
import { lot, sixtyForty, snapshotOf, taxProfile, type SixtyForty } from '../examples';
import { outcome } from '../linear';
import { noTrade, type Plan } from '../plan';
import type { Proposal } from '../proposal';
import { rebalance } from '../rebalance';
import { toPlan } from '../shares';
import { solvers } from '../solvers';
import type { Solver } from '../solvers/solver';
import { rowsOf } from '.';
import { rowValue } from '../row-value';
import { violation } from './row';

let solver: Solver;
beforeAll(async () => { solver = await solvers.native(); });

const restrict = (rule: RestrictionRule, value: string, limit?: number, strictness: Restriction['strictness'] = 'hard'): Restriction =>
  ({ rule, on: 'Symbol', value, limit, strictness, source: 'Restrictions row 2 (Account A)' });
const due = (amount: number): CashFlow => ({ type: 'Withdrawal', amount, standing: 'due', source: 'Cash flows row 2' });

/** How far the rows of one code are missed by a plan, in all. */
function missed(more: SixtyForty, code: string, plan: Plan): number {
  const snapshot = snapshotOf(sixtyForty(more));
  const rows = rowsOf(snapshot).filter((row) => row.code === code);
  if (rows.length === 0) throw new Error(`No row of ${code}`);
  return rows.reduce((sum, row) => sum + violation(row, rowValue(row, snapshot, plan, outcome(snapshot, plan))), 0);
}

const plan = (sells: number[], buys: number[]): Plan => ({ sells: Float64Array.from(sells), buys: Float64Array.from(buys) });
const young = [lot('BND', 2500 / 9, 100, '2024-01-02'), lot('VTI', 350, 100, '2025-12-05')];

// Lots and assets are BND, VTI: a tenth loss, a gain of half its value.
test.each<[string, SixtyForty, Plan, Plan]>([
  ['cash-floor', {}, plan([0, 0], [0.05, 0]), plan([0, 0], [0.06, 0])],
  ['cash-ceiling', { settings: { cashMaximum: 0.05 } }, plan([0, 0], [0, 0]), plan([0, 0.1], [0, 0])],
  ['band', { settings: { band: '5%' } }, plan([0, 0.1], [0.1, 0]), plan([0.05, 0], [0, 0])],
  ['max-position', { settings: { maxPosition: 0.7 } }, plan([0, 0], [0, 0]), plan([0, 0], [0, 0.01])],
  ['max-issuer', { settings: { maxIssuer: 0.7 }, vti: { issuer: 'V' } }, plan([0, 0], [0.05, 0]), plan([0, 0], [0, 0.01])],
  ['max-sector', { settings: { maxSector: 0.7 }, vti: { sector: 'S' } }, plan([0, 0.1], [0, 0]), plan([0, 0], [0, 0.01])],
  ['turnover', { settings: { maxTurnover: 0.1 } }, plan([0, 0.1], [0.1, 0]), plan([0, 0.11], [0.1, 0])],
  ['gains-budget', { tax: { ...taxProfile, gainsBudget: 5000 } }, plan([0, 0.1], [0, 0]), plan([0, 0.11], [0, 0])],
  ['short-gains-budget', { lots: young }, plan([0.1, 0], [0, 0]), plan([0, 0.01], [0, 0])],
  ['tax-budget', { tax: { ...taxProfile, taxBudget: 1190 } }, plan([0, 0.1], [0, 0]), plan([0, 0.12], [0, 0])],
  ['long-term-wait', { lots: young }, plan([0.2, 0], [0, 0]), plan([0, 0.01], [0, 0])],
  ['loss-target', { tax: { ...taxProfile, lossTarget: -1000 } }, plan([0.09, 0], [0, 0]), plan([0.1, 0], [0, 0])],
  ['transition', { settings: { transitionMonths: 4 } }, plan([0, 0.028], [0, 0]), plan([0, 0.031], [0, 0])],
  ['holding-period', { lots: young, settings: { minimumHoldingPeriod: 500 } }, plan([0.2, 0], [0, 0]), plan([0, 0.01], [0, 0])],
  ['distribution', { vti: { nextDistribution: '2026-11-30' }, settings: { avoidBuyingBeforeDistribution: 10 } }, plan([0.1, 0.1], [0.1, 0]), plan([0, 0], [0, 0.01])],
  ['unknown-basis', { lots: [young[0], lot('VTI', 350, null, '2020-01-02')], settings: { unknownBasis: 'Never sell' } }, plan([0.2, 0], [0, 0]), plan([0, 0.01], [0, 0])],
  ['tradable', { vti: { tradable: 'Sell only' } }, plan([0, 0.1], [0, 0]), plan([0, 0], [0, 0.01])],
  ['style', { settings: { style: 'Buy only' } }, plan([0, 0], [0.01, 0]), plan([0.01, 0], [0, 0])],
  ['never-buy', { restrictions: [restrict('Never buy', 'VTI')] }, plan([0, 0.1], [0.05, 0]), plan([0, 0], [0, 0.01])],
  ['never-sell', { restrictions: [restrict('Never sell', 'VTI')] }, plan([0.1, 0], [0, 0.01]), plan([0, 0.01], [0, 0])],
  ['never-own', { restrictions: [restrict('Never own', 'VTI')] }, plan([0, 0.7], [0, 0]), plan([0, 0.69], [0, 0])],
  ['max-percent', { restrictions: [restrict('Max %', 'VTI', 0.65)] }, plan([0, 0.05], [0, 0]), plan([0, 0.04], [0, 0])],
  ['min-percent', { restrictions: [restrict('Min %', 'BND', 0.3)] }, plan([0, 0], [0.05, 0]), plan([0, 0], [0.04, 0])],
  ['max-dollars', { restrictions: [restrict('Max $', 'VTI', 65_000)] }, plan([0, 0.05], [0, 0]), plan([0, 0.04], [0, 0])],
  ['max-quantity', { restrictions: [restrict('Max quantity', 'VTI', 325)] }, plan([0, 0.05], [0, 0]), plan([0, 0.04], [0, 0])],
])('%s: a plan that keeps it passes, one that breaks it does not', (code, more, keeps, breaks) => {
  expect(missed(more, code, keeps)).toBeLessThan(1e-9);
  expect(missed(more, code, breaks)).toBeGreaterThan(1e-3);
});

function propose(more: SixtyForty): Proposal {
  const proposal = rebalance(snapshotOf(sixtyForty(more)), solver);
  expect(proposal.refused).toEqual([]);
  return proposal;
}

/** How far a code's rows are missed before and after a proposal. */
function standing({ snapshot, shares }: Proposal, code: string): { before: number; after: number } {
  const at = (of: Plan): number => rowsOf(snapshot).filter((row) => row.code === code)
    .reduce((sum, row) => sum + violation(row, rowValue(row, snapshot, of, outcome(snapshot, of))), 0);
  return { before: at(noTrade(snapshot.lots.length, snapshot.assets.length)), after: at(toPlan(snapshot, shares)) };
}

test.each<[string, SixtyForty]>([
  ['never-own', { restrictions: [restrict('Never own', 'VTI')] }],
  ['max-percent', { restrictions: [restrict('Max %', 'VTI', 0.2)] }],
  ['min-percent', { restrictions: [restrict('Min %', 'BND', 0.6)] }],
  ['max-dollars', { restrictions: [restrict('Max $', 'VTI', 10_000)] }],
  ['max-quantity', { restrictions: [restrict('Max quantity', 'VTI', 40)] }],
  ['max-position', { settings: { maxPosition: 0.62 } }],
  ['band', { settings: { band: '1%' } }],
  ['cash-floor', { flows: [due(20_000)] }],
])('%s: what is broken is mended', (code, more) => {
  const { before, after } = standing(propose(more), code);
  expect(before).toBeGreaterThan(0.01);
  expect(after).toBeLessThan(1e-6);
});

test.each<[string, SixtyForty]>([
  ['never-own', { restrictions: [restrict('Never own', 'VTI'), restrict('Never sell', 'VTI')] }],
  ['max-percent', { restrictions: [restrict('Max %', 'VTI', 0.2)], tax: { ...taxProfile, gainsBudget: 1000 } }],
  ['band', { settings: { band: '1%', maxTurnover: 0.02 } }],
])('%s: what cannot be mended is never made worse, and stays on the list', (code, more) => {
  const proposal = propose(more);
  const { before, after } = standing(proposal, code);
  expect(after).toBeGreaterThan(0.01);
  expect(after).toBeLessThan(before + 1e-9);
  expect(proposal.missed.map(({ row }) => row.code)).toContain(code);
});

test.each<[string, SixtyForty]>([
  ['turnover', { settings: { maxTurnover: 0.01 } }],
  ['gains-budget', { tax: { ...taxProfile, gainsBudget: 0 }, lots: [lot('VTI', 475, 100, '2020-01-02')] }],
  ['long-term-wait', { lots: [lot('VTI', 475, 100, '2025-12-05')] }],
  ['transition', { settings: { transitionMonths: 24 }, lots: [lot('VTI', 475, 100, '2020-01-02')] }],
  ['holding-period', { settings: { minimumHoldingPeriod: 2600 }, lots: [lot('VTI', 475, 100, '2020-01-02')] }],
  ['loss-target', { tax: { ...taxProfile, lossTarget: 0 }, lots: [lot('VTI', 475, 400, '2020-01-02')] }],
  ['tax-budget', { tax: { ...taxProfile, taxBudget: 0 }, lots: [lot('VTI', 475, 100, '2020-01-02')] }],
])('mandated cash outranks %s, and the result says that limits gave way', (code, more) => {
  const proposal = propose({ flows: [due(30_000)], ...more });
  expect(standing(proposal, 'cash-floor').after).toBeLessThan(1e-6);
  expect(standing(proposal, code).after).toBeGreaterThan(0);
  expect(proposal.status).toBe('Limits relaxed');
  expect(proposal.missed.map(({ row }) => row.code)).toContain(code);
});

test('cash outranks every limit at once', () => {
  const proposal = propose({
    flows: [due(30_000)], lots: [lot('VTI', 475, 100, '2025-12-05')], settings: { maxTurnover: 0.01, riskPrice: 0 }, tax: { ...taxProfile, gainsBudget: 0 },
  });
  // Nothing but the mandate speaks for the sale: it costs tax, and it breaks more of the limits than it raises cash.
  expect(proposal.score).toBeLessThan(0);
  expect(standing(proposal, 'cash-floor').after).toBeLessThan(1e-6);
  expect(proposal.status).toBe('Limits relaxed');
});

test('no cash is worth breaking what is fixed', () => {
  const proposal = propose({ flows: [due(30_000)], restrictions: [restrict('Never sell', 'VTI'), restrict('Never sell', 'BND')] });
  expect(proposal.trades).toEqual([]);
  expect(proposal.missed.map(({ row }) => row.code)).toEqual(['cash-floor']);
});

test('soft wishes bend when it pays', () => {
  const gentle = propose({ restrictions: [restrict('Max %', 'VTI', 0.69, 'soft')], taxType: 'Tax-free' });
  expect(standing(gentle, 'max-percent').after).toBeLessThan(1e-6);
  const dear = propose({ restrictions: [restrict('Never buy', 'BND', undefined, 'soft')], taxType: 'Tax-free', settings: { riskPrice: 0.1 } });
  expect(standing(dear, 'never-buy').after).toBeGreaterThan(0.05);
});

test('a band gives way to a client\'s hard rule, and the result says so', () => {
  const proposal = propose({ restrictions: [restrict('Never own', 'VTI'), restrict('Never buy', 'BND')], settings: { band: '5%', cashMaximum: undefined } });
  expect(standing(proposal, 'never-own').after).toBeLessThan(1e-6);
  expect(proposal.status).toBe('Limits relaxed');
  expect(proposal.missed.map(({ row }) => row.code)).toContain('band');
});
