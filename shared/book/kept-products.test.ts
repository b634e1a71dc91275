import { expect, test } from '@jest/globals';
import type { Product } from './allocation';
import { keptInstead, neverBought } from './kept-products';
import type { Target } from './target';
import { allTaxTypes } from './tax-types';

const product: Product = { name: 'Old fund', assetClass: 'US equity', implements: 'OLDFX', rank: 3, taxTypes: [], minAccount: 0, approved: 'Hold only', row: 7 };
const target = (weights: Readonly<Record<string, number>>): Pick<Target, 'kept' | 'weights'> => ({
  kept: [{ symbol: 'OLDFX', originals: ['VTI', 'ITOT'], product }],
  weights: Object.entries(weights).map(([symbol, weight]) => ({ symbol, target: weight })),
}) as unknown as Pick<Target, 'kept' | 'weights'>;

test('what is held of a Hold only product stands for what is bought, one-for-one, in every account', () => {
  expect(keptInstead(target({ VTI: 0.6 }))).toEqual(['VTI', 'ITOT'].map((original) => (
    { for: original, symbol: 'OLDFX', isHeld: true, isBought: false, rank: 3, hurdle: 0, taxTypes: allTaxTypes })));
});

test('and it is not bought: the rule names its row', () => {
  expect(neverBought(target({ VTI: 0.6 }))).toEqual([{ rule: 'Never buy', on: 'Symbol', value: 'OLDFX', strictness: 'hard', source: 'Products row 7 (Old fund is Hold only)' }]);
});

test('a product that the target asks for by itself is an ordinary one', () => {
  expect([keptInstead(target({ OLDFX: 0.1 })), neverBought(target({ OLDFX: 0.1 }))]).toEqual([[], []]);
  expect(neverBought(target({ OLDFX: 0 }))).toHaveLength(1);
});

test('one rule for a product that several classes keep', () => {
  const { kept, weights } = target({});
  expect(neverBought({ kept: [...kept, ...kept], weights })).toHaveLength(1);
});
