import { textFile } from '../custodian-file';
import { blockLines } from './complete';

const fields = { symbol: ['Symbol'], net: ['Net'] } as const;
const block = { section: 'T', headerRow: 0, start: 1, end: 3 };
const linesOf = (text: string) => {
  const file = textFile(text, 'a.csv');
  const { reader, end } = blockLines(file, file.tables[0], block, fields);
  return { symbols: [...reader.lines(end)].map((line) => line.text('symbol')), issues: reader.issues };
};

test('a whole file is read to its end', () => {
  expect(linesOf('T,Header,Symbol,Net\nT,Data,A,1\nT,Data,B,2\n')).toEqual({ symbols: ['A', 'B'], issues: [] });
});

test('a last line without a line break that lacks the blank cells of its header', () => {
  expect(linesOf('T,Header,Symbol,Net,,\nT,Data,A,1,,\nT,Data,B,22').symbols).toEqual(['A']);
  expect(linesOf('T,Header,Symbol,Net,,\nT,Data,A,1,,\nT,Data,B,22\n').symbols).toEqual(['A', 'B']);
});

test('a last line that breaks off is left out, and said', () => {
  const { symbols, issues } = linesOf('T,Header,Symbol,Net\nT,Data,A,1\nT,Data,B');
  expect(symbols).toEqual(['A']);
  expect(issues).toMatchObject([{ code: 'I02', cell: 'A3', found: 'T,Data,B' }]);
});
