import type { Tables } from '../contract';
import { buildBook } from './build-book';

const tables: Tables = {
  accounts: [{ accountId: 'A', taxType: 'Exempt' }, { accountId: 'B', taxType: 'Exempt' }, { accountId: 'C', taxType: 'Exempt' }], models: [],
  securities: [{ symbol: 'ABC', price: 10, assetClass: 'US equity' }, { symbol: 'VTI', price: 10, assetClass: 'US equity' }],
  holdings: [{ accountId: 'A', symbol: 'ABC', quantity: 5 }, { accountId: 'B', symbol: 'VTI', quantity: 5 }],
};
const standing = (more: Partial<Tables>) => buildBook({ ...tables, ...more }, '2026-11-20').accounts.map(({ overrides, requests }) => [overrides?.map(({ kind }) => kind), requests?.map(({ action, symbol }) => `${action} ${symbol}`)]);

test('accounts over which nothing stands say nothing of it', () => {
  expect(Object.keys(buildBook(tables, '2026-11-20').accounts[0])).not.toEqual(expect.arrayContaining(['overrides']));
  expect(standing({})).toEqual([[undefined, undefined], [undefined, undefined], [undefined, undefined]]);
});

test('overrides, manual trades and corporate actions stand over the accounts they mean', () => {
  expect(standing({
    overrides: [{ scope: 'Account', scopeId: 'c', override: 'Suspend', until: '2026-12-01', reason: 'Transfer', by: 'j.lee' }],
    manualTrades: [{ accountId: 'b', action: 'Buy', symbol: 'vti', quantity: 5, reason: 'Client request' }],
    corporateActions: [{ symbol: 'ABC', type: 'Delisting', effective: '2026-11-23', treatment: 'Sell before' }],
  })).toEqual([[['No buys'], ['Sell all ABC']], [['No buys'], ['Buy VTI']], [['Suspend', 'No buys'], undefined]]);
});
