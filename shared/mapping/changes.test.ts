import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { map } from '../contract/map';
import { dateFromParts } from '../dates';
import type { Cell } from '../workbook/port';
import { changeOf, isAltering, readsColumn, type Change } from './changes';

const change = (name: Change, cell: Cell, column: readonly Cell[] = [cell]): Cell => changeOf(name, column)(cell);

test.each<[Change, Cell, Cell]>([
  ['None', '45', '45'],
  ['÷100', 45, 0.45], ['÷100', 40.8, 0.408], ['÷100', '45', 0.45], ['÷100', '45%', '45%'], ['÷100', 'n/a', 'n/a'], ['÷100', null, null],
  ['×−1', -18240, 18240], ['×−1', '(120)', 120], ['×−1', 0, 0], ['×−1', 'n/a', 'n/a'],
  ['Text→date DMY', '03/04/2021', '2021-04-03'], ['Text→date MDY', '03/04/2021', '2021-03-04'], ['Text→date YMD', '21-03-04', '2021-03-04'],
  ['Text→date DMY', '3.4.21 09:30', '2021-04-03'], ['Text→date DMY', '4 Mar 2021', '2021-03-04'], ['Text→date DMY', '2021-03-04', '2021-03-04'],
  ['Text→date MDY', '31/04/2021', '31/04/2021'], ['Text→date DMY', 44259, 44259],
  ['Text→number', '$1,234.50', 1234.5], ['Text→number', '42%', 0.42], ['Text→number', 'CASH', 'CASH'],
])('%s makes of %p %p', (name, before, after) => {
  expect(change(name, before)).toBe(after);
});

test('a column that shows decimal commas is read with them, also where a number alone would not tell', () => {
  const column = ['1.234,50', '12,5', '1.234'];
  expect(column.map(changeOf('Text→number', column))).toEqual([1234.5, 12.5, 1234]);
  expect(changeOf('Text→number', ['1.234,50'])('12,5%')).toBe(0.125);
});

describe('properties', () => {
  const days = fc.date({ min: new Date('1990-01-01'), max: new Date('2069-12-31'), noInvalidDate: true }).map((date) => [date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate()] as const);

  test('a day written in an order is read in that order', () => {
    fc.assert(fc.property(days, fc.constantFrom('/', '-', '.'), ([year, month, day], mark) => {
      const iso = dateFromParts(year, month, day) as string;
      expect(change('Text→date DMY', [day, month, year].join(mark))).toBe(iso);
      expect(change('Text→date MDY', [month, day, year].join(mark))).toBe(iso);
      expect(change('Text→date YMD', [year, month, day].join(mark))).toBe(iso);
    }));
  });

  test('turning the sign twice is nothing, and a percentage is a hundredth to the last digit', () => {
    fc.assert(fc.property(fc.integer({ min: -1e9, max: 1e9 }), (hundredths) => {
      const value = hundredths / 100;
      expect(change('×−1', change('×−1', value))).toBe(0 + value);
      expect(change('÷100', hundredths)).toBe(value);
    }));
  });
});

test('every choice of the map is a change', () => {
  for (const name of Object.keys(map.columns.change.choices ?? {}) as Change[]) {
    expect([null, 'text'].map((cell) => change(name, cell))).toEqual([null, 'text']);
    expect(isAltering(name) || readsColumn(name)).toBe(true);
  }
});
