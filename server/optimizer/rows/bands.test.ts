import { sixtyForty, snapshotOf } from '../examples';
import { bands } from './bands';

test('each class of the target has a row with its band', () => {
  const snapshot = snapshotOf(sixtyForty({ settings: { band: '5%' } }));
  const rows = bands(snapshot);
  expect(rows.map(({ min, max }) => [min, max].map((edge) => Number(edge?.toFixed(3))))).toEqual([[0.342, 0.442], [0.538, 0.638]]);
  expect(rows.every(({ tier }) => tier === 'repair')).toBe(true);
  expect(rows[1].expression.weights).toEqual([[snapshot.assets.findIndex(({ symbol }) => symbol === 'VTI'), 1]]);
});

test('a reserve lowers the lower edge, since that much cannot be invested', () => {
  const reserve = { type: 'Reserve' as const, amount: 50_000, standing: 'reserve' as const, source: 'Cash flows row 2' };
  const [bonds] = bands(snapshotOf(sixtyForty({ settings: { band: '5%' }, flows: [reserve] })));
  expect(bonds.min).toBeCloseTo(0.171, 9);
  expect(bonds.max).toBeCloseTo(0.442, 9);
});

test('without a band there is no row', () => {
  expect(bands(snapshotOf(sixtyForty()))).toEqual([]);
});
