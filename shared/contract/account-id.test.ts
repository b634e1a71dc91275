import { expect, it } from '@jest/globals';
import { accountId } from './account-id';
import { tables } from './index';

const columns = Object.entries(tables).flatMap(([name, { columns: all }]) => ('accountId' in all ? [[name, all.accountId] as const] : []));

it('stands in every table about accounts, and is known by the same names in each', () => {
  const { aliases } = accountId('The account.', '4471-0088');
  expect(columns.map(([name]) => name)).toEqual(expect.arrayContaining(['accounts', 'holdings', 'transactions', 'cashFlows', 'manualTrades']));
  for (const [name, column] of columns) expect([name, column.aliases.slice(0, aliases.length)]).toEqual([name, aliases]);
});

it('is needed in every row and keeps its leading zeros', () => {
  for (const [name, column] of columns) expect([name, column]).toEqual([name, expect.objectContaining({ required: true, type: 'text', identifier: 'id' })]);
});

it('may have names of one table, after the usual ones', () => {
  expect(accountId('', '', ['Household ID']).aliases.at(-1)).toBe('Household ID');
});
