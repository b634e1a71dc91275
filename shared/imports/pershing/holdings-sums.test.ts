import { importRow, type ImportRow } from '../format';
import { textFile } from '../custodian-file';
import { LineReader } from '../table/line';
import { fields } from './holdings-columns';
import { checkCount, checkTotals } from './holdings-sums';

const row = (kind: ImportRow['kind'], marketValue: number | null) => importRow(kind, 1, { marketValue });

function codes(check: (reader: LineReader<keyof typeof fields>) => void): string[] {
  const file = textFile('');
  const reader = new LineReader<keyof typeof fields>(file, file.tables[0], { row: 0, columns: {} }, fields);
  check(reader);
  return reader.issues.map(({ code }) => code);
}

test.each([
  ['positions and cash', [row('position', 10), row('cash', 5), row('total', 15)], []],
  ['positions only', [row('position', 10), row('cash', 5), row('total', 10)], []],
  ['a total for each account, then one for all', [row('position', 10), row('total', 10), row('position', 7), row('total', 7), row('total', 17)], []],
  ['a blank total', [row('position', 10), row('total', null)], []],
  ['something else', [row('position', 10), row('total', 11)], ['H13']],
])('a total of %s', (_what, rows, expected) => expect(codes((reader) => checkTotals(reader, rows))).toEqual(expected));

test('the number of rows that the file states', () => {
  const rows = [row('position', 10), row('total', 10)];
  expect([1, 2, null].map((stated) => codes((reader) => checkCount(reader, 1, rows, stated)))).toEqual([[], ['H13'], []]);
});
