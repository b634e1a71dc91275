import { lot, sixtyForty, snapshotOf } from './examples';
import { conflicts, washClasses } from './conflicts';

const plan = (sells: number[], buys: number[]) => ({ sells: Float64Array.from(sells), buys: Float64Array.from(buys) });

test('a loss sold and its class bought is one conflict, one security both sold and bought another', () => {
  const found = conflicts(snapshotOf(sixtyForty()), plan([0.05, 0.1], [0.02, 0.03]));
  expect(found.map(({ lots, assets, size }) => [lots, assets, size])).toEqual([[[1], [1], 0.03], [[0], [0], 0.02], [[0], [0], 0.02]]);
});

test('another symbol of the same wash-sale class is as forbidden', () => {
  const snapshot = snapshotOf(sixtyForty({ vti: { washClass: 'X' }, bnd: { washClass: 'X' } }));
  expect(conflicts(snapshot, plan([0.05, 0], [0, 0.03]))).toEqual([expect.objectContaining({ lots: [0], assets: [0, 1], size: 0.03 })]);
});

test('gains, dust and untaxed losses conflict with nothing', () => {
  expect(conflicts(snapshotOf(sixtyForty()), plan([0, 0.1], [0.1, 0]))).toEqual([]);
  expect(conflicts(snapshotOf(sixtyForty()), plan([0.05, 0], [5e-8, 0]))).toEqual([]);
  expect(washClasses(snapshotOf(sixtyForty({ taxType: 'Tax-free' })))).toEqual([]);
  expect(washClasses(snapshotOf(sixtyForty({ lots: [lot('VTI', 1, 200, '2020-01-02')] })))).toEqual([]);
});
