import { sheetsFile, textFile } from '../custodian-file';
import { importRow } from '../format';
import { bannerOf, findBlocks, findFirstBlock, joinContents, noHeader } from './blocks';
import type { Fields } from './header';

const fields = { symbol: ['Symbol'], quantity: ['Quantity'] } satisfies Fields;
const needs = [['symbol'], ['quantity']] as const;
const two = 'For A\nSymbol,Quantity\nVTI,1\n\nFor B\n\nQuantity,Symbol\n2,BND\n';

test('each header begins a block; a banner belongs to the header below it', () => {
  const blocks = findBlocks(textFile(two), fields, needs, ([first]) => /^For /.test(first));
  expect(blocks.map(({ start, end, header }) => [start, header.row, end])).toEqual([[0, 1, 4], [4, 6, 9]]);
  expect(blocks[1].header.columns).toEqual({ symbol: 1, quantity: 0 });
  expect(blocks.map((block) => bannerOf(block)[0])).toEqual([['For A'], ['For B']]);
});

test('without a banner the header itself ends the block above', () => {
  expect(findBlocks(textFile(two), fields, needs).map(({ start, end }) => [start, end])).toEqual([[0, 6], [6, 9]]);
});

test('every sheet is searched', () => {
  const cells = [['Symbol', 'Quantity'], ['VTI', '3']];
  const file = sheetsFile([{ sheet: 'Notes', cells: [['hello']] }, { sheet: 'A', cells }, { sheet: 'B', cells }]);
  expect(findBlocks(file, fields, needs).map(({ table }) => table.sheet)).toEqual(['A', 'B']);
});

test('the first header of any sheet', () => {
  const cells = [['Symbol', 'Quantity']];
  expect(findFirstBlock(sheetsFile([{ cells: [['hello']] }, { sheet: 'A', cells }]), fields, needs)?.table.sheet).toBe('A');
  expect(findFirstBlock(textFile(two), fields, needs)).toMatchObject({ header: { row: 1 }, start: 0, end: 9 });
});

test('no header is an issue that stops', () => {
  expect(findBlocks(textFile('hello'), fields, needs)).toEqual([]);
  expect(noHeader(textFile('hello', 'a.csv'), 'Symbol and Quantity')).toMatchObject({
    rows: [],
    issues: [{ code: 'I01', severity: 'stop', sheet: 'a.csv', message: 'No header row with Symbol and Quantity was found.' }],
  });
});

test('contents of several blocks are one, of the latest day', () => {
  const part = (asOf: string | undefined, line: number) => ({ asOf, rows: [importRow('skip', line, {})], issues: [] });
  const joined = joinContents([part('2026-02-01', 1), part('2026-03-01', 2), part(undefined, 3)]);
  expect([joined.asOf, joined.rows.map(({ line }) => line)]).toEqual(['2026-03-01', [1, 2, 3]]);
});
