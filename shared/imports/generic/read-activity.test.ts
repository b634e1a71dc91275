import { importRow, type ImportRow } from '../format';
import { readCells } from '../table/cells';
import { CellReader } from './cell-reader';
import { findTables } from './find-tables';
import { guessTable } from './guess-columns';
import { readActivity, signAmounts } from './read-activity';

const cells = readCells('Date,Type,Ticker,Units,Price,Commission,Fees,Amount\n1/15/2026,Sell,VTI,-3,290,4.95,0.05,865\n1/16/2026,Dividend,VTI,0,,,,12');

function row(line: number): ImportRow {
  const reader = new CellReader(undefined, guessTable(cells, findTables(cells)[0], '.'), 'month first');
  reader.open(cells[line - 1], line);
  return readActivity(reader, { symbol: 'VTI', cusip: null, description: null }, { account: '1', accountName: null });
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
