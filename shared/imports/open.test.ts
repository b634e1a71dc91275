import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import JSZip from 'jszip';
import { book, bookParts, MAIN, workbookLinks, zipOf } from '../xlsx/test-books';
import { escapeXml } from '../xlsx/xml-text';
import { columnLetters } from '../workbook/address';
import { readExport } from '.';
import { textFile } from './custodian-file';
import { openExport } from './open';
import { readCells } from './table/cells';

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const csv = 'Symbol,Quantity\r\nVTI,3\r\n';

async function only(bytes: Uint8Array, name?: string) {
  const { files, issues } = await openExport(bytes, name);
  expect(issues).toEqual([]);
  expect(files).toHaveLength(1);
  return files[0];
}

async function refusal(bytes: Uint8Array, name = 'statement.xls') {
  const { files, issues } = await openExport(bytes, name);
  expect(files).toEqual([]);
  expect(issues).toMatchObject([{ code: 'I01', severity: 'stop', sheet: name }]);
  expect(issues[0].fix).toMatch(/^Maybe /);
  return issues[0].message;
}

/** Cells as Excel would store them: numbers as numbers, days as serial numbers with a format. */
function asWorkbook(cells: readonly (readonly string[])[]): Promise<Uint8Array> {
  const cell = (text: string, address: string) => {
    const day = /^\d{4}-\d{2}-\d{2}$/.test(text) ? Math.round(Date.parse(text) / 86_400_000) + 25_569 : undefined;
    if (day !== undefined) return `<c r="${address}" s="1"><v>${day}</v></c>`;
    if (/^-?\d+(\.\d+)?$/.test(text) && String(Number(text)) === text) return `<c r="${address}"><v>${text}</v></c>`;
    return text === '' ? '' : `<c r="${address}" t="inlineStr"><is><t xml:space="preserve">${escapeXml(text)}</t></is></c>`;
  };
  const rows = cells.map((row, r) => `<row r="${r + 1}">${row.map((text, c) => cell(text, `${columnLetters(c + 1)}${r + 1}`)).join('')}</row>`);
  return book(rows.join(''), {
    'xl/_rels/workbook.xml.rels': workbookLinks([['rId1', 'worksheet', 'worksheets/sheet1.xml'], ['rId2', 'styles', 'styles.xml']]),
    'xl/styles.xml': `<styleSheet xmlns="${MAIN}"><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>`,
  });
}

const fixture = readFileSync(join(__dirname, 'pershing/fixtures/holdings/all-columns.csv'), 'utf8');

describe('what holds an export, whatever its name', () => {
  test.each([
    ['UTF-8', utf8(csv)],
    ['UTF-8 with a byte order mark', utf8(`\ufeff${csv}`)],
    ['UTF-16', Uint8Array.of(0xff, 0xfe, ...Buffer.from(csv, 'utf16le'))],
    ['a .gz', new Uint8Array(gzipSync(csv))],
  ])('%s', async (_what, bytes) => {
    const file = await only(bytes, 'statement.xls');
    expect(file.text.replace(/^\ufeff/, '')).toBe(csv);
    expect(file.tables[0].cells.slice(0, 2)).toEqual([['Symbol', 'Quantity'], ['VTI', '3']]);
  });

  test('text in the letters of Windows', async () => {
    expect((await only(Uint8Array.from([0x43, 0x61, 0x66, 0xe9, 0x2c, 0x80]))).text).toBe('Café,€');
  });

  test('a workbook reads as the text it was made from', async () => {
    const file = await only(await asWorkbook(readCells(fixture)), 'holdings.csv');
    expect(file.text).toBe('');
    const [fromBook, fromText] = [readExport(file), readExport(textFile(fixture, 'holdings.csv'))];
    expect(fromBook).toEqual(fromText);
    expect(fromBook.issues).toEqual([]);
  });

  test('a web page and XML with a table', async () => {
    const page = await only(utf8('<html><table><tr><th>Symbol<th>Quantity<tr><td>VTI<td>3</table></html>'), 'positions.xls');
    expect([page.text, page.tables[0].cells]).toEqual(['', [['Symbol', 'Quantity'], ['VTI', '3']]]);
    const xml = await only(utf8('<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"><Worksheet><Table><Row><Cell><Data>VTI</Data></Cell></Row></Table></Worksheet></Workbook>'));
    expect(xml.tables).toEqual([{ sheet: '', cells: [['VTI']] }]);
  });

  test('OFX and other XML stay text', async () => {
    const ofx = `OFXHEADER:100\r\n\r\n<OFX>${'x'.repeat(40_000)}</OFX>`;
    expect((await only(utf8(ofx), 'a.qfx')).text).toBe(ofx);
  });

  test('an archive of exports, each under its own name; what cannot be read among them is said', async () => {
    const zip = new JSZip();
    zip.file('2026/one.csv', csv);
    zip.file('two.xlsx', await book('<row><c><v>1</v></c></row>'));
    zip.file('three.pdf', '%PDF-1.7');
    zip.file('__MACOSX/._one.csv', 'x');
    zip.file('four.zip', await zipOf({ 'inner.csv': csv }));
    const { files, issues } = await openExport(await zip.generateAsync({ type: 'uint8array' }), 'all.zip');
    expect(files.map(({ name }) => name)).toEqual(['one.csv', 'two.xlsx']);
    expect(issues.map(({ sheet, message }) => [sheet, message])).toEqual([
      ['three.pdf', 'three.pdf is a PDF.'],
      ['four.zip', 'four.zip is a zip archive, but there is no workbook in it.'],
    ]);
  });

  test('a table whose first word begins like an archive', async () => {
    expect((await only(utf8('PKG,Quantity\nA,1'))).tables[0].cells[0]).toEqual(['PKG', 'Quantity']);
  });
});

