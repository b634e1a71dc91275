import fc from 'fast-check';
import type { Restriction } from '../../../shared/book/book';
import { lot, sixtyForty, snapshotOf, taxProfile, type SixtyForty } from '../examples';
import { elasticTiers, formulate, percent, regimesOf, type Formulation } from '../formulation';
import { randomBook, runs } from '../random-book';
import { rowsOf } from '../rows';
import type { Row } from '../rows/row';
import type { AccountSnapshot } from '../snapshot';
import { solvers } from '../solvers';
import type { Solver } from '../solvers/solver';
import { withoutWashRows } from './feasibility';
import { shadowPrices, type Priced } from './shadow-prices';

let solver: Solver;
beforeAll(async () => { solver = await solvers.native(); });

interface Node {
  readonly formulation: Formulation;
  readonly solution: Priced & { readonly objective: number };
}

/** The plan of the first tax regime that misses nothing, with its formulation; none when some row must be missed. */
function node(snapshot: AccountSnapshot, rows: readonly Row[]): Node | undefined {
  const formulation = formulate(snapshot, rows, regimesOf(snapshot)[0]);
  const problem = withoutWashRows(formulation);
  for (const tier of elasticTiers) problem.rowUpper[formulation.tierRows.get(tier)!] = 0;
  const solved = solver.solve(problem, { time: 10 });
  if (solved.status !== 'optimal') return undefined;
  const { x, duals, objective } = solved;
  return { formulation, solution: { plan: formulation.read(x), duals, objective, missed: elasticTiers.map(() => 0) } };
}

/** A row whose limit gives way by a fraction of account value. */
const loosened = (row: Row, by: number): Row =>
  ({ ...row, ...(row.min === undefined ? {} : { min: row.min - by }), ...(row.max === undefined ? {} : { max: row.max + by }) });

function priced(more: SixtyForty): Record<string, number> {
  const snapshot = snapshotOf(sixtyForty(more));
  const rows = rowsOf(snapshot);
  const { formulation, solution } = node(snapshot, rows)!;
  return Object.fromEntries(shadowPrices(rows, formulation, solution).map(({ row, price }) => [row.code, price]));
}

const never = (rule: Restriction['rule'], limit?: number): Restriction =>
  ({ rule, on: 'Symbol', value: 'VTI', limit, strictness: 'hard', source: 'Restrictions row 2' });

test('a rule that does not bind has no price', () => {
  const prices = priced({ settings: { maxTurnover: 0.9 }, tax: { ...taxProfile, gainsBudget: 1e6 } });
  expect(prices).not.toHaveProperty('turnover');
  expect(prices).not.toHaveProperty('gains-budget');
});

test('rules that bind are priced, whether they are rows or bounds of the problem', () => {
  expect(priced({ taxType: 'Tax-free', settings: { maxTurnover: 0.02 } })).toHaveProperty('turnover');
  expect(priced({ taxType: 'Tax-free', restrictions: [never('Never sell')] })).toHaveProperty('never-sell');
  expect(priced({ taxType: 'Tax-free', restrictions: [never('Min %', 0.65)] })).toHaveProperty('min-percent');
});

test('of two rules that cap the same sale neither has a price', () => {
  const prices = priced({ taxType: 'Tax-free', restrictions: [never('Never sell')], settings: { style: 'Buy only' } });
  expect(prices).not.toHaveProperty('never-sell');
  expect(prices).not.toHaveProperty('style');
});

test('a limit beyond the lot it caps has no price', () => {
  const lots = [lot('VTI', 475, 190, '2020-01-02')];
  expect(priced({ lots, tax: { ...taxProfile, gainsBudget: 50_000 }, settings: { taxCare: 'Off' } })).not.toHaveProperty('gains-budget');
  expect(priced({ lots, tax: { ...taxProfile, gainsBudget: 500 }, settings: { taxCare: 'Off' } })).toHaveProperty('gains-budget');
});

test('a price is what a little more room saves, problem solved again', () => {
  let compared = 0;
  const step = 3e-5;
  fc.assert(fc.property(randomBook(true), ({ book }) => {
    const snapshot = snapshotOf(book);
    const rows = rowsOf(snapshot);
    const found = node(snapshot, rows);
    if (!found) return;
    for (const { row, price } of shadowPrices(rows, found.formulation, found.solution)) {
      const [more, less] = [step, -step].map((by) => node(snapshot, rows.map((other) => (other === row ? loosened(row, by) : other)))?.solution);
      if (!more) continue;
      const saved = (found.solution.objective - more.objective) / (step * percent);
      const lost = less ? (less.objective - found.solution.objective) / (step * percent) : Infinity;
      compared += 1;
      // At a kink every slope between the two sides is a dual.
      // The solver's duals and the bend over a step.
      const tolerance = 0.05 * Math.max(1, price);
      expect(price).toBeGreaterThan(Math.min(saved, lost) - tolerance);
      expect(price).toBeLessThan(Math.max(saved, lost) + tolerance);
    }
  }), runs(80));
  expect(compared).toBeGreaterThan(20);
});
