import fc from 'fast-check';
import { sixtyForty, snapshotOf } from './examples';
import { elasticTiers, formulate } from './formulation';
import type { Plan } from './plan';
import { infeasibility, objectiveAt, type Problem } from './problem';
import { randomPlan, runs } from './random-book';
import { rowsOf } from './rows';
import type { Tier } from './rows/row';
import type { AccountSnapshot } from './snapshot';
import { cost } from './terms';
import { tax } from './terms/tax';

/**
 * The point of a plan: sales and purchases as given, every other column by the rows that define it. Each such row starts
 * with its column; where several bound one column from below, the highest counts.
 */
function pointOf(problem: Problem, plan: Plan): Float64Array {
  const x = new Float64Array(problem.cost.length).fill(NaN);
  [...plan.sells, ...plan.buys].forEach((weight, j) => { x[j] = weight * 100; });
  for (let r = 0; r < problem.rowLower.length; r += 1) {
    const [first, end] = [problem.starts[r], problem.starts[r + 1]];
    if (first === end || problem.rowLower[r] === -Infinity) continue;
    let value = problem.rowLower[r];
    for (let e = first + 1; e < end; e += 1) value -= problem.values[e] * (x[problem.indices[e]] || 0);
    const column = problem.indices[first];
    x[column] = Math.max(problem.lower[column], value, Number.isNaN(x[column]) ? -Infinity : x[column]);
  }
  return x.map((value) => (Number.isNaN(value) ? 0 : value));
}

/** Basis points of account value, by the better tax regime. */
function expressed(snapshot: AccountSnapshot, plan: Plan): number {
  const regimes = tax.express(snapshot).tax ?? [undefined];
  return Math.min(...regimes.map((regime) => {
    const { problem } = formulate(snapshot, [], regime);
    return objectiveAt(problem, pointOf(problem, plan));
  }));
}

test('what is minimized is what is reported, for any account and any plan', () => {
  fc.assert(fc.property(randomPlan, ({ snapshot, plan }) => {
    const priced = (cost(snapshot, plan) / snapshot.value) * 10_000;
    expect(Math.abs(expressed(snapshot, plan) - priced)).toBeLessThan(1e-7 * Math.max(1, Math.abs(priced)));
  }), runs(300));
});

test('no trade is a point of the problem when every rule holds', () => {
  const snapshot = snapshotOf(sixtyForty());
  const { problem } = formulate(snapshot, [], tax.express(snapshot).tax?.[0]);
  expect(infeasibility(problem, pointOf(problem, { sells: new Float64Array(2), buys: new Float64Array(2) }))).toBeLessThan(1e-9);
});

test('a plan is read back from the columns, without the dust', () => {
  const snapshot = snapshotOf(sixtyForty());
  const { problem, read } = formulate(snapshot, [], undefined);
  const x = new Float64Array(problem.cost.length);
  x.set([1e-8, 70 - 1e-8, 3, 0]);
  expect([...read(x).sells]).toEqual([0, snapshot.lots[1].weight]);
  expect([...read(x).buys]).toEqual([0.03, 0]);
});

test('rows that only forbid a trade are bounds, the others rows; what may be missed gets an elastic column', () => {
  const restrictions = [
    { rule: 'Never sell' as const, on: 'Symbol' as const, value: 'VTI', strictness: 'hard' as const, source: 'Restrictions row 2' },
    { rule: 'Max %' as const, on: 'Symbol' as const, value: 'VTI', limit: 0.5, strictness: 'hard' as const, source: 'Restrictions row 3' },
  ];
  const snapshot = snapshotOf(sixtyForty({ restrictions }));
  const { problem, sell0, elastic, tierRows } = formulate(snapshot, rowsOf(snapshot), undefined);
  expect(problem.upper[sell0 + 1]).toBe(0);
  expect([...tierRows.keys()]).toEqual([...elasticTiers]);
  const [cap] = elastic.filter(({ row }) => row.code === 'max-percent');
  expect(cap.today).toBeCloseTo(20, 9);
  expect(problem.upper[cap.column]).toBeCloseTo(20, 9);
});

test('limits of the run are firm, and elastic without end once mandated cash has to outrank them', () => {
  const snapshot = snapshotOf(sixtyForty({ settings: { maxTurnover: 0.1 } }));
  const limits = (...tiers: Tier[]) => formulate(snapshot, rowsOf(snapshot), undefined, new Set(tiers));
  expect(limits().elastic.some(({ row }) => row.tier === 'limit')).toBe(false);
  const { elastic, problem } = limits('limit', 'hard', 'repair');
  const [turnover] = elastic.filter(({ row }) => row.code === 'turnover');
  expect(problem.upper[turnover.column]).toBeGreaterThan(200);
});
