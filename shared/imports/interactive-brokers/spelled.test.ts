import { textFile } from '../custodian-file';
import { LineReader } from '../table/line';
import { flexSpelling } from './days';
import { spelled } from './spelled';

test('days are read as the file writes them; the rest stays', () => {
  const file = textFile('Symbol,Opened\nA,31/12/2025\nB,-\nC,soon\n', 'a.csv');
  const fields = { symbol: ['Symbol'], opened: ['Opened'] } as const;
  const reader = new LineReader(file, file.tables[0], { row: 0, columns: { symbol: 0, opened: 1 } }, fields);
  const lines = [...reader.lines()].map((line) => spelled(line, reader, flexSpelling('day first')));
  expect(lines.map((line) => [line.text('symbol'), line.day('opened')])).toEqual([['A', '2025-12-31'], ['B', null], ['C', null]]);
  expect(reader.issues).toMatchObject([{ code: 'I02', cell: 'B4', found: 'soon' }]);
});
