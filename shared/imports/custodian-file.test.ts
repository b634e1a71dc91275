import { sheetsFile, textFile } from './custodian-file';

test('delimited text is one table without a name', () => {
  expect(textFile('a,b\n1,2', 'x.csv').tables).toEqual([{ cells: [['a', 'b'], ['1', '2']] }]);
});

test('a workbook has its sheets and no text', () => {
  expect(sheetsFile([{ sheet: 'Lots', cells: [['a']] }], 'x.xlsx')).toMatchObject({ text: '', tables: [{ sheet: 'Lots' }] });
});
