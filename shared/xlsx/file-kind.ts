import { NotAWorkbookError } from './not-a-workbook';

const save = 'Maybe open it in Excel and save it as .xlsx.';
const ole = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
const zip = [0x50, 0x4b];
const pdf = [0x25, 0x50, 0x44, 0x46];

/** Says by its first bytes why a file cannot be an .xlsx; returns for anything that begins like a zip archive. */
export function assertZip(bytes: Uint8Array): void {
  if (startsWith(bytes, zip)) return;
  if (bytes.length === 0) throw new NotAWorkbookError('The file is empty.');
  if (startsWith(bytes, ole)) throw new NotAWorkbookError(oleReason(bytes));
  if (startsWith(bytes, pdf)) throw new NotAWorkbookError(`The file is a PDF, not a workbook. ${save}`);
  throw new NotAWorkbookError(textReason(bytes));
}

/** Says why a zip archive that holds `names` is not an .xlsx workbook. */
export function archiveReason(names: readonly string[]): string {
  const has = (pattern: RegExp): boolean => names.some((name) => pattern.test(name));
  if (has(/(^|\/)workbook\.bin$/i)) return `The file is a binary workbook (.xlsb). ${save}`;
  if (has(/^word\//i)) return 'The file is a Word document, not a workbook.';
  if (has(/^ppt\//i)) return 'The file is a PowerPoint presentation, not a workbook.';
  if (has(/^META-INF\/manifest\.xml$/i)) return `The file is an OpenDocument file. ${save}`;
  if (has(/^Index\/.*\.iwa$/i)) return 'The file is a Numbers document. Maybe export it from Numbers as Excel (.xlsx).';
  return plainArchive;
}

const plainArchive = 'The file is a zip archive, but there is no workbook in it. Maybe unpack it and choose the .xlsx inside.';

/** True when a zip archive that holds `names` is a bundle of files and no document of any program. */
export function isPlainArchive(names: readonly string[]): boolean {
  return archiveReason(names) === plainArchive && !names.some((name) => /^\[Content_Types\]\.xml$/i.test(name));
}

/** An OLE file is an encrypted .xlsx (its streams are named in UTF-16) or a workbook of Excel 97-2003. */
function oleReason(bytes: Uint8Array): string {
  const encrypted = new TextDecoder('utf-16le').decode(bytes).includes('EncryptedPackage');
  return encrypted
    ? 'The workbook is protected with a password. Maybe open it in Excel, remove the password (File, Info, Protect Workbook) and save it.'
    : `The file is a workbook of Excel 97-2003 (.xls). ${save}`;
}

function textReason(bytes: Uint8Array): string {
  const head = bytes.subarray(0, 4096);
  const text = new TextDecoder('windows-1252').decode(head).trimStart();
  if (/^(\ufeff|ï»¿)?\s*<(!doctype html|html|table)/i.test(text)) return `The file is a web page with a workbook's name. ${save}`;
  const isText = !head.includes(0) || startsWith(head, [0xff, 0xfe]) || startsWith(head, [0xfe, 0xff]);
  return isText ? `The file is plain text (such as .csv), not a workbook. ${save}` : 'The file is not an Excel workbook, or it is damaged.';
}

function startsWith(bytes: Uint8Array, signature: readonly number[]): boolean {
  return signature.every((byte, index) => bytes[index] === byte);
}
