import { sheetsFile, textFile } from '../custodian-file';
import { complainOfFullSheet } from './full-sheet';

const text = (rows: number) => textFile('VTI,3\n'.repeat(rows), 'a.csv');

test('a table that ends where a sheet does', () => {
  expect(complainOfFullSheet(text(65_536))).toMatchObject([{ code: 'I13', sheet: 'a.csv', cell: 'A65536', message: 'The rows end on line 65536, where a spreadsheet has no room for more.' }]);
  expect(complainOfFullSheet(sheetsFile([{ sheet: 'S', cells: Array<string[]>(1_048_576).fill(['VTI', '3']) }]))).toMatchObject([{ code: 'I13', sheet: 'S' }]);
});

test.each([0, 1, 65_535, 65_537])('%d rows are just these', (rows) => expect(complainOfFullSheet(text(rows))).toEqual([]));
