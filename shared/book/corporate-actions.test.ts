import type { Tables } from '../contract';
import { adjustedHoldings, isUnseen, liveActions, type CorporateAction } from './corporate-actions';
import type { Row } from './rows';

const asOf = '2026-11-20';
const lot = (change: Partial<Row<'holdings'>> = {}): Row<'holdings'> => ({ accountId: 'A', symbol: 'ABC', quantity: 100, costBasis: 1000, acquired: '2024-01-02', asOf: '2026-11-10', ...change });
const action = (change: Partial<CorporateAction> = {}): CorporateAction =>
  ({ symbol: 'abc', type: 'Split', effective: '2026-11-18', ratio: 2, treatment: 'Adjust lots', ...change });
const tables = (actions: readonly CorporateAction[], holdings: readonly Row<'holdings'>[] = [lot()]): Tables => ({
  accounts: [], models: [], holdings, corporateActions: actions,
  securities: ['ABC', 'XYZ', 'NEW'].map((symbol) => ({ symbol, price: 10, assetClass: 'US equity' })),
});
const held = (actions: readonly CorporateAction[], holdings?: readonly Row<'holdings'>[]): (string | number)[][] =>
  adjustedHoldings(tables(actions, holdings), asOf).holdings.map(({ symbol, quantity }) => [symbol, quantity]);

test.each<[string, Partial<CorporateAction>, Partial<Row<'holdings'>>, boolean]>([
  ['a split after the day of the holdings', {}, {}, true],
  ['a split on the day of the holdings', {}, { asOf: '2026-11-18' }, false],
  ['a split of a lot bought on its day', {}, { asOf: undefined, acquired: '2026-11-18' }, false],
  ['a split of a lot without As of', {}, { asOf: undefined }, true],
  ['a split to come', { effective: '2026-11-21' }, {}, false],
  ['a merger of what is still held', { type: 'Stock merger' }, { asOf }, true],
  ['a merger of another security', { type: 'Stock merger' }, { symbol: 'XYZ' }, false],
])('%s: unseen %s', (_, change, of, expected) => {
  expect(isUnseen(action(change), lot(of), asOf)).toBe(expected);
});

test('lots are restated in the order of days, whatever the order of rows', () => {
  const actions = [action({ symbol: 'XYZ', effective: '2026-11-19' }), action({ type: 'Ticker change', newSymbol: 'XYZ', ratio: undefined })];
  expect(held(actions)).toEqual([['XYZ', 200]]);
  expect(held([...actions].reverse())).toEqual([['XYZ', 200]]);
});

test.each<[string, Partial<CorporateAction>, Partial<Row<'holdings'>>]>([
  ['nobody asks for it', { treatment: undefined }, {}], ['its terms are missing', { ratio: undefined }, {}], ['its ratio is not above zero', { ratio: -2 }, {}],
  ['the new symbol is not in Securities', { type: 'Stock merger', newSymbol: 'QQQ' }, {}], ['only people can settle it', { type: 'Tender' }, {}],
  ['the lot has no As of and might be restated twice', {}, { asOf: undefined }], ['the holdings show it', {}, { asOf: '2026-11-19' }], ['the position is short', {}, { quantity: -5 }],
])('a lot is left alone where %s', (_, change, of) => {
  const before = [lot(of)];
  expect(adjustedHoldings(tables([action(change)], before), asOf)).toEqual({ holdings: before, adjustments: [] });
});

test('lots of a cash merger become cash of their account, on the row it has or on a new one', () => {
  const cash = { accountId: 'A', symbol: 'CASH', quantity: 50 };
  const merger = action({ type: 'Cash merger', cashPerShare: 12.5 });
  expect(held([merger], [lot(), lot({ quantity: 10 }), cash])).toEqual([['CASH', 50 + 1250 + 125]]);
  expect(held([merger], [lot(), cash, { ...cash }])).toEqual([['CASH', 1300], ['CASH', 1300]]);
  const { holdings, adjustments } = adjustedHoldings(tables([merger], [lot(), { ...cash, accountId: 'B' }]), asOf);
  expect(holdings).toEqual([{ ...cash, accountId: 'B' }, { accountId: 'A', symbol: 'CASH', quantity: 1250 }]);
  expect(adjustments.map(({ cash: paid, lot: { quantity } }) => [paid, quantity])).toEqual([[1250, 100]]);
});

test('actions to be ignored are not live', () => {
  expect(liveActions(tables([action({ treatment: 'Ignore' }), action()]))).toHaveLength(1);
});
