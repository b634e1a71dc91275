import type { Tables } from '../contract';
import { tablesInForce } from './tables-in-force';

const asOf = '2026-11-20';
const plain: Tables = {
  accounts: [], models: [], securities: [{ symbol: 'ABC', price: 10, assetClass: 'US equity' }],
  holdings: [{ accountId: 'A', symbol: 'ABC', quantity: 100, costBasis: 500, asOf: '2026-11-10' }],
};

test('tables without overrides and corporate actions stay as they are', () => {
  expect(tablesInForce(plain, asOf)).toEqual({ tables: plain, adjustments: [] });
  expect(tablesInForce(plain, asOf).tables).toBe(plain);
});

test('prices and lots are those of the run, and the lots restated are told', () => {
  const { tables, adjustments } = tablesInForce({
    ...plain,
    overrides: [{ scope: 'Firm', override: 'Use price', symbol: 'ABC', value: 5, until: asOf, reason: 'Halted', by: 'j.lee' }],
    corporateActions: [{ symbol: 'ABC', type: 'Split', effective: asOf, ratio: 2, treatment: 'Adjust lots' }],
  }, asOf);
  expect(tables.securities[0].price).toBe(5);
  expect(tables.holdings[0]).toMatchObject({ quantity: 200, costBasis: 500 });
  expect(adjustments).toHaveLength(1);
});
