import { sixtyForty, snapshotOf } from '../examples';
import type { Row } from '../rows/row';
import { solvers } from '../solvers';
import type { Solver } from '../solvers/solver';
import { leastRelaxation } from './relaxation';

let solver: Solver;
beforeAll(async () => { solver = await solvers.native(); });

const snapshot = snapshotOf(sixtyForty());
const [{ weight }] = snapshot.assets;
const fixed = (name: string, bounds: Pick<Row, 'min' | 'max'>): Row => ({ name, source: 's', code: 'c', tier: 'fixed', expression: { weights: [[0, 1]] }, ...bounds });
const [more, less] = [fixed('at least', { min: weight + 0.02 }), fixed('at most', { max: weight - 0.03 })];

test('the least that one of them must give is what they clash by', () => {
  expect(leastRelaxation(snapshot, [more], [less], solver)?.give).toBeCloseTo(0.05, 5);
  expect(leastRelaxation(snapshot, [more], [{ ...less, max: weight + 0.5 }], solver)?.give).toBeCloseTo(0, 6);
});

test('nothing that some rows give helps firm ones that clash', () => {
  expect(leastRelaxation(snapshot, [more, less], [fixed('another', { max: 1 })], solver)).toBeUndefined();
});
