import { expect, test } from '@jest/globals';
import { dateOrder } from './date-order';

test.each([
  [['03/04/2026', '13/04/2026', 44259, null], 'day'],
  [['03/04/26', '4-13-26'], 'month'],
  [['03/04/2026', '05/05/2026', '2026-04-13', 'n/a'], undefined],
  [['13/04/2026', '04/13/2026'], undefined],
] as const)('%j', (cells, order) => {
  expect(dateOrder(cells)).toBe(order);
});
