import { readCells } from '../table/cells';
import { CellReader } from './cell-reader';
import { findTables } from './find-tables';
import { guessTable } from './guess-columns';
import { checkStatedGain, readCost } from './read-cost';

function open(text: string, line = 2): CellReader {
  const cells = readCells(text);
  const reader = new CellReader(undefined, guessTable(cells, findTables(cells)[0], '.'), 'month first');
  reader.open(cells[line - 1], line);
  return reader;
}

test('a cost in another currency than the value is left out, and said', () => {
  const reader = open('Symbol,Shares,Value,Book cost (CAD)\nVTI,3,870,820');
  expect(readCost(reader, 'USD')).toEqual({ unitCost: null, costBasis: null });
  expect(reader.issues).toMatchObject([{ code: 'I28', cell: 'D2', found: '820' }]);
});

test.each(['CAD', null])('a cost in the currency of the value, or of one that nobody states, is kept (%s)', (currency) => {
  const reader = open('Symbol,Shares,Value,Book cost (CAD)\nVTI,3,870,820');
  expect(readCost(reader, currency)).toEqual({ unitCost: null, costBasis: 820 });
  expect(reader.issues).toEqual([]);
});

test('a gain that is not value less cost, in a table where it mostly is', () => {
  const text = 'Symbol,Shares,Price,Value,Cost,Gain/Loss\nA,1,10,10,5,5\nB,1,20,20,5,15\nC,1,30,30,5,25\nD,1,40,40,35,22';
  const check = (line: number) => {
    const reader = open(text, line);
    checkStatedGain(reader, reader.amount('gain'), { marketValue: reader.amount('marketValue'), costBasis: reader.amount('costBasis') });
    return reader.issues.map(({ code, cell }) => `${code} ${cell}`);
  };
  expect([check(2), check(5)]).toEqual([[], ['I14 F5']]);
});
