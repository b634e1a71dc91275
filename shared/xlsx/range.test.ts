import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { contains, formatRange, parseCellReference, parseRange } from './range';

test('ranges go there and back', () => {
  const row = fc.integer({ min: 1, max: 1_048_576 });
  const column = fc.integer({ min: 1, max: 16_384 });
  fc.assert(
    fc.property(row, row, column, column, (top, bottom, left, right) => {
      expect(parseRange(formatRange({ top, bottom, left, right }))).toEqual({ top, bottom, left, right });
    }),
  );
});

test.each(['', 'A', '1', 'A1:B', 'A:C', '5:5', 'A1 B2', 'AAAA1'])('%j is no rectangle', (text) => expect(parseRange(text)).toBeUndefined());

test('one cell is a range of one', () => {
  expect(parseRange('$B$3')).toEqual({ top: 3, bottom: 3, left: 2, right: 2 });
  expect(formatRange({ top: 3, bottom: 3, left: 2, right: 2 })).toBe('B3');
});

test.each([
  ['Start!$B$3', 'Start'],
  ["'My sheet'!B3", 'My sheet'],
  ["='It''s'!$B$3", "It's"],
  ['Höldings.1!B3', 'Höldings.1'],
])('%s is a cell', (text, sheet) => expect(parseCellReference(text)).toEqual({ sheet, row: 3, column: 2 }));

test.each(['Start!$B$3:$C$4', '#REF!', 'B3', 'SUM(Start!B3)', '0.238', "'a'b'!B3", 'https://x.com/!A1'])(
  '%s is not one cell of one sheet',
  (text) => {
    expect(parseCellReference(text)).toBeUndefined();
  },
);

test('a name of megabytes refers to no cell', () => expect(parseCellReference(`'${"a''".repeat(2_000_000)}'!A1`)).toBeUndefined());

test('a range contains its edges', () => {
  const range = { top: 2, bottom: 3, left: 2, right: 3 };
  expect([contains(range, 2, 2), contains(range, 3, 3), contains(range, 1, 2), contains(range, 2, 4)]).toEqual([true, true, false, false]);
});
