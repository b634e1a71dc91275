import { tableNames, type TableName } from '../../contract';
import { isTotalWord } from '../../contract/affected';
import { looseHeader } from '../../contract/match';
import type { Cell, Region } from '../../workbook/port';
import { headerNames, headerText } from '../header-rows';
import { scoreHeader } from './header-score';
import { isBlank } from '../../contract/cells/blank';

/** A header with the rows below it: one table of a sheet. */
export interface Block {
  readonly region: Region;
  /** Index of the last row of the header. */
  readonly headerIndex: number;
  readonly height: 1 | 2;
  /** Columns of the region, and what they are called; blank headers are left out. */
  readonly headers: readonly { readonly at: number; readonly header: string }[];
  /** Rows of cells, without blank rows, totals, repeated headers and titles. */
  readonly rows: readonly (readonly Cell[])[];
  /** Rows whose one filled cell is text: titles of sections, or notes. */
  readonly titles: readonly { readonly index: number; readonly text: string }[];
  /** The last of them above the header. */
  readonly titleAbove?: string;
  /** The whole header of which this is a part, with a blank column before it or behind it. */
  readonly partOf?: Block;
}

const isFigure = (cell: Cell): boolean => typeof cell === 'number' || typeof cell === 'boolean' || (typeof cell === 'string' && /^[-+($€£\s]*\d[\d.,]*\s?%?\)?$|^\d{1,4}[/.-]\d{1,2}[/.-]\d{1,4}/.test(cell.trim()));

/** The tables of a region. An Excel table is one; a sheet may hold several, one below another or side by side. */
export function findBlocks(region: Region): Block[] {
  if (region.table !== undefined) return region.values.length > 0 ? [blockAt(region, { index: 0, height: 1, names: names(region, 0, 1) }, region.values.length, undefined)] : [];
  const headers = findHeaders(region);
  return headers.flatMap((header, k) => {
    const end = headers[k + 1] === undefined ? region.values.length : headers[k + 1].index - headers[k + 1].height + 1;
    const whole = blockAt(region, header, end, undefined);
    const parts = splitColumns(whole);
    return parts.length < 2 ? [whole] : [whole, ...parts.map((columns) => ({ ...blockAt(region, header, end, columns), partOf: whole }))];
  });
}

interface HeaderRow {
  readonly index: number;
  readonly height: 1 | 2;
  /** By column; blank where there is none. */
  readonly names: readonly string[];
}

/** How well a text says any column of any table. */
const meaning = (text: string): number => Math.max(0, ...tableNames.map((table: TableName) => Math.max(0, ...scoreHeader(table, text).values())));

