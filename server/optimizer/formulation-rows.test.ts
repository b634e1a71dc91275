import { sixtyForty, snapshotOf, type SixtyForty } from './examples';
import { formulateAll, type Formulation } from './formulation';
import { isFirm } from './formulation-rows';
import { solvers } from './solvers';
import type { Solver } from './solvers/solver';
import { nothingYields, type Row, type Tier } from './rows/row';

let solver: Solver;
beforeAll(async () => { solver = await solvers.native(); });

/** VTI, of which 70 % is held, between two weights. */
const between = (min: number | undefined, max: number | undefined, more: Partial<Row> = {}): Row =>
  ({ name: 'VTI in its band', source: 'Settings', code: 'band', tier: 'repair', expression: { weights: [[1, 1]] }, min, max, ...more });

function posed(rows: readonly Row[], yields = nothingYields, more: SixtyForty = {}): Formulation {
  return formulateAll(snapshotOf(sixtyForty({ taxType: 'Tax-free', ...more })), rows, [undefined], yields);
}

/** The least or most weight of VTI that the problem allows, whatever its rows are missed by. */
function reachOf({ problem, sell0, buy0 }: Formulation, sign: 1 | -1): number {
  const cost = new Float64Array(problem.cost.length);
  cost[sell0 + 1] = -sign;
  cost[buy0 + 1] = sign;
  const bare = { ...problem, offset: 0, cost, quadratic: new Float64Array(cost.length), formCurvature: problem.formCurvature.map(() => 0), rowCurvature: problem.rowCurvature.map(() => 0) };
  const solution = solver.solve(bare, { time: 5 });
  if (solution.status !== 'optimal') throw new Error(solution.status);
  return 70 + sign * solution.objective;
}

test('prohibitions are firm, limits are until they yield, the rest bends', () => {
  const firm = (tier: Tier, ...yields: Tier[]): boolean => isFirm(tier, new Set(yields));
  expect([firm('fixed', 'limit'), firm('limit'), firm('limit', 'limit'), firm('hard'), firm('cash')]).toEqual([true, true, false, false, false]);
});

test('a row that holds today is kept, without a column to miss it by', () => {
  const formulation = posed([between(0.6, 0.8)]);
  expect(formulation.elastic).toEqual([]);
  expect(reachOf(formulation, 1)).toBeCloseTo(60, 4);
  expect(reachOf(formulation, -1)).toBeCloseTo(80, 4);
});

test('what is over a band today gets no further out, and does not end under the band', () => {
  const formulation = posed([between(0.4, 0.6)]);
  const [{ today }] = formulation.elastic;
  expect(today).toBeCloseTo(10, 9);
  expect(reachOf(formulation, 1)).toBeCloseTo(40, 4);
  expect(reachOf(formulation, -1)).toBeCloseTo(70, 4);
});

test('what is under a band today does not end over it', () => {
  const formulation = posed([between(0.75, 0.8)]);
  expect(reachOf(formulation, 1)).toBeCloseTo(70, 4);
  expect(reachOf(formulation, -1)).toBeCloseTo(80, 4);
});

test('a tier that yields may be missed either way', () => {
  const formulation = posed([between(0.65, 0.8)], new Set<Tier>(['repair']));
  expect(reachOf(formulation, 1)).toBeLessThan(1e-3);
  expect(reachOf(formulation, -1)).toBeGreaterThan(99);
});

test('soft rows are missed at their price, per dollar out of line', () => {
  const { elastic: [{ column }], problem } = posed([between(undefined, 0.5, { tier: 'soft', price: 0.02 })]);
  // Two cents per dollar are two basis points of account value per percent of it.
  expect(problem.cost[column]).toBeCloseTo(2, 12);
  expect(reachOf(posed([between(undefined, 0.5, { tier: 'soft', price: 0.02 })]), -1)).toBeGreaterThan(99);
});

test('a row of the problem is found by the rule it stands for; bounds of a column have none', () => {
  const band = between(undefined, 0.8);
  const cap: Row = { name: 'no VTI sold', source: 'Settings', code: 'x', tier: 'fixed', expression: { sells: [[1, 1]] }, max: 0 };
  const { rowOf, problem } = posed([band, cap]);
  expect(problem.rowUpper[rowOf.get(band)!]).toBeCloseTo(10, 9);
  expect(rowOf.has(cap)).toBe(false);
});
