import { findSlashOrder, readFlexDay, unclearDays } from './days';

test.each([
  ['20250807', false, '2025-08-07'],
  ['20250807;104523', false, '2025-08-07'],
  ['20250807104523', false, '2025-08-07'],
  ['2025-08-07, 10:45:23', false, '2025-08-07'],
  ['2025-08-07T10:45:23', false, '2025-08-07'],
  ['08/07/2025', false, '2025-08-07'],
  ['07/08/2025', true, '2025-08-07'],
  ['07/08/25 10:45', true, '2025-08-07'],
  ['07-Aug-25', true, '2025-08-07'],
  ['31/31/2025', true, null],
  ['soon', false, null],
])('%s (day first: %s) is %s', (text, dayFirst, day) => expect(readFlexDay(text, dayFirst)).toBe(day));

test.each([
  ['a="07/08/2025" b="25/08/2025 10:00"', 'day first'],
  ['a="08/25/2025" b="25/08/2025"', 'month first'],
  ['a="07/08/2025" b="VTI 25/08/2025"', 'unclear'],
  ['a="20250708" b="B 03/18/27"', 'none'],
])('slashed days of %s are %s', (text, order) => expect(findSlashOrder(text)).toBe(order));

test('unclear days are said', () => {
  expect(unclearDays('unclear', 'a.xml')).toMatchObject([{ code: 'I10', severity: 'warn', sheet: 'a.xml' }]);
  expect(unclearDays('day first', 'a.xml')).toEqual([]);
});
