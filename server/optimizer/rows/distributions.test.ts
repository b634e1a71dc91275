import { sixtyForty, snapshotOf, type SixtyForty } from '../examples';
import { distributions } from './distributions';

const rows = (nextDistribution: string | undefined, avoidBuyingBeforeDistribution: number, more: SixtyForty = {}) =>
  distributions(snapshotOf(sixtyForty({ vti: { nextDistribution }, ...more, settings: { avoidBuyingBeforeDistribution } })));

test.each([
  ['tomorrow', '2026-11-21', 10, 1], ['on the last day that counts', '2026-11-30', 10, 1], ['later', '2026-12-01', 10, 0],
  ['today: a buyer no longer gets it', '2026-11-20', 10, 0], ['past', '2026-11-19', 10, 0], ['unknown', undefined, 10, 0], ['switched off', '2026-11-21', 0, 0],
] as const)('%s', (_, day, days, count) => {
  expect(rows(day, days)).toHaveLength(count);
});

test('the row bars the purchase of that security', () => {
  expect(rows('2026-11-25', 10)).toMatchObject([{ name: 'VTI is not bought before its distribution of 2026-11-25', tier: 'limit', max: 0, expression: { buys: [[1, 1]] } }]);
});

test('where income is not taxed nothing is barred', () => {
  expect(rows('2026-11-25', 10, { taxType: 'Tax-free' })).toEqual([]);
});
