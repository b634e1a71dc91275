import { importRow, type ImportRow } from '../format';
import { combine } from './combine';
import { symbolFinder } from './book-symbols';
import { mapSource, type ImportSource } from './import-source';

const row = (known: Partial<ImportRow> & Pick<ImportRow, 'kind'>): ImportRow =>
  importRow(known.kind, 3, { account: 'A-1', symbol: 'VTI', price: 10, ...known });
const position = (quantity: number, known: Partial<ImportRow> = {}): ImportRow => row({ kind: 'position', quantity, costBasis: 5 * quantity, ...known });
const lot = (quantity: number, known: Partial<ImportRow> = {}): ImportRow => row({ kind: 'lot', quantity, costBasis: 5 * quantity, price: null, ...known });
const cash = (quantity: number, known: Partial<ImportRow> = {}): ImportRow => row({ kind: 'cash', symbol: 'CASH', quantity, price: 1, ...known });
const source = (name: string, rows: ImportRow[], asOf?: string): ImportSource => ({ name, reading: { format: 'etrade-portfolio', confidence: 1, asOf, rows, issues: [] } });
const combined = (...sources: ImportSource[]) =>
  combine(sources.map((one) => mapSource(one, { accountIds: ['A-1', 'A-2'], symbolOf: symbolFinder([{ symbol: 'BRK.B' }]) })));
const held = (...sources: ImportSource[]) => combined(...sources).holdings.map(({ symbol, quantity, acquired, source: file }) => [symbol, quantity, acquired, file]);
const codes = (...sources: ImportSource[]) => combined(...sources).issues.map(({ code }) => code);

const days = [lot(6, { acquired: '2020-01-02' }), lot(4, { acquired: '2021-01-04' })];

test('lots of one file stand in for the position of another, whichever comes first; its price is kept', () => {
  for (const files of [[source('p', [position(10)]), source('l', days)], [source('l', days), source('p', [position(10)])]]) {
    expect(held(...files)).toEqual([['VTI', 6, '2020-01-02', 'l'], ['VTI', 4, '2021-01-04', 'l']]);
    expect(combined(...files).securities).toMatchObject([{ symbol: 'VTI', price: 10 }]);
    expect(codes(...files)).toEqual([]);
  }
});

test('lots that do not add up stay out, and both files are named', () => {
  const files = [source('p', [position(12)]), source('l', days)];
  expect(held(...files)).toEqual([['VTI', 12, undefined, 'p']]);
  const [issue] = combined(...files).issues;
  expect(issue).toMatchObject({ code: 'I04', accounts: ['A-1'], rowKey: 'A-1 › VTI' });
  expect(issue.message).toContain('12 in p');
});

test('a file dropped twice counts once; of two days the newer counts and is said', () => {
  const file = source('p', [position(10), cash(5)]);
  expect(held(file, { ...file, name: 'copy' })).toEqual([['VTI', 10, undefined, 'p'], ['CASH', 5, undefined, 'p']]);
  const files = [source('old', [position(10), cash(5)], '2026-11-19'), source('new', [position(11), cash(5)], '2026-11-20')];
  expect(held(...files)).toEqual([['VTI', 11, undefined, 'new'], ['CASH', 5, undefined, 'new']]);
  expect(codes(...files)).toEqual(['I23']);
});

test('other symbols of the files are all kept; two rows of one symbol in one file too', () => {
  expect(held(source('p', [position(10), position(2)]), source('q', [position(7, { symbol: 'BND' })]))).toEqual([
    ['VTI', 10, undefined, 'p'], ['VTI', 2, undefined, 'p'], ['BND', 7, undefined, 'q'],
  ]);
});

test('accounts and symbols become the book’s; unknown accounts stay out and are said', () => {
  const { holdings, issues } = combined(source('p', [position(1, { symbol: 'BRKB', account: 'A1' }), position(2, { account: 'B-9' })]));
  expect(holdings.map(({ accountId, symbol }) => [accountId, symbol])).toEqual([['A-1', 'BRK.B']]);
  expect(issues.map(({ code, found }) => [code, found])).toEqual([['I20', 'B-9']]);
});

test('what a file covers: positions are the whole account, lots are not; what was left out is named', () => {
  const short = position(-3, { symbol: 'TSLA' });
  const total = row({ kind: 'total', account: null, symbol: null, marketValue: 123 });
  expect(combined(source('p', [position(10), short, cash(1), total], '2026-11-20')).accounts).toEqual([{
    accountId: 'A-1', fileAccounts: ['A-1'], files: ['p'], asOf: '2026-11-20', isWhole: true, hasCash: true, untaken: new Set(['TSLA']), total: 123,
  }]);
  expect(combined(source('p', [position(10), cash(1, { account: 'A-2' })])).accounts).toMatchObject([{ accountId: 'A-1' }, { accountId: 'A-2', isWhole: true }]);
  expect(combined(source('l', days)).accounts).toMatchObject([{ isWhole: false, hasCash: false, total: null }]);
});

test('pending activity and money in another currency are said', () => {
  const files = [source('p', [row({ kind: 'pending-cash', symbol: null, quantity: -250.5 }), cash(7, { currency: 'CAD' }), position(3, { currency: 'CAD' })])];
  expect(codes(...files)).toEqual(['I28', 'I28', 'I25']);
  expect(combined(...files).holdings).toMatchObject([{ symbol: 'VTI', quantity: 3, covered: 'Unknown basis' }]);
  expect(combined(...files).securities).toMatchObject([{ currency: 'CAD' }]);
});
