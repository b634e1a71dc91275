import { sheetsFile, textFile } from './custodian-file';
import { excerptOf } from './excerpt';

const numbered = (rows: number) => Array.from({ length: rows }, (_none, k) => [String(k)]);

test('a short table is whole', () => {
  const file = sheetsFile([{ sheet: 'S', cells: numbered(340) }], 'x.xlsx');
  expect(excerptOf(file)).toEqual(file);
});

test('of a long table the beginning and the end are there', () => {
  const [{ sheet, cells }] = excerptOf(sheetsFile([{ sheet: 'S', cells: numbered(100_000) }])).tables;
  expect(sheet).toBe('S');
  expect(cells).toHaveLength(340);
  expect([cells[0], cells[299], cells[300], cells[339]]).toEqual([['0'], ['299'], ['99960'], ['99999']]);
});

test('of a table as wide as Excel the first columns are there', () => {
  const wide = Array.from({ length: 16_384 }, (_none, k) => `c${k}`);
  const [{ cells }] = excerptOf(sheetsFile([{ cells: [wide, ['a']] }])).tables;
  expect(cells.map(({ length }) => length)).toEqual([400, 1]);
});

test('text that nobody asks the cells of is not taken apart', () => {
  const file = textFile('<OFX>');
  const asked = jest.spyOn(file, 'tables', 'get');
  expect(excerptOf(file).text).toBe('<OFX>');
  expect(asked).not.toHaveBeenCalled();
});
