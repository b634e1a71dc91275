import { findMisfits, minimumTrade, type Misfit } from './discrete';
import { lot, sixtyForty, snapshotOf, type SixtyForty } from './examples';
import { formulateAll, regimesOf } from './formulation';
import { cheapestTreatment, enlarge, gainOf, treat } from './misfit-treatment';
import { isSolved, solveNode, trunk, type Open, type Setting } from './node';
import { noTrade } from './plan';
import { rowsOf } from './rows';
import { nothingYields } from './rows/row';
import { solvers } from './solvers';
import type { Solver } from './solvers/solver';
import { soldByAsset } from './terms/tickets';

let solver: Solver;
beforeAll(async () => { solver = await solvers.native(); });

/** 60/40 without tax, its best plan before anything is decided, and what is of the wrong size in it. */
function rootOf(more: SixtyForty): { setting: Setting; root: Open; misfits: readonly Misfit[] } {
  const snapshot = snapshotOf(sixtyForty({ taxType: 'Tax-free', ...more }));
  const setting = { snapshot, regimes: regimesOf(snapshot), solver, limits: { time: 5 } };
  const formulation = formulateAll(snapshot, rowsOf(snapshot), setting.regimes, nothingYields);
  const solution = solveNode(setting, formulation, trunk);
  if (!isSolved(solution)) throw new Error('60/40 has a plan');
  return { setting, root: { formulation, branch: trunk, solution }, misfits: findMisfits(snapshot, solution.plan) };
}

/** The node after one treatment. */
function after({ setting, root }: { setting: Setting; root: Open }, misfit: Misfit, treatment: Parameters<typeof treat>[4]): Open {
  const branch = treat(setting.snapshot, root, root.branch, misfit, treatment);
  const solution = solveNode(setting, root.formulation, branch, root.solution);
  if (!isSolved(solution)) throw new Error(`${treatment} leaves no plan`);
  return { ...root, branch, solution };
}

// $9,000 of bonds, of which the model wants next to nothing: a little would be left.
const crumb: SixtyForty = { lots: [lot('BND', 60, 100, '2024-01-02'), lot('BND', 40, 100, '2024-05-02'), lot('VTI', 430, 100, '2020-01-02')], settings: { minimumPosition: 0.06 } };
const leaning = (): ReturnType<typeof rootOf> => rootOf({ ...crumb, restrictions: [{ rule: 'Max %', on: 'Symbol', value: 'BND', limit: 0.05, strictness: 'hard', source: 'Restrictions row 2' }] });

test('a remainder that is too small is sold out, left at the least, or not sold at all', () => {
  const node = leaning();
  const [misfit] = node.misfits;
  expect(misfit).toMatchObject({ asset: 0, kind: 'small remainder' });
  const { snapshot } = node.setting;
  const left = (of: Open): number => snapshot.assets[0].weight - soldByAsset(snapshot, of.solution.plan)[0];
  expect(left(node.root)).toBeLessThan(0.06);
  expect(left(after(node, misfit, 'enlarge'))).toBeCloseTo(0, 9);
  expect(left(after(node, misfit, 'leave the least'))).toBeCloseTo(0.06, 6);
  expect(left(after(node, misfit, 'leave out'))).toBeCloseTo(snapshot.assets[0].weight, 9);
  for (const treatment of ['enlarge', 'leave the least', 'leave out'] as const) expect(findMisfits(snapshot, after(node, misfit, treatment).solution.plan)).toEqual([]);
});

test('the treatment taken is the one that costs least at the node\'s prices', () => {
  const node = leaning();
  const [misfit] = node.misfits;
  const { hold, sell, sellOut } = node.root.solution.choices;
  const cheapest = Math.min(hold[0], sell[0]);
  const expected = hold[0] === cheapest ? 'leave out' : sell[0] < sellOut[0] ? 'leave the least' : 'enlarge';
  expect(cheapestTreatment(node.root, misfit)).toBe(expected);
  expect(gainOf(node.root, misfit)).toBeCloseTo(hold[0] - sell[0], 12);
});

test('a purchase below the minimum is raised to it or left out', () => {
  const node = rootOf({ cash: 5000, settings: { minimumTrade: 30_000 } });
  const small = node.misfits.filter(({ kind }) => kind === 'small buy');
  expect(small.length).toBeGreaterThan(0);
  const { snapshot } = node.setting;
  for (const misfit of small) {
    expect(after(node, misfit, 'leave out').solution.plan.buys[misfit.asset]).toBe(0);
    expect(after(node, misfit, 'enlarge').solution.plan.buys[misfit.asset]).toBeGreaterThanOrEqual(minimumTrade(snapshot) - 1e-9);
  }
});

test('a sale is enlarged by lots already sold first, then by those of the least gain', () => {
  const { setting: { snapshot } } = rootOf({ lots: [lot('BND', 10, 50, '2024-01-02', 'gain'), lot('BND', 10, 100, '2024-02-02', 'loss'), lot('BND', 10, 80, '2024-03-02', 'middle'), lot('VTI', 350, 100, '2020-01-02')] });
  const plan = noTrade(snapshot.lots.length, snapshot.assets.length);
  const [gain, loss, middle] = ['gain', 'loss', 'middle'].map((id) => snapshot.lots.findIndex(({ lot: { id: own } }) => own === id));
  plan.sells[middle] = snapshot.lots[middle].weight / 2;
  const { weight } = snapshot.lots[middle];
  const { leastSells } = enlarge(snapshot, plan, trunk, { asset: 0, kind: 'small sale', needed: 1.5 * weight }, (l) => l !== gain);
  expect([...leastSells]).toEqual([[middle, weight], [loss, expect.closeTo(weight / 2, 9)]]);
});
