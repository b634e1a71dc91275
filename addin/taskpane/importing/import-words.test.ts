import { expect, test } from '@jest/globals';
import { fieldWords, otherChanges, rowWords, sureWords } from './import-words';

test('rows by kind, in words', () => {
  expect(rowWords({ counts: [{ kind: 'position', rows: 5 }, { kind: 'lot', rows: 1200 }, { kind: 'cash', rows: 1 }] })).toBe('5 positions, 1,200 lots, 1 cash row');
});

test('meanings of columns are words of the field', () => {
  const words = fieldWords.map((one) => one.words);
  expect(words).toContain('Market value');
  expect(words).toContain('Lot ID');
  expect(new Set(words).size).toBe(words.length);
  expect(words.filter((one) => /[=~]|^[a-z]/.test(one))).toEqual([]);
});

test.each([
  ['symbol', 0.97, 'the header says “Symbol”', false, 'Sure'],
  ['symbol', 0.6, 'the header says “Code”', true, 'Guess'],
  [null, 0, 'nothing says what it is', false, 'No guess'],
  ['symbol', 1, 'you chose it', false, 'Chosen'],
  [null, 0, 'you chose it', true, 'Used before'],
] as const)('%s with %d because %s is %s → %s', (field, confidence, because, before, words) => expect(sureWords({ field, confidence, because }, before)).toBe(words));

test('what else changes', () => {
  expect(otherChanges({ securities: { added: [], prices: [] }, transactions: { same: 0, new: 0 } })).toEqual([]);
  const added = ['A', 'B', 'C', 'D', 'E', 'F', 'G', 'H'];
  expect(otherChanges({ securities: { added, prices: [{ symbol: 'A', before: 1, after: 2 }] }, transactions: { same: 1200, new: 1 } })).toEqual([
    '8 new securities (A, B, C, D, E, F and 2 more), which need an asset class', '1 new price', '1 new transaction, 1,200 known already',
  ]);
  expect(otherChanges({ securities: { added: ['GLD'], prices: [] }, transactions: { same: 0, new: 0 } })).toEqual(['1 new security (GLD), which needs an asset class']);
});
