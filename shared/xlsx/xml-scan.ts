import { SaxesParser } from 'saxes';
import { NotAWorkbookError } from './not-a-workbook';

export type Attributes = Readonly<Record<string, string>>;

/** What a scan calls; names are local, so that `<x:row>` is `row`. */
export interface ScanEvents {
  /** `position`: offset just after the start tag. */
  open?(name: string, attributes: Attributes, selfClosing: boolean, position: number): void;
  /** `position`: offset just after the end tag. */
  close?(name: string, position: number): void;
  text?(text: string): void;
}

/**
 * A parser that reports elements by local name and takes its text in pieces. Document types are refused,
 * so entities can neither expand nor fetch; anything not well formed is a NotAWorkbookError.
 */
export function xmlScanner(part: string, events: ScanEvents): { write(text: string): void; end(): void } {
  const parser = new SaxesParser({ xmlns: false, position: false }); // Lines and columns are not kept; offsets always are.
  parser.on('error', (fault) => {
    throw new NotAWorkbookError(`The workbook is damaged: its part "${part}" is not well formed.`, { cause: fault });
  });
  parser.on('doctype', () => {
    throw new NotAWorkbookError(`The workbook's part "${part}" declares a document type, which workbooks never do. It was not read.`);
  });
  const { open, close, text } = events;
  if (open) parser.on('opentag', (tag) => open(localName(tag.name), tag.attributes as Attributes, tag.isSelfClosing, parser.position));
  if (close) parser.on('closetag', (tag) => close(localName(tag.name), parser.position));
  if (text) {
    parser.on('text', text);
    parser.on('cdata', text);
  }
  return { write: (piece) => void parser.write(piece), end: () => void parser.close() };
}

/** Scans a part piece by piece. */
export async function scanXml(part: string, pieces: AsyncIterable<string>, events: ScanEvents): Promise<void> {
  const scanner = xmlScanner(part, events);
  for await (const piece of pieces) scanner.write(piece);
  scanner.end();
}

/** `x:row` → `row`. */
function localName(name: string): string {
  const colon = name.indexOf(':');
  return colon < 0 ? name : name.slice(colon + 1);
}

/** An attribute by its local name whatever its prefix: `r:id` and `rel:id` are both `id`. */
export function prefixedAttribute(attributes: Attributes, local: string): string | undefined {
  const name = Object.keys(attributes).find((candidate) => candidate.includes(':') && localName(candidate) === local);
  return name === undefined ? undefined : attributes[name];
}
