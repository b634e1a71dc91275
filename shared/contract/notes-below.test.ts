import { expect, test } from '@jest/globals';
import { notesBelow } from './notes-below';

const lot = ['4471-0093', 'VTI', 120];
const blank = [null, ' ', null];

test('a sentence after a blank row is a note, and so is what follows it', () => {
  expect(notesBelow([lot, blank, ['Prices are from last night', null, null], ['Ask Sam about lots', null, null], blank])).toEqual([2, 3]);
});

test.each([
  ['directly below the last row', [lot, ['Ask Sam about it', null, null]]],
  ['with data after it', [lot, blank, ['Ask Sam about it', null, null], lot]],
  ['that is no sentence', [lot, blank, ['4471-0094', null, null]]],
  ['beside other cells', [lot, blank, ['Ask Sam about it', 'VTI', null]]],
])('a lone cell %s is none', (_words, rows) => {
  expect(notesBelow(rows)).toEqual([]);
});
