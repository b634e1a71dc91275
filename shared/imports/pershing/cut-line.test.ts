import { textFile } from '../custodian-file';
import { findBlocks } from '../table/blocks';
import { LineReader } from '../table/line';
import { isCutLine } from './cut-line';

const fields = { symbol: ['Symbol'], quantity: ['Quantity'], price: ['Price'] };

function cutLines(text: string): { cut: boolean[]; codes: string[] } {
  const file = textFile(text);
  const [block] = findBlocks(file, fields, [['symbol']]);
  const reader = new LineReader(file, block.table, block.header, fields);
  const cut = [...reader.lines()].map((line) => isCutLine(file, block, reader, line));
  return { cut, codes: reader.issues.map(({ code }) => code) };
}

test('a line that ends before its last column is left out, and said so', () => {
  expect(cutLines('Symbol,Quantity,Price\nVTI,3,290\nVOO,4')).toEqual({ cut: [false, true], codes: ['I02'] });
});

test('a note below the table is none', () => {
  expect(cutLines('Symbol,Quantity,Price\nVTI,3,290\nDisclaimer')).toEqual({ cut: [false, false], codes: [] });
});
