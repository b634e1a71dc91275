import { readCells } from '../table/cells';
import { CellReader } from './cell-reader';
import { findTables } from './find-tables';
import { guessTable } from './guess-columns';
import { Owner } from './owner';
import { TableReading } from './read-table';
import { kindOf } from './table-kind';

function read(text: string) {
  const cells = readCells(text);
  const guessed = guessTable(cells, findTables(cells)[0], '.');
  const reader = new CellReader('a.csv', guessed, 'month first');
  const owner = new Owner();
  const reading = new TableReading(reader, guessed, owner);
  cells.slice(guessed.start).forEach((row, k) => reading.add(row, guessed.start + k + 1));
  const rows = reading.finish().map(({ kind, account, symbol, acquired, quantity }) => [kind, account, symbol, acquired, quantity]);
  return { rows, issues: reader.issues.map(({ code, cell }) => `${code} ${cell}`), kind: kindOf(guessed), asOf: owner.asOf };
}

test('titles name accounts, a name alone is about the rows below it, footers name the day', () => {
  expect(read('Ticker,Acquired,Shares,Value\nRoth IRA (1234-5678)\nVTI\n,1/15/2020,3,870\n,1/16/2021,2,580\nAGG,1/17/2021,4,400\nDate downloaded 4/8/2026')).toEqual({
    rows: [
      ['lot', '1234-5678', 'VTI', '2020-01-15', 3],
      ['lot', '1234-5678', 'VTI', '2021-01-16', 2],
      ['lot', '1234-5678', 'AGG', '2021-01-17', 4],
    ],
    issues: [],
    kind: 'holdings',
    asOf: '2026-04-08',
  });
});

test('lots labelled by their day, as long as they add up to the position above', () => {
  const header = 'Symbol,Shares,Value\n';
  expect(read(`${header}VTI,5,50\n1/15/2020,3,30\n2/16/2021,2,20\n`).rows).toEqual([['position', null, 'VTI', null, 5], ['lot', null, 'VTI', '2020-01-15', 3], ['lot', null, 'VTI', '2021-02-16', 2]]);
  const wrong = read(`${header}VTI,5,50\n2026-03-01,4,12\n`);
  expect(wrong.rows).toEqual([['position', null, 'VTI', null, 5], ['skip', null, null, null, 4]]);
  expect(wrong.issues).toEqual(['I02 A3']);
});

test('totals by their words and by the lack of any', () => {
  expect(read('Symbol,Name,Shares,Value\nVTI,Total Stock Market,3,30\nAGG,Aggregate,4,40\n,,,70\nAccount Total,,,70\n').rows.map(([kind]) => kind)).toEqual(['position', 'position', 'total', 'total']);
});

test('a row without a name at a price far from the one above is no lot of it', () => {
  const { rows } = read('Ticker,Shares,Price,Value\nVTI,5,300,1500\n,1,60620,60620\n,2,290,580');
  expect(rows.map(([, , symbol]) => symbol)).toEqual(['VTI', null, 'VTI']);
});

test('the same without a price, by what one unit is worth', () => {
  const { rows } = read('Ticker,Acquired,Shares,Value\nAGG,1/15/2020,100,9900\n,1/16/2021,2,200\n,,2500,2500');
  expect(rows.map(([, , symbol]) => symbol)).toEqual(['AGG', 'AGG', null]);
});

test('dashes in place of shares, price and day make a row no lot of the one above', () => {
  expect(read('Symbol,Shares,Average cost,Value\nSCHD,44,25,1210\n--,--,--,12.34').rows.map(([, , symbol]) => symbol)).toEqual(['SCHD', null]);
});

test('a total in the column of accounts, wherever that is, and one of sales without any word', () => {
  expect(read('Value,Shares,Symbol,Account\n30,3,VTI,A-123\n70,,,Total').rows.map(([kind]) => kind)).toEqual(['position', 'total']);
  expect(read('Symbol,Date sold,Shares,Proceeds,Gain\nVTI,1/2/2026,3,870,270\nBND,1/3/2026,2,140,-4\n,,,1010,266').rows.map(([kind]) => kind)).toEqual(['realized-lot', 'realized-lot', 'total']);
});
