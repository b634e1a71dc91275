import type { Issue } from '../issue';
import { isPlainArchive } from '../xlsx/file-kind';
import { NotAWorkbookError } from '../xlsx/not-a-workbook';
import { Package } from '../xlsx/package';
import { LONGEST_CELL, modest, readSheetTexts, type SheetTexts } from '../xlsx/sheet-texts';
import { isSpreadsheetMl, readSpreadsheetMl } from '../xlsx/spreadsheetml';
import { joinBytes } from '../xlsx/unpack';
import { binaryKind, isGarbled } from './binary-kind';
import { sheetsFile, textFile, type CustodianFile } from './custodian-file';
import { decodeText } from './decode';
import { gunzip } from './gunzip';
import { isHtml, readHtmlTables } from './html-tables';
import { importIssue } from './issues';

/** What a dropped file holds: usually one export, several when it is a .zip, none when it cannot be read, and `issues` says why. */
export interface Opened {
  readonly files: readonly CustodianFile[];
  readonly issues: readonly Issue[];
}

/** Largest file that is opened at all; exports of thousands of accounts stay below a tenth of it. */
export const LARGEST_EXPORT = 64 * 1024 ** 2;
/** Most files of one archive. */
const MOST_FILES = 50;

/**
 * Opens an export by its content, whatever its name ends in: text of any encoding, .xlsx, a web page or XML with a table,
 * and .zip or .gz of these. Nothing is thrown: what cannot be read is an issue with the way out.
 */
export async function openExport(bytes: Uint8Array, name?: string): Promise<Opened> {
  return open(bytes, name, false);
}

async function open(bytes: Uint8Array, name: string | undefined, packed: boolean): Promise<Opened> {
  try {
    if (bytes.length === 0) throw new NotAWorkbookError('The file is empty. Maybe the download was interrupted.');
    if (bytes.length > LARGEST_EXPORT) throw new NotAWorkbookError(`The file is larger than ${LARGEST_EXPORT / 1024 ** 2} MB. Maybe export fewer accounts at a time.`);
    if (startsWith(bytes, zip)) return await openZip(bytes, name, packed);
    if (startsWith(bytes, gzip) && !packed) return await open(await gunzip(bytes, LARGEST_EXPORT), name?.replace(/\.gz$/i, ''), true);
    // The reader of workbooks knows why an old or protected one cannot be read.
    if (startsWith(bytes, ole)) return one(await openWorkbook(bytes, name));
    return one(openText(bytes, name));
  } catch (fault) {
    if (fault instanceof NotAWorkbookError) return { files: [], issues: [refusal(fault, name)] };
    throw fault;
  }
}

const zip = [0x50, 0x4b];
const gzip = [0x1f, 0x8b];
const ole = [0xd0, 0xcf, 0x11, 0xe0];
const startsWith = (bytes: Uint8Array, signature: readonly number[]): boolean => signature.every((byte, k) => bytes[k] === byte);
const one = (file: CustodianFile): Opened => ({ files: [file], issues: [] });

async function openWorkbook(bytes: Uint8Array, name: string | undefined): Promise<CustodianFile> {
  return asFile(await readSheetTexts(bytes), name);
}

function asFile(sheets: readonly SheetTexts[], name: string | undefined): CustodianFile {
  return sheetsFile(sheets.map((sheet) => ({ sheet: sheet.name, cells: sheet.rows })), name);
}

/** A workbook is a zip archive as well; a bundle of exports is opened file by file, but not an archive within it. */
async function openZip(bytes: Uint8Array, name: string | undefined, packed: boolean): Promise<Opened> {
  const isText = bytes[2] > 8 && bytes[3] > 8;
  if (isText) return one(openText(bytes, name)); // A table whose first word begins with PK.
  const pack = await Package.open(bytes, modest);
  const names = pack.names();
  if (packed || !isPlainArchive(names)) return one(await openWorkbook(bytes, name));
  const wanted = names.filter((path) => !/(^|\/)(__MACOSX\/|\.|desktop\.ini$|thumbs\.db$)/i.test(path));
  if (wanted.length === 0 || wanted.length > MOST_FILES) {
    throw new NotAWorkbookError(`The file is a zip archive of ${wanted.length} files. Maybe unpack it and choose the exports one by one.`);
  }
  const opened: Opened[] = [];
  for (const path of wanted) opened.push(await openEntry(pack, path));
  return { files: opened.flatMap(({ files }) => files), issues: opened.flatMap(({ issues }) => issues) };
}

async function openEntry(pack: Package, path: string): Promise<Opened> {
  const name = path.split('/').at(-1);
  try {
    const pieces: Uint8Array[] = [];
    for await (const piece of pack.bytes(path)) pieces.push(piece);
    return await open(joinBytes(pieces), name, true);
  } catch (fault) {
    if (fault instanceof NotAWorkbookError) return { files: [], issues: [refusal(fault, name)] };
    throw fault;
  }
}

function openText(bytes: Uint8Array, name: string | undefined): CustodianFile {
  const kind = binaryKind(bytes);
  if (kind) throw new NotAWorkbookError(`The file is ${kind}.`);
  const text = decodeText(bytes);
  if (isGarbled(text)) throw new NotAWorkbookError('The file is neither text nor a workbook, or it is damaged.');
  if (isSpreadsheetMl(text)) return asFile(readSpreadsheetMl(text), name);
  if (isHtml(text)) return openPage(text, name);
  const file = textFile(text, name);
  if (!isMarkup(text)) refuseLongCells(file);
  return file;
}

/** OFX, QFX and XML: their readers take the text, not its cells. */
const isMarkup = (text: string): boolean => /^[\s\ufeff]*(<|OFXHEADER)/i.test(text.slice(0, 4096));

function openPage(html: string, name: string | undefined): CustodianFile {
  const tables = readHtmlTables(html);
  if (tables.length > 0) return sheetsFile(tables, name);
  throw new NotAWorkbookError('The file is a web page without a table. Maybe the site had signed you out: sign in and download it again.');
}

function refuseLongCells({ text, tables }: CustodianFile): void {
  if (text.length <= LONGEST_CELL) return;
  const longest = Math.max(0, ...tables.map(({ cells }) => cells.reduce((most, row) => row.reduce((m, { length }) => Math.max(m, length), most), 0)));
  if (longest > LONGEST_CELL) {
    throw new NotAWorkbookError(`The file has a cell of ${longest} characters. Maybe a closing quotation mark is missing.`);
  }
}

/** The fault in the words of an import: what the file is, then the way out. */
function refusal({ message }: NotAWorkbookError, name: string | undefined): Issue {
  const [problem, hint] = message.split(/ (?=Maybe )/);
  const subject = name ?? 'The file';
  const worded = problem.replace(/^The (file|workbook|page)(?=[ ’'])/, subject);
  return importIssue('I01', { file: name }, { message: worded, fix: hint ?? 'Maybe download it from the custodian again, as CSV or .xlsx.' });
}
