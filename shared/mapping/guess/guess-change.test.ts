import { expect, test } from '@jest/globals';
import type { TableName } from '../../contract';
import type { Cell } from '../../workbook/port';
import { findBlocks } from './blocks';
import { guessChange, type ChangeGuess } from './guess-change';

function change(table: TableName, property: string, header: string, ...cells: readonly Cell[]): ChangeGuess | undefined {
  const values = [[header, 'Symbol'], ...cells.map((cell): Cell[] => [cell, 'VTI'])];
  return guessChange(table, property, findBlocks({ sheet: 'A', table: 'T', top: 1, left: 1, values })[0], 0);
}

test('a change comes with the number of its cells and the first of them', () => {
  expect(change('models', 'target', 'Goal', 45, 25, 28, 2)).toEqual({
    change: '÷100', because: 'its values look like 45 where 45 % is expected', count: 4,
    preview: [{ before: 45, after: 0.45 }, { before: 25, after: 0.25 }, { before: 28, after: 0.28 }],
  });
});

test.each<[string, TableName, string, readonly Cell[], string | undefined, RegExp]>([
  ['days first', 'holdings', 'acquired', ['03/04/2021', '19/07/2024'], 'Text→date DMY', /“19\/07\/2024” can only be read with the day first/],
  ['months first', 'holdings', 'acquired', ['03/04/2021', '07/19/2024'], 'Text→date MDY', /with the month first/],
  ['either', 'holdings', 'acquired', ['03/04/2021', '05/06/2024'], 'Text→date MDY', /no other date tells/],
  ['both orders', 'holdings', 'acquired', ['03/04/2021', '19/07/2024', '07/19/2024'], undefined, /./],
  ['years first', 'holdings', 'acquired', ['98/03/04'], 'Text→date YMD', /begins with a year/],
  ['clear days', 'holdings', 'acquired', ['2021-03-04', 44259], undefined, /./],
  ['numbers as text', 'holdings', 'quantity', ['1,200', '5'], 'Text→number', /is text$/],
  ['decimal commas', 'holdings', 'costBasis', ['1.234,50', '99,10'], 'Text→number', /decimal comma/],
  ['a minus', 'holdings', 'costBasis', [-18240, -31980, null], '×−1', /below zero, such as -18240/],
  ['one minus among others', 'holdings', 'costBasis', [-18240, 31980, 5], undefined, /./],
  ['fractions', 'models', 'target', [0.5, 0.5], undefined, /./],
  ['percent signs', 'models', 'target', ['50%', '50%'], 'Text→number', /“50%” is text$/],
])('%s', (_words, table, property, cells, expected, because) => {
  const found = change(table, property, 'Column', ...cells);
  expect(found?.change).toBe(expected);
  if (expected) expect(found?.because).toMatch(because);
});
