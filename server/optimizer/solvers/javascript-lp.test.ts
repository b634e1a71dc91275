import { solverContract } from '../../../test/contracts/solver';
import { ProblemBuilder } from '../problem';
import { createJavascriptLp } from './javascript-lp';

const used = createJavascriptLp();
afterAll(() => used.end());

const quadratic = 'its costs are quadratic, and the library solves linear problems only';
solverContract('javascript-lp-solver', async () => used, {
  'a quadratic problem with its solution in the open': quadratic,
  'a quadratic problem of 3 columns against its bounds': quadratic,
  'a quadratic problem of 40 columns against its bounds': quadratic,
  'a quadratic problem of 200 columns against its bounds': quadratic,
  'a quadratic problem of 400 columns: as good as the best, and the bound says how good': quadratic,
  'costs that are curved in some columns only': quadratic,
  'what cannot be is infeasible, an answer and no error (curvature 1)': quadratic,
  'degenerate curvature: equal columns share what they must': quadratic,
  'a feasible set that is 0.000001 wide': quadratic,
  'a feasible set that is 0.000002 wide': quadratic,
  'a feasible set that is 1e-8 wide': quadratic,
  'columns that are fixed stay where they are': quadratic,
  'the same problem has the same answer to the last bit, whatever was solved between': quadratic,
  'no time is no answer': quadratic,
  'the problem is only read': quadratic,
  'a curved form: the distance of a weight from its goal': quadratic,
  'a curved row over forms: common risk': quadratic,
  'a row of one security alone: sold and bought share a window': quadratic,
  'eighty securities, each with a row of its own': quadratic,
  'a total that is held to its least, with a hair of room': quadratic,
  'a security that may not be traded': quadratic,
  'forms that cannot reach what a row asks are infeasible (curvature 2)': quadratic,
  'rows that contradict each other by a thousandth are infeasible (curvature 2)': quadratic,
  'a start at the answer of a problem nearby changes no answer': quadratic,
  'a start that is far off changes no answer': quadratic,
});

/** Dear items are packed before cheap ones: least −Σ worth·x with Σ x ≤ room. */
function packing(items: number, curvature = 0): ReturnType<ProblemBuilder['build']> {
  const builder = new ProblemBuilder();
  const columns = Array.from({ length: items }, (_, k) => builder.column(-1, 2, -1 - ((k * 7) % items), curvature));
  builder.row(-Infinity, 5, columns.map((column) => [column, 1] as const));
  return builder.build();
}

test('what is curved fails and says why', () => {
  expect(used.solve(packing(5, 1), { time: 5 })).toEqual({ status: 'failed' });
  expect(used.reason).toBe('It solves linear problems only.');
  expect(used.solve(packing(5), { time: 5 })).toMatchObject({ status: 'optimal' });
  expect(used.reason).toBeUndefined();
});

test('no time is no answer, and the next problem has one', () => {
  expect(used.solve(packing(400), { time: 1e-4 })).toEqual({ status: 'time-limit' });
  // Worths of 8 to 1: two each of the first four, none of the fifth, one given away of each of the rest.
  expect(used.solve(packing(8), { time: 5 })).toMatchObject({ status: 'optimal', objective: expect.closeTo(-46, 6) });
});

test('duals are not told', () => {
  const solution = used.solve(packing(8), { time: 5 });
  expect(solution).toMatchObject({ duals: new Float64Array(1) });
});
