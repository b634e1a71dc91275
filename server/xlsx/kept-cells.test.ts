import { expect, test } from '@jest/globals';
import { keepCells } from './kept-cells';
import { splitSheet } from './sheet-frame';

const ours = [{ top: 5, left: 1, bottom: 7, right: 2 }];

test('cells outside ours are kept as they were, and get an address if they had none', () => {
  const data =
    '<sheetData><row r="5"><c r="A5" t="s"><v>1</v></c><c r="B5"/><c s="3"><v>mine</v></c></row><row><x:c r="D6"><x:f>1</x:f></x:c></row></sheetData>';
  const { kept, lostFormula } = keepCells('part', data.replaceAll('x:', ''), ours);
  expect([...kept]).toEqual([
    [5, [{ column: 3, xml: '<c r="C5" s="3"><v>mine</v></c>' }]],
    [6, [{ column: 4, xml: '<c r="D6"><f>1</f></c>' }]],
  ]);
  expect(lostFormula).toBe(false);
});

test('a formula among ours is reported', () => {
  expect(keepCells('part', '<sheetData><row r="6"><c r="A6"><f>1+1</f><v>2</v></c></row></sheetData>', ours)).toEqual({
    kept: new Map(),
    lostFormula: true,
  });
});

test('cells are split from the sheet around them', () => {
  const frame = splitSheet('part', '<w><cols/><sheetData a="1"><row/></sheetData><drawing/></w>');
  expect(frame.cells).toBe('<sheetData a="1"><row/></sheetData>');
  expect(frame.source).toBe('<w><cols/><sheetData/><drawing/></w>');
  expect(frame.root.children.map(({ name }) => name)).toEqual(['cols', 'sheetData', 'drawing']);
  expect(frame.source.slice(frame.data.start, frame.data.end)).toBe('<sheetData/>');
});

test('a sheet without cells, with or without a prefix', () => {
  expect(splitSheet('part', '<x:w><x:sheetData/></x:w>').cells).toBe('<x:sheetData/>');
  expect(() => splitSheet('part', '<w><cols/></w>')).toThrow('has no cells');
});
