import { RecordReader } from '../table/record';
import { readTransaction, transactionFields, type TransactionField } from './transaction';

const owner = { account: '178', accountName: null };

function read(values: Readonly<Record<string, string>>) {
  const reader = new RecordReader<TransactionField>('a.json', transactionFields);
  return { row: readTransaction(reader, reader.record(new Map(Object.entries(values)), 7), owner), issues: reader.issues };
}

test('quantities and fees are without sign, amounts as stated; the second day counts', () => {
  const { row, issues } = read({ Date: '05/13/2026 as of 05/12/2026', Action: 'Sell', Symbol: 'VTI', Quantity: '-3', Price: '$301.50', 'Fees & Comm': '-$0.02', Amount: '$904.48' });
  expect(row).toMatchObject({ kind: 'transaction', account: '178', date: '2026-05-12', action: 'Sell', quantity: 3, price: 301.5, fees: 0.02, amount: 904.48, line: 7 });
  expect(issues).toEqual([]);
});

test('a second day that is none leaves the first', () => {
  expect(read({ Date: '05/13/2026 as of --', Action: 'Buy' }).row.date).toBe('2026-05-13');
});

test('nothing moved is unknown, not zero', () => {
  expect(read({ Date: '05/13/2026', Action: 'Journal', Quantity: '0' }).row).toMatchObject({ quantity: null, amount: null, fees: null, symbol: null });
});

test('no day is an issue', () => {
  expect(read({ Date: '', Action: 'Buy', Symbol: 'VTI' }).issues).toMatchObject([{ code: 'I02', rowKey: 'VTI', accounts: ['178'] }]);
});

test('a title is no day, though it ends in one', () => {
  const { row, issues } = read({ Date: 'Transactions for account XXXX-1234 as of 9/26/2021 22:00:26 ET' });
  expect(row.date).toBeNull();
  expect(issues).toMatchObject([{ code: 'I02', column: 'Date' }]);
});
