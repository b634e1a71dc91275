import { textFile } from '../custodian-file';
import { isCutOff } from './cut';

const header = { row: 0, columns: { symbol: 0, quantity: 1, price: 2 } };
const isCut = (text: string, row = 1) => {
  const file = textFile(text);
  return isCutOff(file, file.tables[0], header, row);
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
