import type { Tables } from '../contract';
import { adjustedTransactions } from './adjusted-transactions';
import type { Row } from './rows';

const trade = (change: Partial<Row<'transactions'>> = {}): Row<'transactions'> => ({ accountId: 'A', date: '2026-11-10', action: 'Buy', symbol: 'ABC', quantity: 100, ...change });
const after = (change: Partial<Row<'corporateActions'>>, rows?: readonly Row<'transactions'>[]) => adjustedTransactions({
  accounts: [], models: [], holdings: [], securities: [], transactions: rows,
  corporateActions: [{ symbol: 'abc', type: 'Split', effective: '2026-11-18', ratio: 2, treatment: 'Adjust lots', ...change }],
} satisfies Tables, '2026-11-20')?.map(({ symbol, quantity }) => [symbol, quantity]);

test.each<[string, Partial<Row<'corporateActions'>>, Partial<Row<'transactions'>>, [string, number]]>([
  ['before a split', {}, {}, ['ABC', 200]], ['on the day of a split', {}, { date: '2026-11-18' }, ['ABC', 100]], ['of another security', {}, { symbol: 'XYZ' }, ['XYZ', 100]],
  ['before a ticker change', { type: 'Ticker change', newSymbol: 'XYZ', ratio: undefined }, {}, ['XYZ', 100]],
  ['before a split that lots wait for', { treatment: undefined }, {}, ['ABC', 100]], ['before a split to come', { effective: '2026-11-21' }, {}, ['ABC', 100]],
  ['before a spin-off', { type: 'Spin-off', newSymbol: 'NEW', basisToNew: 0.2 }, {}, ['ABC', 100]], ['before a split without ratio', { ratio: undefined }, {}, ['ABC', 100]],
])('a trade %s', (_, change, of, expected) => {
  expect(after(change, [trade(of)])).toEqual([expected]);
});

test('a book without transactions has none', () => expect(after({})).toBeUndefined());
