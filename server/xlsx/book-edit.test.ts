import { expect, test } from '@jest/globals';
import { addSheet, calculateOnLoad, defineNames } from './book-edit';
import { readBook } from '../../shared/xlsx/book-part';
import { Package } from '../../shared/xlsx/package';
import { bookParts, LINKS, MAIN, workbookLinks, zipOf } from '../../shared/xlsx/test-books';

const strict = 'http://purl.oclc.org/ooxml/officeDocument/relationships';
const xmlOf = (pack: Package): Promise<string> => pack.text('xl/workbook.xml');

async function packWith(workbook: string): Promise<Package> {
  return Package.open(await zipOf({ ...bookParts(''), 'xl/workbook.xml': workbook }));
}

test('a sheet gets a free number and the workbook’s own prefix for links', async () => {
  const pack = await packWith(
    `<workbook xmlns="${MAIN}" xmlns:rel="${LINKS}"><sheets><sheet name="Holdings" sheetId="9" rel:id="rId1"/></sheets></workbook>`,
  );
  await addSheet(pack, 'Cash & "more"', 'xl/worksheets/sheet2.xml');
  expect(await xmlOf(pack)).toContain('<sheet name="Cash &amp; &quot;more&quot;" sheetId="10" rel:id="rId2"/></sheets>');
  expect((await readBook(pack)).sheets.at(-1)).toEqual({ name: 'Cash & "more"', sheetId: 10, part: 'xl/worksheets/sheet2.xml' });
  expect(await pack.text('[Content_Types].xml')).toContain('PartName="/xl/worksheets/sheet2.xml"');
});

test('a strict workbook gets strict links, declared where it declares none', async () => {
  const pack = await packWith('<x:workbook xmlns:x="http://purl.oclc.org/ooxml/spreadsheetml/main"><x:sheets/></x:workbook>');
  await addSheet(pack, 'Trades', 'xl/worksheets/sheet2.xml');
  expect(await xmlOf(pack)).toContain(`<x:sheet name="Trades" sheetId="1" xmlns:r="${strict}" r:id="rId2"/>`);
  expect(await pack.text('xl/_rels/workbook.xml.rels')).toContain(`Type="${strict}/worksheet"`);
});

test('names go where the schema wants them, and one of a sheet is not one of the workbook', async () => {
  const pack = await packWith(
    `<workbook xmlns="${MAIN}" xmlns:r="${LINKS}"><sheets><sheet name="My sheet" sheetId="1" r:id="rId1"/></sheets><calcPr calcId="1"/></workbook>`,
  );
  await defineNames(pack, [
    { name: 'rb_AsOf', sheet: 'my SHEET', place: '$B$3' },
    { name: 'rb_AsOf', sheet: 'My sheet', place: '$C$3', ownedBySheet: true },
  ]);
  await calculateOnLoad(pack);
  expect(await xmlOf(pack)).toContain(
    '</sheets><definedNames><definedName name="rb_AsOf">\'My sheet\'!$B$3</definedName><definedName name="rb_AsOf" localSheetId="0">\'My sheet\'!$C$3</definedName></definedNames><calcPr calcId="1" fullCalcOnLoad="1"/>',
  );
  expect((await readBook(pack)).names).toEqual([{ name: 'rb_AsOf', refersTo: "'My sheet'!$B$3" }]);
});

test('a workbook whose main part is another kind of XML is no workbook', async () => {
  const parts = { ...bookParts(''), 'xl/workbook.xml': '<document/>', 'xl/_rels/workbook.xml.rels': workbookLinks([]) };
  await expect(readBook(await Package.open(await zipOf(parts)))).rejects.toThrow('no workbook in it');
});
