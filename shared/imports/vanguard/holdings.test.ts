import { textFile } from '../custodian-file';
import type { Contents } from '../format';
import { findHoldings, readHoldings } from './holdings';

const header = 'Account Number,Investment Name,Symbol,Shares,Share Price,Total Value,';

function read(rows: string, names = header): Contents {
  const file = textFile(`${names}\n${rows}`, 'a.csv');
  return readHoldings(file, findHoldings(file)[0]);
}

test('a value that the file lacks is shares × price', () => {
  const { rows } = read('1,VANGUARD TOTAL STOCK MARKET ETF,VTI,2,300.50', 'Account Number,Investment Name,Symbol,Shares,Share Price');
  expect(rows[0]).toMatchObject({ kind: 'position', marketValue: 601, costBasis: null });
});

test('a total that the rows miss', () => {
  const { rows, issues } = read('1,VANGUARD TOTAL STOCK MARKET ETF,VTI,2,300.50,601.00,\nTotal,,,,,600.00,');
  expect(rows[1]).toMatchObject({ kind: 'total', marketValue: 600 });
  expect(issues).toMatchObject([{ code: 'H13', cell: 'F3' }]);
});

test('a row that the file ends in the midst of is left out, a number that is none becomes unknown', () => {
  expect(read('1,VANGUARD TOTAL STOCK MARKET ETF,VTI,2,30')).toMatchObject({ rows: [], issues: [{ code: 'I02', cell: 'A2' }] });
  expect(read('1,VANGUARD TOTAL STOCK MARKET ETF,VTI,two,300.50,601.00,')).toMatchObject({ rows: [{ quantity: null }], issues: [{ code: 'I02', cell: 'D2', rowKey: 'VTI' }] });
});

test('without a column for it the account is unknown', () => {
  const { rows, issues } = read('VANGUARD TOTAL STOCK MARKET ETF,VTI,2,300.50,601.00', 'Investment Name,Symbol,Shares,Share Price,Total Value');
  expect(rows[0].account).toBeNull();
  expect(issues).toMatchObject([{ code: 'I03' }]);
});

test('a table of transactions is none of holdings', () => {
  expect(findHoldings(textFile('Account Number,Trade Date,Transaction Type,Investment Name,Symbol,Shares,Share Price,Net Amount\n'))).toEqual([]);
});
