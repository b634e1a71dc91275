import { expect, test } from '@jest/globals';
import { guessedColumns, isGuessed, readByColumns, shapeOf } from './chosen-columns';
import { textFile } from './custodian-file';

const file = (header: string, name = 'x.csv') => textFile(`${header}\nA-1,VTI,10,2900.00\nA-1,BND,5,365.00\n`, name);
const odd = file('Account,Code,Pieces,Price');

test('the columns are shown with their guess and their first cells', () => {
  const [table] = guessedColumns(file('Account,Symbol,Quantity,Market value'));
  expect(table).toMatchObject({ line: 1, rows: 2 });
  expect(table.columns.map(({ field, samples }) => [field, samples])).toEqual([
    ['account', ['A-1']], ['symbol', ['VTI', 'BND']], ['quantity', ['10', '5']], ['marketValue', ['2900.00', '365.00']],
  ]);
});

test('what somebody chooses counts, and a table that could not be read can be', () => {
  const choices = [{ header: 'Code', field: 'symbol' }, { header: 'Pieces', field: 'quantity' }, { header: 'Price', field: 'marketValue' }] as const;
  expect(readByColumns(odd, []).format).toBeUndefined();
  const reading = readByColumns(odd, choices);
  expect(reading).toMatchObject({ format: 'generic-table' });
  expect(reading.rows.filter(({ kind }) => kind === 'position').map(({ account, symbol, quantity, marketValue }) => [account, symbol, quantity, marketValue])).toEqual([['A-1', 'VTI', 10, 2900], ['A-1', 'BND', 5, 365]]);
  expect(guessedColumns(odd, choices)[0].columns[1]).toMatchObject({ field: 'symbol', confidence: 1, because: 'you chose it' });
});

test('what leaves no table to read says so', () => {
  const reading = readByColumns(file('Account,Symbol,Quantity,Market value'), [{ header: 'Symbol', field: null }, { header: 'Quantity', field: null }, { header: 'Market value', field: null }]);
  expect(reading.format).toBeUndefined();
  expect(reading.issues).toMatchObject([{ code: 'I01', severity: 'stop' }]);
  expect(isGuessed(reading)).toBe(true);
});

test('the shape is that of the headers, whatever the rows and the name', () => {
  expect(shapeOf(textFile('ACCOUNT,Symbol,Quantity,Price\nB-9,GLD,1,2.00\n', 'other.csv'))).toBe(shapeOf(file('Account,symbol,Quantity,Price')));
  expect(shapeOf(file('Account,Symbol,Quantity,Price'))).not.toBe(shapeOf(file('Account,Symbol,Quantity,Market value')));
});

test('rows whose cells have shifted are said, whoever chose the columns', () => {
  const file = textFile('Symbol,Shares,Value\nVTI,10,2900\nBND,5,1,500\nVXUS,3,100\n', 'a.csv');
  expect(readByColumns(file, []).issues.map(({ code, cell }) => [code, cell])).toContainEqual(['I02', 'A3']);
});
