import { lot, sixtyForty, snapshotOf } from '../examples';
import { gains } from './gains';

const lots = [lot('VTI', 100, 100, '2020-01-02'), lot('VTI', 100, 250, '2026-10-01'), lot('VTI', 100, 200, '2026-11-01')];

test('each lot counts by its gain per dollar; without a gain it has no part', () => {
  expect(gains(snapshotOf(sixtyForty({ lots })), () => true)).toEqual([[0, 0.5], [1, -0.25]]);
  expect(gains(snapshotOf(sixtyForty({ lots })), (term) => term === 'Short')).toEqual([[1, -0.25]]);
  expect(gains(snapshotOf(sixtyForty({ lots, taxType: 'Tax-free' })), () => true)).toEqual([]);
});