describe('what is no export is an issue that says what it is and the way out', () => {
  const ole = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
  test.each([
    ['nothing', new Uint8Array(), 'is empty'],
    ['an old workbook', Uint8Array.of(...ole), 'a workbook of Excel 97-2003 (.xls)'],
    ['a protected workbook', Uint8Array.of(...ole, ...Buffer.from('EncryptedPackage', 'utf16le')), 'protected with a password'],
    ['a PDF', utf8('%PDF-1.7'), 'statement.xls is a PDF.'],
    ['an image', Uint8Array.of(0x89, 0x50, 0x4e, 0x47), 'a PNG image'],
    ['noise', Uint8Array.of(1, 2, 0, 3), 'neither text nor a workbook'],
    ['a page without a table', utf8('<html><body>Sign in</body></html>'), 'a web page without a table'],
    ['the start of an archive', Uint8Array.of(0x50, 0x4b, 3, 4, 20, 0), 'damaged or cut off'],
    ['a damaged .gz', Uint8Array.of(0x1f, 0x8b, 8, 0), 'damaged or cut off'],
    ['a .gz in a .gz', new Uint8Array(gzipSync(gzipSync(csv))), 'neither text nor a workbook'],
    ['a quote that is never closed', utf8(`Symbol\n"${'x'.repeat(40_000)}`), 'a cell of 40000 characters'],
  ])('%s', async (_what, bytes, words) => expect(await refusal(bytes)).toContain(words));

  test('a file without a name', async () => {
    expect((await openExport(utf8('%PDF'))).issues[0].message).toBe('The file is a PDF.');
  });
});

describe('hostile files', () => {
  test('a document type, and with it entities', async () => {
    const sheet = `<!DOCTYPE w [<!ENTITY a "boom">]><worksheet xmlns="${MAIN}"><sheetData><row><c t="str"><v>&a;</v></c></row></sheetData></worksheet>`;
    expect(await refusal(await zipOf({ ...bookParts(''), 'xl/worksheets/sheet1.xml': sheet }))).toContain('declares a document type');
  });

  test.each([
    ['xl/worksheets/sheet1.xml', 102, 'more data than a workbook can hold'],
    ['xl/styles.xml', 33, 'too large to be read'],
  ])('%s that unpacks to %d MB', async (part, size, words) => {
    const zip = await JSZip.loadAsync(await book('', { 'xl/_rels/workbook.xml.rels': workbookLinks([['rId1', 'worksheet', 'worksheets/sheet1.xml'], ['rId3', 'styles', 'styles.xml']]) }));
    zip.file(part, Buffer.alloc(size * 1024 ** 2, ' '));
    const bytes = await zip.generateAsync({ type: 'uint8array', compression: 'DEFLATE', compressionOptions: { level: 1 } });
    expect(await refusal(bytes)).toContain(words);
  });

  test('a .gz that unpacks to too much', async () => {
    expect(await refusal(new Uint8Array(gzipSync(Buffer.alloc(65 * 1024 ** 2))))).toContain('unpacks to more than');
  });

  test('an archive of too many files, or of too many parts', async () => {
    const many = (count: number) => zipOf(Object.fromEntries(Array.from({ length: count }, (_none, k) => [`${k}.csv`, ''])));
    expect(await refusal(await many(51))).toContain('51 files');
    const listed = Buffer.from('PK\u0001\u0002'.repeat(20_001), 'latin1');
    expect(await refusal(Uint8Array.of(0x50, 0x4b, 3, 4, ...listed))).toContain('more than 20000 parts');
  });
});

describe('mutated files', () => {
  /** Bytes cut off, turned over, or doubled. */
  const mutate = (bytes: Uint8Array, [at, kind, value]: readonly [number, number, number]): Uint8Array => {
    const place = Math.floor(at * bytes.length);
    if (kind === 0) return bytes.slice(0, place);
    if (kind === 1) return Uint8Array.of(...bytes.slice(0, place), ...bytes.slice(Math.floor(place / 2)));
    const changed = bytes.slice();
    if (changed.length > 0) changed[Math.min(place, changed.length - 1)] = value;
    return changed;
  };
  const mutation = fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.nat(3), fc.nat(255));
  const samples = async () => [
    await asWorkbook(readCells(fixture).slice(0, 12)),
    await zipOf({ 'a.csv': csv, 'b.csv': csv }),
    new Uint8Array(gzipSync(csv)),
    utf8('<html><table><tr><td>1<td>2<tr><td>3</table></html>'),
    utf8(fixture),
  ];

  test('are opened or refused, never thrown, and always readable', async () => {
    const originals = await samples();
    await fc.assert(
      fc.asyncProperty(fc.nat(originals.length - 1), fc.array(mutation, { minLength: 1, maxLength: 6 }), async (k, mutations) => {
        const { files, issues } = await openExport(mutations.reduce(mutate, originals[k]), 'x.xlsx');
        expect(files.length + issues.length).toBeGreaterThan(0);
        for (const file of files) expect(readExport(file).rows).toBeDefined();
      }),
      { numRuns: 400 },
    );
  });
});
