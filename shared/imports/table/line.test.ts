import { textFile } from '../custodian-file';
import { findHeader, type Fields } from './header';
import { LineReader } from './line';

const fields = { symbol: ['Symbol'], quantity: ['Quantity'], acquired: ['Open Date'] } satisfies Fields;

function readerOf(text: string): LineReader<keyof typeof fields> {
  const file = textFile(text, 'a.csv');
  const header = findHeader<keyof typeof fields>(file.tables[0].cells, fields, [['symbol']]);
  return new LineReader(file, file.tables[0], header ?? { row: 0, columns: {} }, fields);
}

test('cells are asked for by what they mean; blank lines are passed over', () => {
  const reader = readerOf('Symbol,Open Date,Quantity\nVTI,1/2/2020,"1,000.5"\n\n"  BND ",--,\n');
  const lines = [...reader.lines()].map((line) => [line.number, line.text('symbol'), line.amount('quantity'), line.day('acquired')]);
  expect(lines).toEqual([[2, 'VTI', 1000.5, '2020-01-02'], [4, 'BND', null, null]]);
  expect(reader.issues).toEqual([]);
});

test('a column that the file lacks is unknown', () => {
  const [line] = readerOf('Symbol\nVTI').lines();
  expect([line.amount('quantity'), line.day('acquired')]).toEqual([null, null]);
  expect([readerOf('Symbol\nVTI').has('symbol'), readerOf('Symbol\nVTI').has('quantity')]).toEqual([true, false]);
});

test('what cannot be read is unknown, and an issue names cell, value and subject', () => {
  const reader = readerOf('Symbol,Open Date,Quantity\nVTI,31/31/2020,x');
  reader.subject = { symbol: 'VTI', account: '7781' };
  const [line] = reader.lines();
  expect([line.amount('quantity'), line.day('acquired')]).toEqual([null, null]);
  expect(reader.issues).toMatchObject([
    { code: 'I02', cell: 'C2', column: 'Quantity', found: 'x', rowKey: 'VTI', accounts: ['7781'], sheet: 'a.csv' },
    { code: 'I02', cell: 'B2', column: 'Open Date', found: '31/31/2020' },
  ]);
});
