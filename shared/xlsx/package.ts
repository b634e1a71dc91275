import JSZip from 'jszip';
import { crc32, statedCrc } from './crc';
import { archiveReason, assertZip } from './file-kind';
import { NotAWorkbookError } from './not-a-workbook';
import { joinBytes, unpack } from './unpack';

/** How much an archive may unpack to, in bytes. */
export interface PackageLimits {
  /** All parts together. */
  readonly total: number;
  /** A part that is read into one string; only sheets and shared strings, which are streamed, may grow beyond it. */
  readonly text: number;
}

/** What a book of ours may need. */
const roomy: PackageLimits = { total: 2 * 1024 ** 3, text: 256 * 1024 ** 2 };
/** Above this size, a part that is this many times its archive is a bomb: spreadsheet XML packs 10 to 50 times. */
const SUSPICIOUS_SIZE = 100 * 1024 ** 2;
const SUSPICIOUS_RATIO = 200;
/** More parts than any workbook has; each costs memory before the first is read. */
const MOST_PARTS = 20_000;

const options = { createFolders: false } as const;
const encoder = new TextEncoder();

/**
 * The archive of an .xlsx (Open Packaging Convention): parts by name, without the leading slash.
 * Parts that are not set stay in their packed form, so what nobody touched is saved unchanged.
 */
export class Package {
  private readonly found = new Map<string, string>();
  /** Unpacked bytes of each part read so far. */
  private readonly unpacked = new Map<string, number>();

  private constructor(
    private readonly zip: JSZip,
    private readonly packedBytes: number,
    private readonly limits: PackageLimits,
  ) {
    for (const [name, entry] of Object.entries(zip.files)) if (!entry.dir) this.found.set(key(name), name);
  }

  /** Opens an archive; anything else is a NotAWorkbookError. */
  static async open(bytes: Uint8Array, limits = roomy): Promise<Package> {
    assertZip(bytes);
    if (countListed(bytes) > MOST_PARTS) throw new NotAWorkbookError(`The file holds more than ${MOST_PARTS} parts. It was not read.`);
    try {
      return new Package(await JSZip.loadAsync(bytes, options), bytes.length, limits);
    } catch {
      throw new NotAWorkbookError('The file is damaged or cut off. Maybe download or copy it again.');
    }
  }

  static create(): Package {
    return new Package(new JSZip(), Infinity, roomy);
  }

  /** Names of all parts, as they are spelled in the archive. */
  names(): string[] {
    return [...this.found.values()];
  }

  has(name: string): boolean {
    return this.found.has(key(name));
  }

  /** A part as text; part names are compared without regard to case, as the convention asks. */
  async text(name: string): Promise<string> {
    const pieces: string[] = [];
    let length = 0;
    for await (const piece of this.stream(name)) {
      length += piece.length;
      if (length > this.limits.text) throw new NotAWorkbookError(`The workbook's part "${name}" is too large to be read.`);
      pieces.push(piece);
    }
    return pieces.join('');
  }

  /** A part as pieces of text, so that large sheets need no memory of their own. */
  async *stream(name: string): AsyncGenerator<string> {
    let decoder: TextDecoder | undefined;
    for await (const chunk of this.bytes(name)) {
      decoder ??= new TextDecoder(encodingOf(chunk));
      yield decoder.decode(chunk, { stream: true });
    }
    yield decoder?.decode() ?? '';
  }

  /** A part as pieces of its bytes. */
  async *bytes(name: string): AsyncGenerator<Uint8Array> {
    const entry = this.zip.files[this.found.get(key(name)) ?? ''];
    if (!entry) throw new NotAWorkbookError(`The workbook is damaged: its part "${name}" is missing.`);
    let unpacked = 0;
    let crc = 0;
    try {
      for await (const chunk of unpack(entry)) {
        this.guard(key(name), (unpacked += chunk.length));
        crc = crc32(chunk, crc);
        yield chunk;
      }
      if (crc !== (statedCrc(entry) ?? crc)) throw new Error('The check sum differs');
    } catch (fault) {
      if (fault instanceof NotAWorkbookError) throw fault;
      throw new NotAWorkbookError(`The workbook is damaged: its part "${name}" cannot be unpacked.`, { cause: fault });
    }
  }

  /** Puts a part in place, in UTF-8; a large one may come in pieces. */
  set(name: string, content: string | Iterable<string>): void {
    const stored = this.found.get(key(name)) ?? name;
    this.found.set(key(name), stored);
    const pieces = typeof content === 'string' ? [declareUtf8(content)] : content;
    this.zip.file(stored, joinBytes(Array.from(pieces, (piece) => encoder.encode(piece))), options);
  }

  remove(name: string): void {
    const stored = this.found.get(key(name));
    if (stored === undefined) return;
    this.found.delete(key(name));
    this.zip.remove(stored);
  }

  /** The first free name of a numbered part: `xl/tables/table`, `.xml` gives `xl/tables/table3.xml`. */
  freeName(stem: string, extension: string): string {
    let number = 1;
    while (this.has(`${stem}${number}${extension}`)) number += 1;
    return `${stem}${number}${extension}`;
  }

  /** Why this archive is no workbook, for a person. */
  whyNot(): NotAWorkbookError {
    return new NotAWorkbookError(archiveReason(this.names()));
  }

  async save(): Promise<Uint8Array> {
    return this.zip.generateAsync({ type: 'uint8array', compression: 'DEFLATE', compressionOptions: { level: 3 } });
  }

  /** Counts what a part really unpacks to, whatever the archive declares. */
  private guard(part: string, bytes: number): void {
    this.unpacked.set(part, bytes);
    let unpacked = 0;
    for (const size of this.unpacked.values()) unpacked += size;
    const bomb = unpacked > SUSPICIOUS_SIZE && unpacked > SUSPICIOUS_RATIO * this.packedBytes;
    if (!bomb && unpacked <= this.limits.total) return;
    throw new NotAWorkbookError('The workbook unpacks to more data than a workbook can hold. It was not read.');
  }
}

/** Parts are read in their own encoding and written in UTF-8, so what they declare must follow. */
function declareUtf8(xml: string): string {
  return xml.replace(/^(\s*<\?xml[^>]*\sencoding=)("[^"]*"|'[^']*')/, '$1"UTF-8"');
}

function key(name: string): string {
  return name.replace(/\\/g, '/').replace(/^\/+/, '').toLowerCase();
}

function encodingOf(chunk: Uint8Array): string {
  if ((chunk[0] === 0xff && chunk[1] === 0xfe) || (chunk[0] === 0x3c && chunk[1] === 0)) return 'utf-16le';
  if ((chunk[0] === 0xfe && chunk[1] === 0xff) || (chunk[0] === 0 && chunk[1] === 0x3c)) return 'utf-16be';
  return 'utf-8';
}

/** How many parts the archive lists, by the mark before each entry of its directory. */
function countListed(bytes: Uint8Array): number {
  let count = 0;
  for (let at = bytes.indexOf(0x50); at >= 0; at = bytes.indexOf(0x50, at + 1)) {
    if (bytes[at + 1] === 0x4b && bytes[at + 2] === 1 && bytes[at + 3] === 2) count += 1;
  }
  return count;
}
