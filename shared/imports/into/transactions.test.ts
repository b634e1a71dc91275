import { importRow, type ImportRow } from '../format';
import { toTransactions } from './transactions';

const trade = (known: Partial<ImportRow> = {}): ImportRow =>
  importRow('transaction', 5, { account: 'A-1', date: '2026-11-03', action: 'Buy', symbol: 'VTI', quantity: 12, amount: -3402.1, ...known });
const sale = (known: Partial<ImportRow> = {}): ImportRow =>
  importRow('realized-lot', 7, { account: 'A-1', closed: '2026-11-04', symbol: 'BND', quantity: 60, proceeds: 4320, costBasis: 4500, gain: -180, term: 'short', ...known });
const of = (...files: ImportRow[][]) => toTransactions(files.map((rows, k) => ({ name: `${k}.csv`, rows })));

test('trades keep their day, action and quantity; amounts lose their sign', () => {
  expect(of([trade()]).transactions).toEqual([{ accountId: 'A-1', date: '2026-11-03', action: 'Buy', symbol: 'VTI', quantity: 12, amount: 3402.1, lotId: undefined }]);
});

test('a file dropped twice, or two that overlap, count once; two equal trades of one file count twice', () => {
  expect(of([trade()], [trade()]).transactions).toHaveLength(1);
  expect(of([trade(), trade()], [trade()]).transactions).toHaveLength(2);
  expect(of([trade()], [trade({ date: '2026-11-04' })]).transactions).toHaveLength(2);
});

test('realized lots take the place of the sale they are parts of', () => {
  const sold = trade({ date: '2026-11-04', action: 'Sell', symbol: 'BND', quantity: 100, amount: 7200 });
  const { transactions, issues } = of([sold], [sale(), sale({ quantity: 40, gain: 90, term: 'long', proceeds: 2880 })]);
  expect(transactions.map(({ quantity, shortTermGain, longTermGain }) => [quantity, shortTermGain, longTermGain])).toEqual([[60, -180, undefined], [40, undefined, 90]]);
  expect(issues).toEqual([]);
});

test('sales and realized lots that differ are said, and the sale is kept', () => {
  const sold = trade({ date: '2026-11-04', action: 'Sell', symbol: 'BND', quantity: 100 });
  const { transactions, issues } = of([sold], [sale()]);
  expect(transactions.map(({ quantity }) => quantity)).toEqual([100]);
  expect(issues).toMatchObject([{ code: 'I23', rowKey: 'BND › A-1 › 2026-11-04' }]);
});

test('the term comes from the file, else from the days; a gain from proceeds and cost', () => {
  const gains = (known: Partial<ImportRow>) => of([[sale(known)]].flat()).transactions.map(({ shortTermGain, longTermGain }) => [shortTermGain, longTermGain])[0];
  expect(gains({ term: null, acquired: '2025-11-03' })).toEqual([undefined, -180]);
  expect(gains({ term: null, acquired: '2025-11-04' })).toEqual([-180, undefined]);
  expect(gains({ term: null, acquired: null })).toEqual([undefined, undefined]);
  expect(gains({ gain: null })).toEqual([-180, undefined]);
  expect(gains({ gain: null, costBasis: null })).toEqual([undefined, undefined]);
});

test('what has no place is counted and said', () => {
  const { transactions, issues } = of([
    trade({ action: 'Dividend', quantity: null }),
    trade({ assetType: 'option' }),
    trade({ date: null }),
    sale({ disallowedLoss: 20.5, washSale: true }),
  ]);
  expect(transactions).toHaveLength(1);
  expect(issues.map(({ code, rows, message }) => [code, rows, message])).toEqual([
    ['I25', 3, '0.csv has 3 rows that Transactions has no place for (buy, dividend, option); they were left out.'],
    ['I25', 1, '0.csv has 1 sales with $20.50 of loss disallowed as wash sales; Transactions holds their gain as the file states it.'],
  ]);
});
