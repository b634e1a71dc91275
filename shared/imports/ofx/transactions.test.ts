import { RecordReader } from '../table/record';
import { ofxFields } from './fields';
import { transactionElements, transactionRow } from './transactions';

const owner = { account: '1', currency: 'USD' };
const security = { symbol: 'VTI', cusip: null, description: null, assetType: null } as const;
const row = (element: string, values: Record<string, string>) =>
  transactionRow(element, new RecordReader('a.ofx', ofxFields).record(new Map(Object.entries(values)), 1), security, owner);

test.each([
  ['BUYMF', { MEMO: 'YOU BOUGHT' }, 'Buy'],
  ['BUYSTOCK', { MEMO: 'REINVESTMENT' }, 'Reinvest'],
  ['SELLOPT', {}, 'Sell'],
  ['INCOME', { INCOMETYPE: 'CGLONG' }, 'Dividend'],
  ['INCOME', { INCOMETYPE: 'INTEREST' }, 'Interest'],
  ['INCOME', { INCOMETYPE: 'MISC' }, 'Other'],
  ['TRANSFER', { TFERACTION: 'OUT', UNITS: '5' }, 'Transfer out'],
  ['TRANSFER', { UNITS: '-5' }, 'Transfer out'],
  ['INVBANKTRAN', { TRNTYPE: 'CREDIT', TRNAMT: '5' }, 'Deposit'],
  ['INVBANKTRAN', { TRNTYPE: 'OTHER', TRNAMT: '-5', NAME: 'ADVISORY FEE' }, 'Fee'],
  ['JRNLFUND', {}, 'Other'],
])('%s of %j is %s', (element, values, action) => {
  expect(transactionElements.has(element)).toBe(true);
  expect(row(element, values).action).toBe(action);
});

test('fees are commission, fees, taxes and load; units have no sign', () => {
  const known = { fees: 10.5, quantity: 8, amount: 1089.3, date: '2026-11-04' };
  expect(row('SELLSTOCK', { UNITS: '-8', COMMISSION: '7.95', FEES: '0.05', LOAD: '2.5', TOTAL: '1089.3', DTTRADE: '20261104' })).toMatchObject(known);
  expect(row('SELLSTOCK', {}).fees).toBeNull();
});
