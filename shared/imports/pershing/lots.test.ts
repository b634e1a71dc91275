import { importRow, type ImportKind } from '../format';
import { sumsFirst, type LotRow } from './lots';

const rows = (story: string): LotRow[] => story.split(' ').map((word, line) => ({ key: word.slice(1), row: importRow(word.startsWith('p') ? 'position' : 'lot' as ImportKind, line, {}) }));
const order = (story: string) => sumsFirst(rows(story)).map(({ line }) => line);

test.each([
  ['pA lA lA pB lB', [0, 1, 2, 3, 4]],
  ['lA lA pA lB pB', [2, 0, 1, 4, 3]],
  ['lA lA lB', [0, 1, 2]],
  ['pA lA pA lA', [0, 1, 2, 3]],
  ['pA', [0]],
])('%s', (story, expected) => expect(order(story)).toEqual(expected));
