import type { TaxProfile } from '../../../shared/book/book';
import { sixtyForty, snapshotOf, taxProfile, type SixtyForty } from '../examples';
import { lossTarget } from './loss-target';

const rows = (tax: Partial<TaxProfile>, more: SixtyForty = {}) => lossTarget(snapshotOf(sixtyForty({ tax: { ...taxProfile, ...tax }, ...more })));

test.each([
  ['nothing realized yet', { lossTarget: -15_000 }, -0.15], ['losses taken', { lossTarget: -15_000, ytdShort: -3000, ytdLong: -1000 }, -0.11],
  ['gains taken', { lossTarget: -15_000, ytdLong: 5000 }, -0.2], ['passed already', { lossTarget: -15_000, ytdLong: -20_000 }, 0],
  ['without its sign', { lossTarget: 15_000 }, -0.15], ['no losses wanted', { lossTarget: 0 }, 0],
] as const)('%s', (_, tax, min) => {
  const [row] = rows(tax);
  expect(row.min).toBeCloseTo(min, 12);
  expect(row).toMatchObject({ tier: 'limit', code: 'loss-target' });
});

test('the row counts gains and losses of every lot', () => {
  expect(rows({ lossTarget: -1000 })[0].expression.sells?.map(([l, factor]) => [l, Number(factor.toFixed(6))])).toEqual([[0, -0.111111], [1, 0.5]]);
});

test('without a target, or without tax, nothing is asked', () => {
  expect(rows({})).toEqual([]);
  expect(rows({ lossTarget: -15_000 }, { taxType: 'Tax-free' })).toEqual([]);
});
