import { readCells } from '../table/cells';
import { CellReader } from './cell-reader';
import { findTables } from './find-tables';
import { guessTable } from './guess-columns';

const cells = readCells('Ticker,Acquired,Units,Value\nVTI,4/5/2020,"1,200",$870.10\nAGG,Multiple,--,x\n');

function reader(): CellReader {
  return new CellReader('a.csv', guessTable(cells, findTables(cells)[0], '.'), 'day first');
}

test('cells by what they mean', () => {
  const read = reader();
  read.open(cells[1], 2);
  expect([read.text('symbol'), read.day('acquired'), read.amount('quantity'), read.amount('marketValue'), read.text('cusip')]).toEqual(['VTI', '2020-05-04', 1200, 870.1, null]);
  expect([read.has('quantity'), read.has('cusip'), read.holdsNumber('quantity'), read.holdsNumber('symbol')]).toEqual([true, false, true, false]);
  expect(read.issues).toEqual([]);
});

test('what is no number is an issue with its place, what is unknown is none', () => {
  const read = reader();
  read.open(cells[2], 3);
  read.subject = { symbol: 'AGG', account: '1' };
  expect([read.day('acquired'), read.amount('quantity'), read.amount('marketValue')]).toEqual([null, null, null]);
  expect(read.issues).toMatchObject([{ code: 'I02', cell: 'D3', column: 'Value', found: 'x', rowKey: 'AGG', accounts: ['1'], sheet: 'a.csv' }]);
});
