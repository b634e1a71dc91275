import fc from 'fast-check';
import { text } from '../column';
import { readText } from './text';

const id = text('Account ID', { required: true, identifier: 'id', length: 40, help: 'h', example: 'x' });
const symbol = text('Symbol', { required: true, identifier: 'symbol', help: 'h', example: 'x' });
const note = text('Notes', { local: true, length: 5, help: 'h', example: 'x' });

test('account numbers become text exactly', () => {
  fc.assert(fc.property(fc.integer({ min: 0, max: 999_999_999_999_999 }), (digits) => {
    expect(readText(digits, id)).toEqual({ value: digits.toFixed(0) });
  }));
});

test.each([1e15, 4.47e18, '4.47E+09', '1E+15'])('digits that Excel has thrown away stop the run: %p', (cell) => {
  expect(readText(cell, id)).toMatchObject({ troubles: [{ code: 'H10', severity: 'stop' }] });
});

test('stray spaces and quotes go, and are reported', () => {
  expect(readText('\u00a04471-0093 ', id)).toMatchObject({ value: '4471-0093', troubles: [{ code: 'G07', severity: 'warn', suggested: '4471-0093' }] });
  expect(readText('\u201cVTI\u201d', symbol)).toMatchObject({ value: 'VTI', troubles: [{ code: 'G07' }] });
  expect(readText(' \u200b ', id)).toEqual({});
});

test('symbols are kept in capitals', () => {
  expect(readText('brk.b', symbol)).toEqual({ value: 'BRK.B' });
});

test('notes may hold any quotes, and are cut at their length', () => {
  expect(readText('“ab”', note)).toEqual({ value: '“ab”' });
  expect(readText('abcdefgh', note)).toMatchObject({ value: 'abcde', troubles: [{ code: 'G07' }] });
});

test('reading twice changes nothing', () => {
  fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 30 }), (raw) => {
    const { value } = readText(raw, id);
    if (value !== undefined) expect(readText(value, id).value).toBe(value);
  }));
});

test('n/a is no household, but may be a symbol', () => {
  const household = text('Household ID', { identifier: 'id', help: 'h', example: 'x' });
  for (const word of ['n/a', 'N/A', '--', 'None']) expect(readText(word, household)).toEqual({});
  expect(readText('NA', symbol)).toEqual({ value: 'NA' });
});
