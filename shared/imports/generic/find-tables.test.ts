import { readCells } from '../table/cells';
import { findTables } from './find-tables';

const tables = (...lines: string[]) => findTables(readCells(lines.join('\n')));

test('a header below a banner and blank rows', () => {
  expect(tables('Acme Advisers', 'Positions as of,04/15/2026', '', 'Acct #,Ticker,Shares,Mkt Val', '1,VTI,3,870')).toEqual([
    { top: 3, start: 4, end: 5, headers: ['Acct #', 'Ticker', 'Shares', 'Mkt Val'] },
  ]);
});

test('two tables, and a header that is printed again among its rows', () => {
  const found = tables('Symbol,Shares,Price', 'VTI,3,290', '', 'Date,Action,Symbol,Quantity,Amount', '1/2/2026,Buy,VTI,3,870', 'Date,Action,Symbol,Quantity,Amount', '1/3/2026,Buy,VTI,3,870');
  expect(found.map(({ start, end }) => [start, end])).toEqual([[1, 3], [4, 7]]);
});

test('the second row of a header that is printed again alone', () => {
  const found = tables('Security,,Cost,,Gain/Loss,', 'Ticker,Units,Per Unit,Total,Short Term,Long Term', 'VTI,3,200,600,,270', 'Ticker,Units,Per Unit,Total,Short Term,Long Term', 'BND,3,70,210,,27');
  expect(found.map(({ start, end }) => [start, end])).toEqual([[2, 5]]);
});

test('two columns of one name say less than the words above tell them apart', () => {
  const [found] = tables(',,Unit,Total,,Market,Pct.', 'Quantity,Symbol,Cost,Cost,Price,Value,Assets', '300,MRK,75,22500,98,29400,49.1');
  expect(found.headers).toEqual(['Quantity', 'Symbol', 'Unit Cost', 'Total Cost', 'Price', 'Market Value', 'Assets']);
});

test('a header of two rows, whether its words are split or a merged cell stands over several columns', () => {
  const [split] = tables(',Market,Cost,Date', 'Ticker,Price,Per Unit,Bought', 'VTI,290,200,1/2/2020');
  expect(split).toMatchObject({ top: 0, start: 2, headers: ['Ticker', 'Market Price', 'Cost Per Unit', 'Date Bought'] });
  const [merged] = tables('Security,,Cost,,Gain/Loss,', 'Ticker,Units,Per Unit,Total,Short Term,Long Term', 'VTI,3,200,600,,270');
  expect(merged.headers).toEqual(['Ticker', 'Units', 'Cost Per Unit', 'Cost Total', 'Gain/Loss Short Term', 'Gain/Loss Long Term']);
});

test.each(['', 'hello', 'Account ID,Tax type,Model\n1,Taxable,Growth', 'VTI,3,290\nAGG,4,100', '{"a":1}', 'Name,Phone,Email\nBob,12,x', 'Total,1\nSum,2'])('%j has none', (text) => {
  expect(tables(text)).toEqual([]);
});
