import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { cellAddress, columnLetters, columnNumber, isLineCell, lineCell, parseAddress, placeText, quoteSheet } from './address';

test.each([[1, 'A'], [26, 'Z'], [27, 'AA'], [52, 'AZ'], [53, 'BA'], [702, 'ZZ'], [703, 'AAA'], [16_384, 'XFD']])('column %d is %s', (number, letters) => {
  expect(columnLetters(number)).toBe(letters);
  expect(columnNumber(letters.toLowerCase())).toBe(number);
});

test('an address that is written is read again', () => {
  fc.assert(fc.property(fc.integer({ min: 1, max: 1_048_576 }), fc.integer({ min: 1, max: 16_384 }), (row, column) => {
    expect(parseAddress(cellAddress(row, column))).toEqual({ row, column });
  }));
});

test('dollar signs do not matter; what is no single cell has no address', () => {
  expect(parseAddress('$D$7')).toEqual({ row: 7, column: 4 });
  for (const none of ['', 'D', '7', 'A1:B2', 'Holdings!D7', 'line 7', 'ABCD1']) expect(parseAddress(none)).toBeUndefined();
});

test.each([
  ['Holdings', 'Holdings'],
  ['Data issues', "'Data issues'"],
  ["Lee's lots", "'Lee''s lots'"],
  // Excel would take these for cells, not for sheets.
  ['Q4', "'Q4'"],
  ['2026', "'2026'"],
])('a formula calls the sheet %s %s', (sheet, spelled) => expect(quoteSheet(sheet)).toBe(spelled));

test('a place is a cell of a sheet, or a line of a file', () => {
  expect(placeText('Data issues', 'D7')).toBe("'Data issues'!D7");
  expect(placeText('book.rebal', lineCell(88))).toBe('book.rebal line 88');
  expect([isLineCell(lineCell(1)), isLineCell('D7'), isLineCell('line x')]).toEqual([true, false, false]);
});
