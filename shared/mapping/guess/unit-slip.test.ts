import { expect, test } from '@jest/globals';
import { ownBook, ownSheets } from '../test-own-book';
import { findBlocks } from './blocks';
import { guessTables } from './guess-tables';
import { unitSlip } from './unit-slip';

function slip(prices = ownSheets.Prices) {
  const guesses = guessTables(ownBook({ Prices: prices }).regions.flatMap(findBlocks));
  return unitSlip(...(['securities', 'holdings'] as const).map((name) => guesses.find(({ table }) => table === name)) as Parameters<typeof unitSlip>);
}

test('prices in cents are known by the market values of the holdings', () => {
  const cents = ownSheets.Prices.map((row, k) => (k === 0 ? row : [row[0], Math.round(Number(row[1]) * 100), row[2]]));
  expect(slip(cents)).toEqual({ change: '÷100', because: 'quantity times price is a hundred times “Worth” in Tax lots', count: 3, preview: [{ before: 29000, after: 290 }, { before: 6810, after: 68.1 }, { before: 7325, after: 73.25 }] });
});

test('prices that agree, or hardly any to compare, are left alone', () => {
  expect(slip()).toBeUndefined();
  expect(unitSlip(undefined, undefined)).toBeUndefined();
});
