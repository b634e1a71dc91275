import { expect, test } from '@jest/globals';
import type { TableName, Tables } from '.';
import { affectedAccounts, isTotalWord } from './affected';
import { indexBook } from './book-index';

const tables = {
  accounts: [
    { accountId: 'A', taxType: 'Taxable', model: 'Growth', householdId: 'H', taxProfile: 'P', group: 'Core' },
    { accountId: 'B', taxType: 'Tax-free', model: 'Growth', householdId: 'H', group: 'Core' },
    { accountId: 'C', taxType: 'Taxable', model: 'Income', group: 'Other' },
  ],
  holdings: [{ accountId: 'C', symbol: 'VTI', quantity: 1 }],
  securities: [{ symbol: 'VTI' }, { symbol: 'BND' }, { symbol: 'KO' }],
  models: [{ model: 'Growth', component: 'VTI', target: 1 }, { model: 'Income', component: 'BND', target: 1 }],
} as unknown as Tables;
const index = indexBook(tables);

test.each<[TableName, object, readonly string[] | undefined]>([
  ['holdings', { accountId: 'a' }, ['A']],
  ['holdings', { accountId: 'X' }, ['X']],
  ['holdings', {}, undefined],
  ['securities', { symbol: 'VTI' }, ['C', 'A', 'B']],
  ['securities', { symbol: 'KO' }, []],
  ['models', { model: 'growth' }, ['A', 'B']],
  ['models', { model: 'Income' }, ['C']],
  ['taxProfiles', { taxProfile: 'P' }, ['A']],
  ['households', { householdId: 'H' }, ['A', 'B']],
  ['groups', { group: 'Core' }, ['A', 'B']],
  ['restrictions', { scope: 'Firm' }, ['A', 'B', 'C']],
  ['restrictions', { scope: 'Account', scopeId: 'B' }, ['B']],
  ['restrictions', { scope: 'Account' }, undefined],
  ['restrictions', { scope: 'Everybody' }, undefined],
  ['settings', { scope: 'Group', scopeId: 'Other' }, ['C']],
  ['cashFlows', { accountId: 'H' }, ['A', 'B']],
  ['cashFlows', { accountId: 'C' }, ['C']],
  ['cashFlows', {}, undefined],
  ['screens', {}, ['A', 'B', 'C']],
  ['corporateActions', { symbol: 'KO', newSymbol: 'BND' }, ['C']],
  ['factorCovariance', {}, ['A', 'B', 'C']],
  ['assetClasses', {}, []],
])('of %s a row %j holds up %j', (table, row, accounts) => expect(affectedAccounts(table, row, index)).toEqual(accounts));

test('a total is not an account', () => {
  for (const total of ['Total', 'TOTALS:', 'Grand total', 'Account Total', 'Total for 4471-0093', 'total value']) expect([total, isTotalWord(total)]).toEqual([total, true]);
  for (const name of ['Total Stock Market', 'TOT', 'Totally', '', 'Subtle']) expect([name, isTotalWord(name)]).toEqual([name, false]);
});
