import { NotAWorkbookError } from '../xlsx/not-a-workbook';
import type { CellTable } from './custodian-file';

/** True for a web page: several custodians give one a name that ends in .xls. */
export function isHtml(text: string): boolean {
  return /^\s*(<!--[\s\S]{0,2000}?-->\s*)?<(!doctype\s+html|html|head|meta|body|style|div|table)\b/i.test(text.slice(0, 4096));
}

/** The tables of a web page that have at least two rows, cells as a person reads them; tags may be left open, as browsers allow. A page of too many cells is a NotAWorkbookError. */
export function readHtmlTables(html: string): CellTable[] {
  const tables = new Tables();
  for (const { tag, attributes, text } of scanTags(html)) {
    if (text) tables.text(text);
    if (tag) tables.tag(tag, attributes);
  }
  tables.end();
  return tables.all.filter(({ cells }) => cells.length > 1).map(({ cells }) => ({ cells }));
}

interface Piece {
  /** `td` or `/td`, in lower case; empty at the end of the page. */
  readonly tag: string;
  readonly attributes: string;
  /** What stands before the tag, as written. */
  readonly text: string;
}

/** One pass from tag to tag; whatever is not closed ends the page, so no part is looked at twice. */
function* scanTags(html: string): Iterable<Piece> {
  const tagStart = /<(!--|[!?]|\/?[a-z][a-z0-9:]*)/gi;
  let from = 0;
  for (let match = tagStart.exec(html); match; match = tagStart.exec(html)) {
    const tag = match[1].toLowerCase();
    const inner = match.index + match[0].length;
    const end = tag === '!--' ? after(html, '-->', inner) : endOfTag(html, inner);
    if (end < 0) break;
    const known = /^[a-z/]/.test(tag);
    yield { tag: known ? tag : '', attributes: known ? html.slice(inner, end - 1) : '', text: html.slice(from, match.index) };
    from = /^(script|style|title)$/.test(tag) ? endOfRawText(html, tag, end) : end;
    tagStart.lastIndex = from;
  }
  yield { tag: '', attributes: '', text: html.slice(from).replace(/<[\s\S]*$/, '') };
}

const after = (html: string, mark: string, from: number): number => {
  const at = html.indexOf(mark, from);
  return at < 0 ? -1 : at + mark.length;
};

/** A `>` between quotes does not end a tag. */
function endOfTag(html: string, from: number): number {
  const stop = /[>"']/g;
  stop.lastIndex = from;
  for (let match = stop.exec(html); match; match = stop.exec(html)) {
    if (match[0] === '>') return stop.lastIndex;
    stop.lastIndex = after(html, match[0], stop.lastIndex);
    if (stop.lastIndex <= match.index) return -1;
  }
  return -1;
}

/** Scripts and styles end at their own closing tag, whatever they hold. */
function endOfRawText(html: string, tag: string, from: number): number {
  const closing = new RegExp(`</${tag}`, 'gi');
  closing.lastIndex = from;
  return closing.exec(html)?.index ?? html.length;
}

/** Most columns a cell may span; what claims more claims it by mistake. */
const WIDEST = 1000;
/** Most cells of a page; a few tags may claim millions. */
const MOST_CELLS = 2_000_000;

/** A table while it is read. */
class OpenTable {
  readonly cells: string[][] = [];
  private row: string[] | undefined;
  private cell: { text: string; across: number; down: number } | undefined;
  /** By column: in how many rows to come it is taken by a cell from above. */
  private readonly taken: number[] = [];

  constructor(private readonly budget: { cells: number }) {}

  text(text: string): void {
    if (this.cell) this.cell.text += text;
  }

  beginRow(): void {
    this.endRow();
    this.cells.push((this.row = []));
  }

  beginCell(attributes: string): void {
    if (!this.row) this.beginRow();
    this.endCell();
    this.cell = { text: '', across: span(attributes, 'colspan'), down: span(attributes, 'rowspan') };
  }

  endCell(): void {
    const { row, cell, taken } = this;
    if (!row || !cell) return;
    this.skipTaken(row);
    for (let k = 0; k < cell.across; k += 1) {
      taken[row.length] = cell.down - 1;
      this.put(row, k === 0 ? plainText(cell.text) : '');
    }
    this.cell = undefined;
  }

  endRow(): void {
    this.endCell();
    if (this.row) this.skipTaken(this.row);
    this.row = undefined;
  }

  private skipTaken(row: string[]): void {
    while (this.taken[row.length] > 0) {
      this.taken[row.length] -= 1;
      this.put(row, '');
    }
  }

  private put(row: string[], text: string): void {
    this.budget.cells -= 1;
    if (this.budget.cells < 0) throw new NotAWorkbookError(`The page has more than ${MOST_CELLS} cells. It was not read.`);
    row.push(text);
  }
}

const span = (attributes: string, name: string): number => {
  const value = new RegExp(`\\b${name}\\s*=\\s*["']?(\\d{1,4})`, 'i').exec(attributes)?.[1];
  return Math.min(Math.max(Number(value ?? 1), 1), WIDEST);
};

/** The tables of a page; one within another's cell is a table of its own. */
class Tables {
  readonly all: OpenTable[] = [];
  private readonly open: OpenTable[] = [];
  private readonly budget = { cells: MOST_CELLS };

  text(text: string): void {
    this.open.at(-1)?.text(text);
  }

  tag(tag: string, attributes: string): void {
    const table = this.open.at(-1);
    if (tag === 'table') this.begin();
    else if (tag === '/table') this.open.pop()?.endRow();
    else if (tag === 'tr') table?.beginRow();
    else if (tag === '/tr') table?.endRow();
    else if (tag === 'td' || tag === 'th') table?.beginCell(attributes);
    else if (tag === '/td' || tag === '/th') table?.endCell();
    else if (/^\/?(br|p|div|li)$/.test(tag)) table?.text(' ');
  }

  end(): void {
    for (const table of this.open) table.endRow();
  }

  private begin(): void {
    const table = new OpenTable(this.budget);
    this.open.push(table);
    this.all.push(table);
  }
}

const entities: Readonly<Record<string, string>> = {
  amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ', ndash: '–', mdash: '—', lsquo: '‘', rsquo: '’', ldquo: '“', rdquo: '”',
  reg: '®', trade: '™', copy: '©', euro: '€', pound: '£', cent: '¢', minus: '−', hellip: '…',
};

function plainText(text: string): string {
  const decoded = text.replace(/&(#x[0-9a-f]{1,6}|#\d{1,7}|[a-z]{2,8});/gi, (whole, name: string) => {
    if (!name.startsWith('#')) return entities[name.toLowerCase()] ?? whole;
    const code = /^#x/i.test(name) ? parseInt(name.slice(2), 16) : Number(name.slice(1));
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '';
  });
  return decoded.replace(/[\s\u00a0]+/g, ' ').trim();
}
