import { expect, test } from '@jest/globals';
import { definitionOf, tableNames } from '../../contract';
import { foreignWords } from './foreign-words';
import { misspelled, scoreHeader, scoreTableName } from './header-score';

const best = (header: string): string => [...scoreHeader('holdings', header)].sort((a, b) => b[1] - a[1])[0]?.[0] ?? '';

test.each([
  ['Quantity', 'quantity'], ['Qty held', 'quantity'], ['Shares held', 'quantity'], ['Total cost (USD)', 'costBasis'], ['Avg cost per share', 'unitCost'],
  ['Bought on', 'acquired'], ['Acct #', 'accountId'], ['Ticker symbol', 'symbol'],
])('"%s" says %s', (header, property) => {
  expect(best(header)).toBe(property);
});

test('the contract\'s words say more than the user\'s own, and those more than a part of them', () => {
  const [own, foreign, part] = ['Quantity', 'Shares held', 'Shares held in vault'].map((header) => scoreHeader('holdings', header).get('quantity') ?? 0);
  expect([own > foreign, foreign > part, part > 0]).toEqual([true, true, true]);
  expect(scoreHeader('holdings', 'Favorite color').size).toBe(0);
});

test('a misspelled header is known, a short one is not', () => {
  expect([misspelled('holdings', 'Quantty'), misspelled('securities', 'Prce')]).toEqual(['quantity', undefined]);
});

test('names of sheets and Excel tables say what they hold', () => {
  expect(scoreTableName('accounts', ['Client list 2026', undefined])).toBeGreaterThan(0.5);
  expect(scoreTableName('models', ['Sheet1', 'tblPolicy'])).toBeGreaterThan(0.5);
  expect(scoreTableName('models', ['Sheet1', undefined])).toBe(0);
});

test('the words name columns that the contract has', () => {
  for (const name of tableNames) for (const property of Object.keys(foreignWords[name]?.columns ?? {})) expect(Object.keys(definitionOf(name).columns)).toContain(property);
});
