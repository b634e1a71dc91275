import { describe, expect, test } from '@jest/globals';
import JSZip from 'jszip';
import { editableWorkbookContract } from '../../test/contracts/editable-workbook';
import type { EditableWorkbook, RegionEdit } from '../../shared/workbook/cell-edits';
import { book, bookParts, LINKS, MAIN, workbookLinks, zipOf } from '../../shared/xlsx/test-books';
import { newXlsx, openXlsx, type XlsxWorkbook } from './xlsx-workbook';

editableWorkbookContract('An .xlsx file', async () => newXlsx(), async (workbook: EditableWorkbook) => openXlsx(await (workbook as XlsxWorkbook).save()));

/** Two lots, a formula beside them, and a cell of no format. */
const lots =
  '<row r="1" spans="1:4"><c r="A1" t="inlineStr"><is><t>Symbol</t></is></c><c r="B1" t="inlineStr"><is><t>Quantity</t></is></c><c r="C1" t="inlineStr"><is><t>Twice</t></is></c></row>' +
  '<row r="2" ht="30" customHeight="1"><c r="A2" s="3" t="inlineStr"><is><t>VTI</t></is></c><c r="B2" s="5"><v>10</v></c><c r="C2"><f>B2*2</f><v>20</v></c></row>' +
  '<row r="3"><c t="inlineStr"><is><t>BND</t></is></c><c><v>4</v></c></row>';

async function sheetOf(bytes: Uint8Array, ...edits: RegionEdit['cells']): Promise<string> {
  const workbook = await openXlsx(bytes);
  await workbook.edit([{ sheet: 'Holdings', cells: edits }]);
  return (await (await JSZip.loadAsync(await workbook.save())).file('xl/worksheets/sheet1.xml')?.async('text')) ?? '';
}

describe('a sheet that people made', () => {
  test('keeps formats, heights and formulas; a cell takes the format of its column', async () => {
    const xml = await sheetOf(await book(lots), { row: 2, column: 2, value: 11, kind: 'number' }, { row: 3, column: 2, value: 5, kind: 'number' }, { row: 4, column: 2, value: 6, kind: 'number' });
    expect(xml).toContain('<row r="2" ht="30" customHeight="1"><c r="A2" s="3" t="inlineStr"><is><t>VTI</t></is></c><c r="B2" s="5"><v>11</v></c><c r="C2"><f>B2*2</f><v>20</v></c></row>');
    expect(xml).toContain('<row r="3"><c r="A3" t="inlineStr"><is><t>BND</t></is></c><c r="B3"><v>5</v></c></row>');
    expect(xml).toContain('<row r="4"><c r="B4" s="5"><v>6</v></c></row>');
  });

  test('is untouched but for the cells that are written', async () => {
    const before = await openXlsx(await book(lots));
    const after = await openXlsx(await book(lots));
    await after.edit([{ sheet: 'Holdings', cells: [{ row: 7, column: 9, value: 'x', kind: 'text' }] }]);
    const [old, fresh] = await Promise.all([before, await openXlsx(await after.save())].map(async (one) => (await one.read(() => true)).regions[0].values));
    old.forEach((row, r) => row.forEach((cell, c) => expect(fresh[r][c]).toEqual(cell)));
    expect(fresh[6][8]).toBe('x');
  });

  test('rows without numbers keep their places when one is put between them', async () => {
    const xml = await sheetOf(await book('<row><c><v>1</v></c></row><row r="5"><c><v>5</v></c></row><row><c><v>6</v></c></row>'), { row: 3, column: 1, value: 3, kind: 'number' });
    expect([...xml.matchAll(/<row r="(\d)"/g)].map(([, row]) => row)).toEqual(['1', '3', '5', '6']);
  });

  test('a day in a column without days shows as a day', async () => {
    const workbook = await openXlsx(await book(lots));
    await workbook.edit([{ sheet: 'Holdings', cells: [{ row: 2, column: 4, value: '2026-11-20', kind: 'date' }] }]);
    const zip = await JSZip.loadAsync(await workbook.save());
    expect(await zip.file('xl/styles.xml')?.async('text')).toContain('yyyy-mm-dd');
  });

  test('a prefix of the sheet’s elements is kept', async () => {
    const prefixed = { 'xl/worksheets/sheet1.xml': `<x:worksheet xmlns:x="${MAIN}"><x:sheetData><x:row r="1"><x:c r="A1"><x:v>1</x:v></x:c></x:row></x:sheetData></x:worksheet>` };
    const xml = await sheetOf(await book('', prefixed), { row: 1, column: 2, value: 2, kind: 'number' }, { row: 2, column: 1, value: 'a', kind: 'text' });
    expect(xml).toContain('<x:c r="B1"><x:v>2</x:v></x:c></x:row><x:row r="2"><x:c r="A2" t="inlineStr"><x:is><x:t>a</x:t></x:is></x:c></x:row></x:sheetData>');
  });

  test('says which cells hold formulas', async () => {
    expect(await (await openXlsx(await book(lots))).formulas({ sheet: 'Holdings' })).toEqual(new Set(['C2']));
  });
});

/** The same sheet as an Excel table of two rows, with `below` under it. */
function tableBook(below: string, totals = 0): Promise<Uint8Array> {
  const last = 3 + totals;
  return zipOf(bookParts('', {
    'xl/worksheets/sheet1.xml': `<worksheet xmlns="${MAIN}" xmlns:r="${LINKS}"><sheetData>${lots}${below}</sheetData><tableParts count="1"><tablePart r:id="rId1"/></tableParts></worksheet>`,
    'xl/worksheets/_rels/sheet1.xml.rels': workbookLinks([['rId1', 'table', '../tables/table1.xml']]),
    'xl/tables/table1.xml': `<table xmlns="${MAIN}" id="1" name="Lots" displayName="Lots" ref="A1:C${last}"${totals ? ' totalsRowCount="1"' : ''}><autoFilter ref="A1:C3"/><tableColumns count="3"><tableColumn id="1" name="Symbol"/><tableColumn id="2" name="Quantity"/><tableColumn id="3" name="Twice"/></tableColumns></table>`,
  }));
}

describe('an Excel table', () => {
  const added: RegionEdit = { sheet: 'Holdings', table: 'Lots', cells: [{ row: 4, column: 1, value: 'GLD', kind: 'text' }] };

  test('grows over the rows that are added', async () => {
    const workbook = await openXlsx(await tableBook(''));
    await workbook.edit([added]);
    const xml = await (await JSZip.loadAsync(await workbook.save())).file('xl/tables/table1.xml')?.async('text');
    expect(xml).toContain('ref="A1:C4"');
    expect(xml).toContain('<autoFilter ref="A1:C4"/>');
  });

  test.each([
    ['a note', '<row r="4"><c r="B4"><v>1</v></c></row>', 0],
    ['its totals', '<row r="4"><c r="B4"><f>SUBTOTAL(109,Lots[Quantity])</f><v>14</v></c></row>', 1],
  ])('does not grow over %s below it', async (_what, below, totals) => {
    const workbook = await openXlsx(await tableBook(below, totals));
    await expect(workbook.edit([added])).rejects.toThrow('Holdings has no room for 1 more row: B4 lies below the table.');
  });

  test('does not mind what lies beside it', async () => {
    const workbook = await openXlsx(await tableBook('<row r="4"><c r="F4"><v>1</v></c></row>'));
    await workbook.edit([added]);
    const { regions } = await (await openXlsx(await workbook.save())).read(() => true);
    expect(regions[0].values.at(-1)).toEqual(['GLD', null, null]);
  });
});
