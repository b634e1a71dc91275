import type { Tables } from '../contract';
import { actionOrders, sellAheadDays, sellsBefore } from './action-orders';
import { addBusinessDays } from './business-days';
import type { CorporateAction } from './corporate-actions';

const asOf = '2026-11-20';
const action = (change: Partial<CorporateAction> = {}): CorporateAction => ({ row: 3, symbol: 'abc', type: 'Cash merger', effective: '2026-12-02', treatment: 'Sell before', ...change });
const orders = (change: Partial<CorporateAction>) => actionOrders(
  { accounts: [], holdings: [], securities: [], models: [], corporateActions: [action(change)] } satisfies Tables, asOf, (typed) => (typed === 'abc' ? 'ABC' : undefined),
);
const said = { symbol: 'ABC', reason: 'Cash merger of ABC on 2026-12-02', source: 'Corporate actions row 3' };

test('Sell before asks for the sale and forbids the purchase', () => {
  expect(orders({})).toEqual({ requests: [{ action: 'Sell all', mode: 'Must', ...said }], overrides: [{ kind: 'No buys', ...said }] });
});

test('it begins ten business days before, and ends on the day before', () => {
  const last = addBusinessDays(asOf, sellAheadDays);
  expect(last).toBe('2026-12-07');
  expect(['2026-11-20', '2026-11-21', last, '2026-12-08'].map((effective) => sellsBefore(action({ effective }), asOf))).toEqual([false, true, true, false]);
  expect(orders({ effective: '2026-12-08' })).toEqual({ requests: [], overrides: [] });
});

test.each<[string, Partial<CorporateAction>, boolean]>([
  ['a merger in effect', { effective: asOf, treatment: undefined }, true], ['a merger to come', { treatment: undefined }, false],
  ['a split in effect', { effective: asOf, type: 'Split', treatment: undefined }, false], ['a merger to ignore', { effective: asOf, treatment: 'Ignore' }, false],
  ['a merger of what is not in Securities', { effective: asOf, symbol: 'gone' }, false],
])('%s forbids purchases: %s', (_, change, expected) => {
  expect(orders(change).overrides).toHaveLength(expected ? 1 : 0);
  expect(orders(change).requests).toEqual([]);
});
