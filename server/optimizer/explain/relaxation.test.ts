import { solvers } from '../solvers';
import type { Solver } from '../solvers/solver';
import { leastRelaxation } from './relaxation';
import { fixed, less, more, snapshot, weight } from './fixtures/clash';

let solver: Solver;
beforeAll(async () => { solver = await solvers.native(); });

test('the least that one of them must give is what they clash by', () => {
  expect(leastRelaxation(snapshot, [more], [less], solver)?.give).toBeCloseTo(0.05, 5);
  expect(leastRelaxation(snapshot, [more], [{ ...less, max: weight + 0.5 }], solver)?.give).toBeCloseTo(0, 6);
});

test('nothing that some rows give helps firm ones that clash', () => {
  expect(leastRelaxation(snapshot, [more, less], [fixed('another', { max: 1 })], solver)).toBeUndefined();
});
