import { expect, test } from '@jest/globals';
import { marketDay } from './market-day';

test.each([
  ['2026-11-21T03:00:00Z', '2026-11-20'],
  ['2026-11-21T05:00:00Z', '2026-11-21'],
  ['2026-07-01T03:59:59Z', '2026-06-30'],
  ['2026-07-01T04:00:00Z', '2026-07-01'],
])('%s is %s in New York', (time, day) => {
  expect(marketDay(Date.parse(time))).toBe(day);
});
