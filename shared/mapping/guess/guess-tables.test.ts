import { expect, test } from '@jest/globals';
import type { Cell } from '../../workbook/port';
import { ownBook, ownSheets } from '../test-own-book';
import { findBlocks } from './blocks';
import { guessTables } from './guess-tables';

const guess = (changes: Readonly<Record<string, readonly (readonly Cell[])[] | undefined>> = {}) => guessTables(ownBook(changes).regions.flatMap(findBlocks));
const named = (guesses: ReturnType<typeof guess>): Record<string, string> => Object.fromEntries(guesses.map(({ table, block }) => [table, block.region.sheet]));
const own = { accounts: 'Clients', holdings: 'Tax lots', securities: 'Prices', models: 'Policy' };

test('the four tables of a book in its own words', () => {
  const guesses = guess();
  expect(named(guesses)).toEqual(own);
  for (const { confidence } of guesses) expect(confidence).toBeGreaterThan(0.8);
});

test('sheets that are none of ours are left alone', () => {
  const others = {
    'Budget 2026': [['Month', 'Rent', 'Salaries'], ['January', 4000, 52000], ['February', 4000, 52000]],
    Birthdays: [['Name', 'Date'], ['Sam', 44259], ['Ada', 44300]],
    'Phone list': [['Name', 'Phone', 'Email'], ['Sam', '555-0100', 'sam@example.com']],
  };
  expect(named(guess(others))).toEqual(own);
});

test('what the sheets are called matters little when their values belong together', () => {
  const { Clients, 'Tax lots': lots, Prices, Policy } = ownSheets;
  const nothing = { Clients: undefined, 'Tax lots': undefined, Prices: undefined, Policy: undefined };
  expect(named(guess({ ...nothing, A: Policy, B: lots, C: Clients, D: Prices }))).toEqual({ models: 'A', holdings: 'B', accounts: 'C', securities: 'D' });
});

test('a second list that fits as well makes a guess doubtful', () => {
  const holdings = guess({ 'Tax lots': undefined, 'Lots A': ownSheets['Tax lots'], 'Lots B': ownSheets['Tax lots'] }).find(({ table }) => table === 'holdings');
  expect(holdings?.confidence).toBeLessThan(0.7);
  expect(holdings?.because).toMatch(/but Lots B could be it as well as Lots A$/);
});

test('nothing is found where nothing is', () => {
  expect(guessTables([])).toEqual([]);
  expect(guess({ Clients: undefined, 'Tax lots': undefined, Prices: undefined, Policy: undefined, Blank: [[null]] })).toEqual([]);
});
