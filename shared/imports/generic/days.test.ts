import { findDayOrder, findDayWithin, isNoDay, parseDay } from './days';

test.each([
  ['4/5/2020', 'month first', '2020-04-05'],
  ['4/5/2020', 'day first', '2020-05-04'],
  ['15/04/20', 'day first', '2020-04-15'],
  ['15/04/2020', 'month first', null],
  ['15.04.2020', 'month first', '2020-04-15'],
  ['04-05-2020', 'month first', '2020-04-05'],
  ['2020-04-05', 'day first', '2020-04-05'],
  ['2024-11-28 (Vesting: 2025-11-28)', 'month first', '2024-11-28'],
  ['20250807;104523', 'month first', '2025-08-07'],
  ['Mar-15-2020', 'month first', '2020-03-15'],
  ['5 April 2020', 'month first', '2020-04-05'],
  ['43926', 'month first', '2020-04-05'],
  ['2/30/2020', 'month first', null],
  ['Multiple', 'month first', null],
] as const)('%s, %s, is %s', (text, order, day) => {
  expect(parseDay(text, order)).toBe(day);
});

test('what is written where no single day is known', () => {
  expect(['--', '', 'Multiple', 'various', '12/31/1969', '1/0/1900'].every(isNoDay)).toBe(true);
  expect(['12/31/1970', '1/2/2020'].some(isNoDay)).toBe(false);
});

test('one day with one reading decides for its column', () => {
  expect(findDayOrder(['4/5/2020', '4/15/2020'], undefined)).toEqual({ order: 'month first', doubtful: null });
  expect(findDayOrder(['4/5/2020', '15/4/2020'], undefined)).toEqual({ order: 'day first', doubtful: null });
  expect(findDayOrder(['05/10/2026'], '2026-06-01')).toEqual({ order: 'month first', doubtful: null });
});

test('days of two readings are named, days of equal parts are not', () => {
  expect(findDayOrder(['5/5/2020', '', '4/5/2020'], undefined)).toEqual({ order: null, doubtful: '4/5/2020' });
  expect(findDayOrder(['5/5/2020', '2020-04-05', '15.04.2020'], undefined)).toEqual({ order: null, doubtful: null });
});

test.each([
  ['Positions as of 02:45 AM ET, 12/21/2020', '2020-12-21'],
  ['Date downloaded Apr-23-2026 1:39 p.m ET', '2026-04-23'],
  ['open-tax-lots-2024-04-08.csv', '2024-04-08'],
  ['lots_20240408.csv', '2024-04-08'],
  ['As of April 8, 2024', '2024-04-08'],
  ['account 20991399', null],
])('the day in %s', (text, day) => {
  expect(findDayWithin(text, 'month first')).toBe(day);
});
