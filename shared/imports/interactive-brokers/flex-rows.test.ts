import { RecordReader } from '../table/record';
import { flexFields } from './flex-fields';
import { cashRow, isBaseSummary, positionRow, tradeRow, transferRow } from './flex-rows';

const context = { account: 'U1', toDate: null };
const line = (values: Record<string, string>) => new RecordReader('a.xml', flexFields).record(new Map(Object.entries(values)), 1);

test('a record of no account, or of all, belongs to its statement', () => {
  expect(positionRow(line({ accountId: '-' }), context).account).toBe('U1');
  expect(positionRow(line({ accountId: 'U2' }), context).account).toBe('U2');
});

test.each([
  [{ assetCategory: 'STK' }, null],
  [{ assetCategory: 'BOND' }, 'bond'],
  [{ assetCategory: '', subCategory: 'OPT' }, 'option'],
  [{ putCall: 'P' }, 'option'],
  [{ assetCategory: 'FUT' }, 'option'],
])('%j is of asset type %j', (values, assetType) => expect(positionRow(line(values), context).assetType).toBe(assetType));

test('a lot has its day, term and identifier; a position has none of them', () => {
  const values = { symbol: 'VTI', openDateTime: '20240807;104523', code: 'LT', originatingTransactionID: '7', cusip: '66922477' };
  expect(positionRow(line({ ...values, levelOfDetail: 'LOT' }), context)).toMatchObject({ kind: 'lot', term: 'long', lotId: '7', cusip: '066922477' });
  expect(positionRow(line({ ...values, levelOfDetail: 'SUMMARY' }), context)).toMatchObject({ kind: 'position', acquired: null, term: null, lotId: null });
});

test.each([
  [{ buySell: 'BUY', quantity: '7', tradeMoney: '1978.9', ibCommission: '-5' }, { action: 'Buy', amount: -1983.9, fees: 5 }],
  [{ buySell: 'BUY', quantity: '2', tradeMoney: '0' }, { action: 'Buy', amount: 0, fees: null }],
  [{ buySell: 'SELL', quantity: '-2', proceeds: '200', ibCommission: '-1', taxes: '-0.5' }, { action: 'Sell', amount: 198.5, fees: 1.5 }],
  [{ buySell: 'SELL (Ca.)', quantity: '2', netCash: '-200' }, { action: 'Other', amount: -200, fees: null }],
  [{ quantity: '-2', tradePrice: '3' }, { action: 'Sell', quantity: 2, amount: null }],
])('trade %j', (values, known) => expect(tradeRow(line(values), context)).toMatchObject(known));

test('a transfer goes by its direction, else by its sign; a price of 0 is unknown', () => {
  expect(transferRow(line({ direction: 'OUT', quantity: '3', transferPrice: '0' }), context)).toMatchObject({ action: 'Transfer out', quantity: 3, price: null });
  expect(transferRow(line({ quantity: '-3' }), context).action).toBe('Transfer out');
});

test('cash of a currency, and of all in the base currency', () => {
  const base = line({ currency: 'BASE_SUMMARY', endingCash: '5' });
  expect([cashRow(base, context).currency, isBaseSummary(base)]).toEqual([null, true]);
  expect(isBaseSummary(line({ currency: 'USD', levelOfDetail: 'Currency' }))).toBe(false);
});
