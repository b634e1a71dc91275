import { textFile } from '../custodian-file';
import { findBlocks } from '../table/blocks';
import { LineReader } from '../table/line';
import { describe as describeSecurity, fields, findCurrencyColumn, isBalance, isRow, isTotal, nameOf, needs } from './holdings-columns';

function lines(text: string) {
  const file = textFile(text);
  const [block] = findBlocks(file, fields, needs);
  return [...new LineReader(file, block.table, block.header, fields).lines()];
}

test('rows are told from totals, notes and headers that are printed again', () => {
  const found = lines('Account Number,CUSIP,Symbol,Quantity,Market Value\nA,037833100,AAPL,3,600\nTotal,,,,600\nDisclaimer\nAccount Number,CUSIP,Symbol,Quantity,Market Value');
  expect(found.map((line) => [isRow(line), isTotal(line)])).toEqual([[true, false], [false, true], [false, false], [false, false]]);
});

test('a security goes by symbol and CUSIP, or by the identifier that is one of them', () => {
  const found = lines('Security Identifier,CUSIP,Quantity,Market Value\nAAPL,037833100,3,600\nG8T49N214,G8T49N214,1,2\n379LP0083,,1,2').map(describeSecurity);
  expect(found.map(({ symbol, cusip }) => [symbol, cusip])).toEqual([['AAPL', '037833100'], [null, 'G8T49N214'], [null, '379LP0083']]);
});

test('names of persons have two parts, a company’s one', () => {
  expect(lines('First Name,Last Name,CUSIP,Quantity,Market Value\nRUTH,ALDER,A,1,2\nCOVE LLC, ,A,1,2\n,,A,1,2').map(nameOf)).toEqual(['RUTH ALDER', 'COVE LLC', null]);
});

test('an amount of cash beside a quantity and a value of 0 is a balance', () => {
  expect(lines('Symbol,Quantity,Market Value,Cash and Cash Equivalents\nDUTG,0,0,12\nVOO,1,547.5,0\nDUTG,0,0,0').map(isBalance)).toEqual([true, false, false]);
});

test('the currency has a column of exactly that name', () => {
  expect(findCurrencyColumn(['Market Value (Position CCY)', 'Position CCY'])).toBe(1);
  expect(findCurrencyColumn(['Market Value (Position CCY)'])).toBeUndefined();
});
