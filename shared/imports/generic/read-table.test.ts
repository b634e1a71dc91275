import { readCells } from '../table/cells';
import { CellReader } from './cell-reader';
import { findTables } from './find-tables';
import { guessTable } from './guess-columns';
import { Owner } from './owner';
import { kindOf, TableReading } from './read-table';

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

test('what a table lists', () => {
  expect(read('Ticker,Shares\nVTI,3').kind).toBe('holdings');
  expect(read('Ticker,Date Sold,Proceeds\nVTI,1/2/2026,3').kind).toBe('realized');
  expect(read('Ticker,Close Date,Shares,Cost,Gain\nVTI,,3,4,5').kind).toBe('holdings');
  expect(read('Date,Action,Ticker,Amount\n1/2/2026,Buy,VTI,-3').kind).toBe('activity');
});

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