/** Words that say little without those above them. */
const incomplete = /^(no\.?|nbr|number|id|#|%|\$|name|code|type|date|amount|value|total|each|per share|short|long)$/i;

/** The name of each column that says most; in a header of two rows the words above may belong to it. */
function names(region: Region, index: number, height: 1 | 2): string[] {
  return headerNames(region.values, index, height).map(([own = '', ...joined]) => {
    const candidates = incomplete.test(own) && joined.some((one) => meaning(one) >= 0.5) ? joined : [own, ...joined];
    return candidates.reduce((best, one) => (meaning(one) > meaning(best) + 0.02 ? one : best));
  });
}

const weightOf = (header: readonly string[]): number => header.reduce((sum, text) => sum + (text === '' ? 0 : meaning(text)), 0);

/** Rows of words, most of them known as names of columns, with rows of another kind below. */
function findHeaders(region: Region): HeaderRow[] {
  const found: HeaderRow[] = [];
  for (let index = 0; index < region.values.length; index += 1) {
    if (!isHeaderRow(region.values[index])) continue;
    const one = { index, height: 1 as const, names: names(region, index, 1) };
    const next = region.values[index + 1];
    const two = next && isWordy(next, 2) ? { index: index + 1, height: 2 as const, names: names(region, index + 1, 2) } : undefined;
    // Two rows of names with no data between them are one header; else the two must say more than either.
    const saysMore = two !== undefined && weightOf(two.names) > Math.max(weightOf(one.names), weightOf(names(region, index + 1, 1))) + 0.3;
    const isTwo = two !== undefined && (isHeaderRow(next) || saysMore) && !isRowBelow(one.names, next);
    const header = isTwo ? two : one;
    if (found.some((before) => sameNames(before.names, header.names))) continue;
    found.push(header);
    index = header.index;
  }
  return found.length > 0 ? found : unknownHeader(region);
}

/** Headers in words that nobody knows: the first row of words, when the row below it is as full and holds a figure or a code. */
function unknownHeader(region: Region): HeaderRow[] {
  const index = region.values.findIndex((cells) => isWordy(cells, 2));
  const [header, below] = [region.values[index], region.values[index + 1]].map((cells) => cells?.filter((cell) => !isBlank(cell)) ?? []);
  const holdsData = below.some((cell) => isFigure(cell) || /\d/.test(String(cell)));
  return index >= 0 && holdsData && below.length >= header.length * 0.6 ? [{ index, height: 1, names: names(region, index, 1) }] : [];
}

const sameNames = (one: readonly string[], other: readonly string[]): boolean => one.length === other.length && one.every((text, at) => looseHeader(text) === looseHeader(other[at]));

/** A row of data in words: as many columns are filled as are named, and hardly any cell is known as a name. */
function isRowBelow(header: readonly string[], cells: readonly Cell[]): boolean {
  const filled = cells.map(headerText).filter((text) => text !== '');
  return filled.length >= header.filter((text) => text !== '').length && filled.filter((text) => meaning(text) >= 0.65).length * 3 < filled.length;
}

function isWordy(cells: readonly Cell[], least: number): boolean {
  const filled = cells.filter((cell) => !isBlank(cell));
  return filled.length >= least && !filled.some(isFigure) && filled.every((cell) => String(cell).length <= 60);
}

/** Two known names, and half of all. The first row of a two-row header may say less: then its second row is looked at. */
function isHeaderRow(cells: readonly Cell[]): boolean {
  if (!isWordy(cells, 2)) return false;
  const filled = cells.map(headerText).filter((text) => text !== '');
  const known = filled.filter((text) => meaning(text) >= 0.45).length;
  return known >= 2 && known * 2 >= filled.length;
}

function blockAt(region: Region, { index, height, names: all }: HeaderRow, end: number, columns: ReadonlySet<number> | undefined): Block {
  const headers = all.flatMap((header, at) => (header === '' || (columns && !columns.has(at)) ? [] : [{ at, header }]));
  const rows: (readonly Cell[])[] = [];
  const titles: { index: number; text: string }[] = [];
  const lone = (cells: readonly Cell[]): string | undefined => {
    const filled = cells.filter((cell) => !isBlank(cell));
    return filled.length === 1 && typeof filled[0] === 'string' ? filled[0].trim() : undefined;
  };
  for (let row = index + 1; row < end; row += 1) {
    const cells = region.values[row];
    const text = headers.length > 1 ? lone(cells) : undefined;
    if (text !== undefined) titles.push({ index: row, text });
    else if (headers.some(({ at }) => !isBlank(cells[at])) && !isTotal(cells) && !headers.every(({ at, header }) => headerText(cells[at]) === header)) rows.push(cells);
  }
  const above = region.values.slice(0, index - height + 1).map(lone).filter((text) => text !== undefined).at(-1);
  return { region, headerIndex: index, height, headers, rows, titles, titleAbove: above };
}

const isTotal = (cells: readonly Cell[]): boolean => cells.some((cell) => typeof cell === 'string' && /total/i.test(cell) && isTotalWord(cell));

/** Runs of columns with a column between them that is blank throughout. */
function splitColumns({ headers, rows }: Block): ReadonlySet<number>[] {
  const runs: Set<number>[] = [];
  headers.forEach(({ at }, k) => {
    const before = headers[k - 1]?.at;
    const between = before === undefined ? [] : Array.from({ length: at - before - 1 }, (_blank, n) => before + 1 + n);
    if (before === undefined || (between.length > 0 && between.every((column) => rows.every((cells) => isBlank(cells[column]))))) runs.push(new Set());
    runs[runs.length - 1].add(at);
  });
  return runs.filter(({ size }) => size >= 2);
}
