import { sixtyForty, snapshotOf, type SixtyForty } from './examples';
import { formulateAll, regimesOf, type Formulation } from './formulation';
import { planeEntries } from './formulation-costs';
import { objectiveAt } from './problem';
import { nothingYields } from './rows/row';
import type { AccountSnapshot } from './snapshot';

function posed(more: SixtyForty = {}, riskWeight = 1): { snapshot: AccountSnapshot; formulation: Formulation } {
  const snapshot = snapshotOf(sixtyForty(more));
  return { snapshot, formulation: formulateAll(snapshot, [], regimesOf(snapshot), nothingYields, riskWeight) };
}

test('a plane holds the two gains by its slopes', () => {
  expect(planeEntries({ short: 4, long: 5 }, { short: 0.4, long: 0.2, constant: 9 }, -10)).toEqual([[4, -4], [5, -2]]);
});

test('all regimes share one problem; each has planes of its own above which the tax lies', () => {
  const { formulation: { tax, regimeRows, problem } } = posed();
  expect(tax!.planes.length).toBe(2);
  expect(new Set(tax!.planes.flat()).size).toBe(tax!.planes.flat().length);
  expect(regimeRows).toEqual(tax!.planes);
  for (const row of tax!.planes.flat()) expect([...problem.indices.subarray(problem.starts[row], problem.starts[row + 1])]).toContain(tax!.due);
  expect(problem.cost[tax!.due!]).toBe(1);
});

test('where tax has no price there are gains and no tax', () => {
  const { formulation: { tax } } = posed({ settings: { taxCare: 'Off', harvestLosses: 'Off' } });
  expect(tax!.due).toBeUndefined();
  expect(tax!.planes.flat()).toEqual([]);
  expect(posed({ taxType: 'Tax-free' }).formulation.tax).toBeUndefined();
});

test('cash above its target costs its drag, below nothing', () => {
  const { formulation: { problem } } = posed({ settings: { cashDrag: 0.01 } });
  const drag = problem.cost.findIndex((cost, j) => cost > 0 && Math.abs(cost - 1) < 1e-12 && problem.lower[j] === 0);
  // A percent of account value above target costs a basis point; 5 % is held, the target is 2 %.
  expect(problem.cost[drag]).toBeCloseTo(1, 12);
  expect(posed({ settings: { cashDrag: 0 } }).formulation.problem.cost.length).toBe(problem.cost.length - 1);
});

test('risk counts as often as it is asked to', () => {
  const risk = (riskWeight: number): number => {
    const { formulation: { problem } } = posed({ settings: { cashDrag: 0 }, taxType: 'Tax-free' }, riskWeight);
    return objectiveAt(problem, new Float64Array(problem.cost.length));
  };
  expect(risk(1)).toBeGreaterThan(1);
  expect(risk(3)).toBeCloseTo(3 * risk(1), 9);
});
