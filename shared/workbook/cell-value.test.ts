import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { ColumnKind } from './port';
import { storedCell } from './cell-value';

const kinds: ColumnKind[] = ['text', 'number', 'boolean', 'date'];

test('a day is stored as its serial number, in the calendar of the workbook', () => {
  expect(storedCell('2021-03-04', 'date')).toBe(44_259);
  expect(storedCell('2021-03-04', 'date', true)).toBe(42_797);
});

test('text that is no day stays text in a date column', () => {
  expect(storedCell('unknown', 'date')).toBe('unknown');
});

test('a text column stores text: the day, the number and the formula alike', () => {
  expect(storedCell('2021-03-04', 'text')).toBe('2021-03-04');
  expect(storedCell(4471, 'text')).toBe('4471');
  expect(storedCell('=1+1', 'text')).toBe('=1+1');
});

test('blank text is blank', () => {
  expect(storedCell('', 'text')).toBeNull();
  expect(storedCell('\n', 'text')).toBeNull();
  expect(storedCell(null, 'number')).toBeNull();
});

test('a number that no cell can hold is our fault', () => {
  expect(() => storedCell(NaN, 'number')).toThrow('NaN');
  expect(() => storedCell(Infinity, 'number')).toThrow('Infinity');
});

test('numbers and booleans are never altered outside text columns', () => {
  const numeric = fc.constantFrom<ColumnKind>('number', 'boolean', 'date');
  fc.assert(
    fc.property(fc.oneof(fc.double({ noNaN: true, noDefaultInfinity: true }), fc.boolean()), numeric, (value, kind) => {
      expect(storedCell(value, kind)).toBe(value);
    }),
  );
});

test('text becomes a number only as a day in a date column', () => {
  fc.assert(
    fc.property(fc.string(), fc.constantFrom(...kinds), (text, kind) => {
      const stored = storedCell(text, kind);
      expect(typeof stored === 'number' && kind !== 'date').toBe(false);
    }),
  );
});
