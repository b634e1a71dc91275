import type { Substitute } from '../../../shared/book/book';
import { unranked } from '../../../shared/book/securities';
import { allTaxTypes } from '../../../shared/book/tax-types';
import { security } from '../examples';
import { rankCosts } from './ranks';

const ranked = (symbol: string, buyRank: number, target = 0, assetClass = 'US equity') => ({ security: security(symbol, 100, assetClass, { buyRank }), target });
const pair = (symbol: string, rank: number, original = 'VTI'): Substitute => ({ for: original, symbol, rank, isHeld: true, isBought: true, taxTypes: allTaxTypes });

test('each better rank in the class is a step; gaps between ranks are none', () => {
  expect(rankCosts([ranked('VTI', 1, 0.6), ranked('ITOT', 2), ranked('SCHB', 9), ranked('BND', 3, 0, 'Bonds')])).toEqual([0, 0.0002, 0.0004, 0]);
});

test('what the model names costs nothing, whatever its rank', () => {
  expect(rankCosts([ranked('VTI', 1), ranked('ITOT', 2, 0.6)])).toEqual([0, 0]);
});

test('without ranks all are alike; an unranked one comes after every ranked one', () => {
  expect(rankCosts([ranked('VTI', unranked, 0.6), ranked('ITOT', unranked)])).toEqual([0, 0]);
  expect(rankCosts([ranked('VTI', 1, 0.6), ranked('ITOT', unranked)])).toEqual([0, 0.0002]);
});

test('approved substitutes are ranked among themselves, at the best of their originals', () => {
  const assets = [ranked('VTI', 1, 0.6), ranked('ITOT', 5), ranked('SCHB', 5), ranked('VOO', 1, 0.2)];
  expect(rankCosts(assets, [pair('ITOT', 1), pair('SCHB', 3)])).toEqual([0, 0, 0.0002, 0]);
  expect(rankCosts(assets, [pair('ITOT', 1), pair('SCHB', 3), pair('SCHB', 1, 'VOO')])).toEqual([0, 0, 0, 0]);
  expect(rankCosts(assets, [pair('GONE', 1), pair('SCHB', 3)])[2]).toBe(0);
});

test('a long list costs no more than its tenth step', () => {
  const assets = Array.from({ length: 20 }, (_, k) => ranked(`S${k}`, k + 1));
  expect(Math.max(...rankCosts(assets))).toBeCloseTo(0.002, 12);
});
