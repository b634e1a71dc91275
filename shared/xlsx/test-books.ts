import JSZip from 'jszip';
import type { Cell, SheetContent } from '../workbook/port';

/** Small workbooks for the tests of this folder, part by part, as programs other than Excel write them. */

export const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
export const LINKS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** A zip archive of text parts. */
export async function zipOf(parts: Readonly<Record<string, string>>): Promise<Uint8Array> {
  const zip = new JSZip();
  for (const [name, content] of Object.entries(parts)) zip.file(name, content, { createFolders: false });
  return zip.generateAsync({ type: 'uint8array', compression: 'DEFLATE' });
}

/** The parts of a plain workbook with one sheet, `Holdings`, whose cells are `sheetData`'s content; `more` adds or replaces parts. */
export function bookParts(sheetData: string, more: Readonly<Record<string, string>> = {}): Record<string, string> {
  const packaging = 'http://schemas.openxmlformats.org/package/2006';
  return {
    '[Content_Types].xml': `<Types xmlns="${packaging}/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>`,
    '_rels/.rels': `<Relationships xmlns="${packaging}/relationships"><Relationship Id="rId1" Type="${LINKS}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `<workbook xmlns="${MAIN}" xmlns:r="${LINKS}"><sheets><sheet name="Holdings" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': workbookLinks([['rId1', 'worksheet', 'worksheets/sheet1.xml']]),
    'xl/worksheets/sheet1.xml': `<worksheet xmlns="${MAIN}"><sheetData>${sheetData}</sheetData></worksheet>`,
    ...more,
  };
}

/** The links of a part: id, kind, target. */
export function workbookLinks(links: readonly (readonly [string, string, string])[], base = LINKS): string {
  const items = links.map(([id, kind, target]) => `<Relationship Id="${id}" Type="${base}/${kind}" Target="${target}"/>`);
  return `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${items.join('')}</Relationships>`;
}

export const book = (sheetData: string, more: Readonly<Record<string, string>> = {}): Promise<Uint8Array> =>
  zipOf(bookParts(sheetData, more));

/** A workbook that counts its days from 1904. */
export const book1904 = (): Promise<Uint8Array> =>
  book('', {
    'xl/workbook.xml': `<workbook xmlns="${MAIN}" xmlns:r="${LINKS}"><workbookPr date1904="1"/><sheets><sheet name="Holdings" sheetId="1" r:id="rId1"/></sheets></workbook>`,
  });

/** An input sheet of items and days. */
export function startSheet(rows: readonly (readonly Cell[])[]): SheetContent {
  return {
    sheet: 'Start',
    table: 'rb_Start',
    columns: [
      { header: 'Item', kind: 'text', format: '@', width: 20 },
      { header: 'Value', kind: 'date', format: 'yyyy-mm-dd', width: 14 },
    ],
    rows,
    frozenColumns: 0,
    tabColor: '#1F2937',
  };
}
