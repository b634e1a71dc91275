import fc from 'fast-check';
import { money, number, whole } from '../column';
import { numberFromText, readNumber, readWhole } from './number';
import { cellReader } from '.';

const column = number('Quantity', { help: 'h', example: 1 });

test.each([
  ['1,234.50', 1234.5], ['$1,200', 1200], ['(4,200)', -4200], ['-$20.5', -20.5], ['$(20)', -20], ['42%', 0.42], ['40.8 %', 0.408], ['1200-', -1200],
  ['−7', -7], ['.5', 0.5], ['1e3', 1000], ['25 bp', 25], ['USD 10', 10], ['\u00a01,000 ', 1000], ['1,234,567', 1234567],
] as const)('"%s" is %d', (text, value) => {
  expect(numberFromText(text)).toBeCloseTo(value, 12);
});

test.each(['1.234,5', '12,5', '1 234,50', '1.234.567'])('"%s" can be two numbers', (text) => {
  expect(numberFromText(text)).toBe('ambiguous');
});

test.each(['n/a', '--', '', '12 apples', '1,23,4', '2026-11-20', '1..2', '()', '%', '=1+1'])('"%s" is no number', (text) => {
  expect(numberFromText(text)).toBeUndefined();
});

test('a number as Excel shows it is read back', () => {
  fc.assert(fc.property(fc.integer({ min: -99_999_999, max: 99_999_999 }), (cents) => {
    const text = (cents / 100).toLocaleString('en-US', { style: 'currency', currency: 'USD', currencySign: 'accounting' });
    expect(numberFromText(text)).toBeCloseTo(cents / 100, 9);
  }));
});

test('text is accepted with G06, and without a value when it is none or two', () => {
  expect(readNumber('$1,200', column)).toMatchObject({ value: 1200, troubles: [{ code: 'G06', severity: 'warn', suggested: 1200 }] });
  expect(readNumber('n/a', column)).toMatchObject({ troubles: [{ code: 'G06', severity: 'skip', found: 'n/a' }] });
  expect(readNumber('1.234,5', column).value).toBeUndefined();
});

test('blank is absent, zero is zero, none is absent', () => {
  for (const blank of [null, '', '  ', 'none']) expect(readNumber(blank, column)).toEqual({});
  expect(readNumber(0, column)).toEqual({ value: 0 });
});

test.each(['#N/A', '#REF!', '#DIV/0!', '#spill!'])('%s is an Excel error', (text) => {
  expect(readNumber(text, column).troubles).toMatchObject([{ code: 'G04', severity: 'skip' }]);
});

test.each(['#BUSY!', '#GETTING_DATA', 'Requesting Data…', '#N/A Requesting Data...', 'Loading...'])('%s is still loading', (text) => {
  expect(readNumber(text, column).troubles).toMatchObject([{ code: 'G05', severity: 'stop' }]);
});

test('parts of a whole number and values out of range have no value', () => {
  expect(readWhole(1.5, whole('Rank', { help: 'h', example: 1 })).troubles).toMatchObject([{ code: 'G11', suggested: 2 }]);
  const read = cellReader(money('Cost', { help: 'h', example: 1, min: 0 }));
  expect(read(-1, { date1904: false })).toMatchObject({ troubles: [{ code: 'G11', says: 'is -1, it must be at least 0,' }] });
  expect(read(0, { date1904: false })).toEqual({ value: 0 });
});
