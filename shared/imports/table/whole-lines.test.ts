import { textFile } from '../custodian-file';
import { findBlocks } from './blocks';
import type { Fields } from './header';
import { LineReader } from './line';
import { wholeLines } from './whole-lines';

const fields = { symbol: ['Symbol'], quantity: ['Quantity'], price: ['Price'] } satisfies Fields;

function read(text: string) {
  const file = textFile(text, 'a.csv');
  const [block] = findBlocks<keyof typeof fields>(file, fields, [['symbol']]);
  const reader = new LineReader(file, block.table, block.header, fields);
  const lines = [...wholeLines(file, block, reader, ({ cells }) => cells[0].startsWith('Note'))];
  return { symbols: lines.map(({ text: cell }) => cell('symbol')), issues: reader.issues };
}

test('notes are left out', () => {
  expect(read('Symbol,Quantity,Price\nVTI,1,2\nNote of ours\nBND,1,2\nNote')).toEqual({ symbols: ['VTI', 'BND'], issues: [] });
});

test('a line cut off is left out, and said', () => {
  const { symbols, issues } = read('Symbol,Quantity,Price\nVTI,1,2\nBND,12');
  expect(symbols).toEqual(['VTI']);
  expect(issues).toMatchObject([{ code: 'I02', cell: 'A3', sheet: 'a.csv', found: 'BND,12' }]);
});
