import { textFile } from '../custodian-file';
import { importRow } from '../format';
import { complainOfOddRows } from './odd-rows';

const rowsOf = (...lines: number[]) => lines.map((line) => importRow('position', line, { symbol: 'VTI', account: 'A' }));
const codes = (text: string, ...lines: number[]) => complainOfOddRows(textFile(text, 'a.csv'), rowsOf(...lines)).map(({ code, cell }) => [code, cell]);

test('a row with a comma too many', () => {
  const text = 'Symbol,Shares,Value\nVTI,10,2900\nBND,5,1,500\nVXUS,3,100\n';
  const [issue] = complainOfOddRows(textFile(text, 'a.csv'), rowsOf(2, 3, 4));
  expect(issue).toMatchObject({ code: 'I02', severity: 'skip', sheet: 'a.csv', cell: 'A3', rowKey: 'VTI', accounts: ['A'], found: 'BND,5,1,500' });
  expect(issue.fix).toMatch(/^Maybe /);
});

test('beside a table of another width in the same file', () => {
  const text = 'A,B,C,D\nVTI,1,2,3\nBND,1,2,3\n\nA,B,C\nVTI,1,2\nBND,1,2,0\nVXUS,1,2\nVEA,1,2\nVWO,1,2\n';
  expect(codes(text, 2, 3, 6, 7, 8, 9, 10)).toEqual([['I02', 'A7']]);
});

test('a quote that swallows the separators of its own row', () => {
  expect(codes('A,B,C\n"VTI,1,"2"\nBND,3,4\n', 2)).toContainEqual(['I01', 'A2']);
});

test('a row that lost a cell', () => expect(codes('Symbol,Shares,Value\nVTI,2900\nBND,5,1500\n', 2, 3)).toEqual([['I02', 'A2']]));

test.each([
  ['rows as long as their header', 'A,B,C\nVTI,1,2\nBND,1,2\n', [2, 3]],
  ['blank cells left out at the end of several rows', 'A,B,C\nVTI,1,2\nBND,1\nVXUS,1\n', [2, 3, 4]],
  ['every row ends in a comma', 'A,B,C\nVTI,1,2,\nBND,1,2,\n', [2, 3]],
  ['a row that is not read', 'A,B,C\nVTI,1,2\nBND,1\n', [2]],
  ['one record below labels', 'Balances\nA,B,C,D,E,F\n\nCash,5\n', [4]],
])('not: %s', (_name, text, lines) => expect(codes(text, ...lines)).toEqual([]));

test('rows that an open quote takes into one cell', () => {
  expect(codes('A,B,C\n"VTI,1,2\nBND,"3,4\nVXUS,5,6\n', 2)).toContainEqual(['I01', 'A2']);
  expect(codes('A,B,C\nVTI,1,2\n"BND,3,4\nVXUS,5,6\n', 2)).toEqual([['I01', 'A3']]);
});

test('words of several lines within quotes are a cell', () => {
  expect(codes('A,B,C\nVTI,1,2\n"Brokerage, and more,\nby Harbor, Inc., member"\n', 2)).toEqual([]);
  expect(codes('A,B,C\nVTI,1,2\n"Brokerage, and more,\nby Harbor, Inc., mem', 2)).toEqual([]);
});

test('a workbook has no quotes and no commas', () => expect(complainOfOddRows({ text: '', tables: [{ cells: [['a'], ['b', 'c']] }] }, rowsOf(2))).toEqual([]));
