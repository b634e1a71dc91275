import { expect, test } from '@jest/globals';
import JSZip from 'jszip';
import { NotAWorkbookError } from '../../shared/xlsx/not-a-workbook';
import { book, bookParts, MAIN, zipOf } from '../../shared/xlsx/test-books';
import { openXlsx } from './xlsx-workbook';

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const ole = Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1);

async function refusal(bytes: Uint8Array): Promise<string> {
  const fault: unknown = await openXlsx(bytes)
    .then(
      (workbook) => workbook.read(() => true),
      (error: unknown) => error,
    )
    .catch((error: unknown) => error);
  expect(fault).toBeInstanceOf(NotAWorkbookError);
  const { message } = fault as NotAWorkbookError;
  expect(message).not.toContain('\n');
  return message;
}

test.each([
  ['nothing', new Uint8Array(), 'is empty'],
  ['an old workbook', ole, 'Excel 97-2003 (.xls)'],
  ['a protected workbook', Uint8Array.of(...ole, ...Buffer.from('EncryptedPackage', 'utf16le')), 'protected with a password'],
  ['text', utf8('Account,Symbol\n0012,VTI\n'), 'plain text (such as .csv)'],
  ['text in UTF-16', Uint8Array.of(0xff, 0xfe, ...Buffer.from('Account', 'utf16le')), 'plain text (such as .csv)'],
  ['a web page', utf8('\ufeff <html><table><tr>'), 'web page'],
  ['a PDF', utf8('%PDF-1.7'), 'PDF'],
  ['other bytes', Uint8Array.of(1, 2, 0, 3), 'not an Excel workbook'],
  ['the start of a zip', Uint8Array.of(0x50, 0x4b, 3, 4, 20, 0), 'damaged or cut off'],
])('%s is refused in words', async (_what, bytes, words) => {
  expect(await refusal(bytes)).toContain(words);
});

test.each([
  ['a Word document', { 'word/document.xml': '<a/>' }, 'Word'],
  ['an OpenDocument file', { 'META-INF/manifest.xml': '<a/>', 'content.xml': '<a/>' }, 'OpenDocument'],
  ['a binary workbook', { 'xl/workbook.bin': 'x' }, '.xlsb'],
  ['any other archive', { 'holdings.csv': 'a,b' }, 'no workbook in it'],
])('%s is refused in words', async (_what, parts, words) => {
  expect(await refusal(await zipOf(parts as Record<string, string>))).toContain(words);
});

test('a workbook cut off in the middle is refused', async () => {
  const bytes = await book('<row><c><v>1</v></c></row>');
  expect(await refusal(bytes.subarray(0, bytes.length / 2))).toContain('damaged or cut off');
});

test('XML that is not well formed is refused with its part', async () => {
  expect(await refusal(await book('<row><c></row>'))).toContain('xl/worksheets/sheet1.xml');
});

test('document types, and with them entities, are refused', async () => {
  const xml = `<!DOCTYPE worksheet [<!ENTITY a "boom">]><worksheet xmlns="${MAIN}"><sheetData><row><c t="str"><v>&a;</v></c></row></sheetData></worksheet>`;
  expect(await refusal(await zipOf({ ...bookParts(''), 'xl/worksheets/sheet1.xml': xml }))).toContain('declares a document type');
});

test('an archive that unpacks out of all proportion is refused while it unpacks', async () => {
  const zip = await JSZip.loadAsync(await book(''));
  zip.file('xl/worksheets/sheet1.xml', Buffer.alloc(130 * 1024 ** 2, ' '));
  const bytes = await zip.generateAsync({ type: 'uint8array', compression: 'DEFLATE', compressionOptions: { level: 1 } });
  expect(bytes.length).toBeLessThan(1024 ** 2);
  expect(await refusal(bytes)).toContain('more data than a workbook can hold');
});
