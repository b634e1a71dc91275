import { importRow, type ImportRow } from '../format';
import { readCells } from '../table/cells';
import { CellReader } from './cell-reader';
import { findTables } from './find-tables';
import { guessTable } from './guess-columns';
import { readActivity, signAmounts } from './read-activity';

const cells = readCells('Date,Type,Ticker,Units,Price,Commission,Fees,Amount\n1/15/2026,Sell,VTI,-3,290,4.95,0.05,865\n1/16/2026,Dividend,VTI,0,,,,12');

function row(line: number, text?: string): ImportRow {
  const read = text === undefined ? cells : readCells(text);
  const reader = new CellReader(undefined, guessTable(read, findTables(read)[0], '.'), 'month first');
  reader.open(read[line - 1], line);
  return readActivity(reader, { symbol: 'VTI', cusip: null, description: null }, { account: '1', accountName: null });
}

function readActivityOf(text: string, description: string): ImportRow {
  const read = readCells(text);
  const reader = new CellReader(undefined, guessTable(read, findTables(read)[0], '.'), 'month first');
  reader.open(read[1], 2);
  return readActivity(reader, { symbol: null, cusip: null, description }, { account: null, accountName: null });
}

test('shares without a sign, fees added up, unknown for none', () => {
  expect(row(2)).toMatchObject({ kind: 'transaction', date: '2026-01-15', action: 'Sell', quantity: 3, price: 290, fees: 5, amount: 865, account: '1', line: 2 });
  expect(row(3)).toMatchObject({ action: 'Dividend', quantity: null, price: null, fees: null, amount: 12 });
});

test('amounts get a sign only in a file that writes none', () => {
  const bought = importRow('transaction', 1, { action: 'Buy', amount: 870 });
  const paid = importRow('transaction', 2, { action: 'Fee', amount: -5 });
  expect(signAmounts([bought]).map(({ amount }) => amount)).toEqual([-870]);
  expect(signAmounts([bought, paid]).map(({ amount }) => amount)).toEqual([870, -5]);
});

test('a blank action gives way to the other column that says what happened', () => {
  const text = 'Trade Date,Type,Side,Symbol,Quantity,Price,Net Amount\n2026-01-15,Trade,Buy,VTI,3,290,-870\n2026-01-16,Dividend,,VTI,,,12\n2026-01-17,Other,Journal,,,,-5';
  expect([2, 3, 4].map((line) => row(line, text).action)).toEqual(['Buy', 'Dividend', 'Withdrawal']);
});

test('money in and money out in columns of their own', () => {
  const text = 'Date,Type,Symbol,Quantity,Price,Debit,Credit\n1/15/2026,Buy,VTI,3,290,870.00,\n1/16/2026,Sell,VTI,1,290,,290.00\n1/17/2026,Fee,,,,0.00,0.00';
  expect([2, 3, 4].map((line) => row(line, text).amount)).toEqual([-870, 290, 0]);
});

test('an order that was called off, or a row of which nothing is known, is none', () => {
  const text = 'Symbol,Side,Status,Total Qty,Price,Avg Price,Filled Time\nPFE,Buy,Filled,40,@27.10,27.05,02/17/2026 09:45:12 EST\nLCID,Sell,Cancelled,100,@3.20,,\nF,,,,,,';
  expect([2, 3, 4].map((line) => row(line, text).kind)).toEqual(['transaction', 'skip', 'skip']);
  expect(row(2, text)).toMatchObject({ price: 27.05, quantity: 40 });
});

test('signs tell a purchase from a sale where no column does', () => {
  const text = 'Date,Product,ISIN,Quantity,Price,Value EUR,Order ID\n14-03-2025,APPLE INC,US0378331005,5,200.00,-1000.00,a\n02-04-2025,APPLE INC,US0378331005,-2,210.00,420.00,b';
  expect([2, 3].map((line) => row(line, text))).toMatchObject([{ action: 'Buy', quantity: 5, amount: -1000 }, { action: 'Sell', quantity: 2, amount: 420 }]);
});

test('an option is called one', () => {
  const text = 'Date,Action,Symbol,Description,Quantity,Price,Amount\n1/15/2026,Buy,,CALL AAPL 01/17/25 150,1,5.5,-550';
  expect(readActivityOf(text, 'CALL AAPL 01/17/25 150').assetType).toBe('option');
});
