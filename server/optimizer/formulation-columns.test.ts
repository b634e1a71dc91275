import { lot, sixtyForty, snapshotOf, type SixtyForty } from './examples';
import { addTrades, cashRow, columnCaps, singleColumn } from './formulation-columns';
import type { Linear } from './linear';
import { ProblemBuilder, rowAt, withForms } from './problem';
import type { Row } from './rows/row';

const row = (expression: Linear, more: Partial<Row> = {}): Row => ({ name: 'a rule', source: 'Settings', code: 'x', tier: 'fixed', expression, ...more });
const snapshot = (more: SixtyForty = {}) => snapshotOf(sixtyForty(more));

test('a row that only caps one sale or one purchase is told from all others', () => {
  expect(singleColumn(row({ sells: [[3, 2]] }, { max: 1 }))).toEqual({ kind: 'sells', index: 3, factor: 2 });
  expect(singleColumn(row({ buys: [[1, 1]] }, { max: 0 }))).toEqual({ kind: 'buys', index: 1, factor: 1 });
  const others: Row[] = [
    row({ sells: [[0, 1], [1, 1]] }), row({ sells: [[0, 1]], buys: [[0, 1]] }), row({ weights: [[0, 1]] }), row({ sells: [[0, -1]] }), row({ sells: [[0, 1]], cash: 1 }),
    row({ sells: [[0, 1]], constant: 0.1 }), row({ sells: [[0, 1]] }, { min: 0 }), row({ sells: [[0, 1]] }, { measure: 'tax' }), row({}),
  ];
  for (const each of others) expect(singleColumn(each)).toBeUndefined();
});

test('sales are capped by the lot and the tightest row, purchases by all there is to spend', () => {
  const { sells, buys } = columnCaps(snapshot(), [row({ sells: [[1, 2]] }, { max: 0.5 }), row({ sells: [[1, 1]] }, { max: 0.4 }), row({ buys: [[0, 1]] }, { max: 0.07 })]);
  expect([...sells].map((cap) => Number(cap.toFixed(9)))).toEqual([25, 25]);
  // 95 % can be sold, 5 % is cash.
  expect([...buys].map((cap) => Number(cap.toFixed(9)))).toEqual([7, 100]);
});

test('cash that has to stay is not there to spend, and a shortfall takes nothing from what is sold', () => {
  expect(columnCaps(snapshot({ settings: { cashMinimum: 2000 } }), []).buys[0]).toBeCloseTo(98, 9);
  expect(columnCaps(snapshot({ settings: { cashMinimum: 9000 } }), []).buys[0]).toBeCloseTo(95, 9);
});

test('cash and gains follow from what is traded', () => {
  const from = snapshot({ vti: { redemptionFee: 0.01, feeDays: 9999 } });
  const builder = new ProblemBuilder();
  const { cash, gains, moved } = addTrades(from, builder, columnCaps(from, []));
  const problem = builder.build();
  const x = new Float64Array(problem.cost.length);
  // 10 % of BND at a loss of a ninth and 20 % of VTI at a gain of half are sold, 7 % of BND is bought.
  x.set([10, 20, 7, 0]);
  x[cash] = 5 + 10 + 0.99 * 20 - 7;
  x[gains!.long] = -10 / 9 + 10;
  const extended = withForms(problem, x);
  for (let r = 0; r < problem.rowLower.length; r += 1) {
    const value = rowAt(problem, r, extended);
    expect(value).toBeCloseTo(problem.rowLower[r], 9);
    expect(value).toBeCloseTo(problem.rowUpper[r], 9);
  }
  expect(moved.map((form) => extended[x.length + ~form])).toEqual([-3, -20]);
  // The row of cash is where its price is looked up.
  expect(problem.indices[problem.starts[cashRow]]).toBe(cash);
  expect(problem.rowLower[cashRow]).toBeCloseTo(5, 9);
});

test('every plan lies in the boxes of cash and gains', () => {
  const from = snapshot({ lots: [lot('BND', 100, 200, '2026-05-01'), lot('VTI', 350, 100, '2020-01-02')] });
  const builder = new ProblemBuilder();
  const { cash, gains } = addTrades(from, builder, columnCaps(from, []));
  const { lower, upper } = builder.build();
  const [bnd, vti] = from.lots.map(({ weight, gain }) => 100 * weight * gain);
  expect([lower[gains!.short], upper[gains!.short]]).toEqual([expect.closeTo(bnd, 9), expect.closeTo(0, 9)]);
  expect([lower[gains!.long], upper[gains!.long]]).toEqual([expect.closeTo(0, 9), expect.closeTo(vti, 9)]);
  expect(lower[cash]).toBeLessThan(0);
  expect(upper[cash]).toBeGreaterThan(100);
});

test('untaxed accounts have no gains', () => {
  const from = snapshot({ taxType: 'Tax-deferred' });
  expect(addTrades(from, new ProblemBuilder(), columnCaps(from, [])).gains).toBeUndefined();
});
