import { expect, test } from '@jest/globals';
import { localDay, localMoment, localTime } from './local-day';

test('is what the clock on the wall says, with leading zeros', () => {
  const early = new Date(2026, 0, 5, 0, 3, 9);
  expect([localDay(early), localTime(early), localMoment(early)]).toEqual(['2026-01-05', '00:03', '2026-01-05 00:03:09']);
});

test('late in the evening it is still this day, wherever Greenwich is', () => {
  expect(localDay(new Date(2026, 11, 31, 23, 59, 59))).toBe('2026-12-31');
});
