import { expect, test } from '@jest/globals';
import { book } from '../../shared/xlsx/test-books';
import { openXlsx } from '.';

test('a sheet tells which cells are merged', async () => {
  const data = '<row r="1"><c r="A1" t="inlineStr"><is><t>Account ID</t></is></c></row></sheetData><mergeCells count="1"><mergeCell ref="A2:A3"/></mergeCells><sheetData>';
  const { regions } = await (await openXlsx(await book(data))).read(() => true);
  expect(regions[0].merged).toEqual(['A2:A3']);
});
