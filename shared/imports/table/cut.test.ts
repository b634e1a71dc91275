import { textFile } from '../custodian-file';
import { LineReader } from './line';
import { complainOfCut, isCutOff } from './cut';

const header = { row: 0, columns: { symbol: 0, quantity: 1, price: 2 } };
const isCut = (text: string, row = 1) => {
  const file = textFile(text);
  return isCutOff(file, { table: file.tables[0], header }, row);
};

test.each([
  ['Symbol,Quantity,Price,Note\nVTI,1', true],
  ['Symbol,Quantity,Price,Note\nVTI,10,2', true],
  ['"Symbol","Quantity","Price"\n"VTI","10","2', true],
  ['Symbol,Quantity,Price,Note\nVTI,10,2,', false],
  ['Symbol,Quantity,Price,Note\nVTI,10,2,x\n\n', false],
  ['Symbol,Quantity,Price,,\nVTI,10,2', false],
])('%j', (text, expected) => expect(isCut(text)).toBe(expected));

test('only the last line can be cut off', () => {
  expect(isCut('Symbol,Quantity,Price\nVTI,1\nBND,2,3')).toBe(false);
});

test('a line left out is named with what is left of it', () => {
  const file = textFile('Symbol,Quantity,Price\nVTI,1', 'a.csv');
  const reader = new LineReader(file, file.tables[0], header, { symbol: ['Symbol'], quantity: ['Quantity'], price: ['Price'] });
  for (const line of reader.lines()) complainOfCut(reader, line);
  const message = 'The file ends in the midst of line 2 (“VTI,1”), which was left out.';
  expect(reader.issues).toMatchObject([{ code: 'I02', cell: 'A2', found: 'VTI,1', message }]);
});
