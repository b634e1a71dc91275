import type { Cells } from '../custodian-file';
import { scoreHeader, type WordScore } from './header-words';
import type { GenericField } from './meanings';

/** A header and the rows below it, as far as the next header. */
export interface FoundTable {
  /** Index of the first row of the header, which may take two. */
  readonly top: number;
  /** Index of the first row below the header. */
  readonly start: number;
  /** Index of the row after the last. */
  readonly end: number;
  readonly headers: readonly string[];
}

/** The tables of a sheet. Linear in its rows: a row with numbers in it is no header. */
export function findTables(cells: Cells): FoundTable[] {
  const scores = new HeaderScores();
  const found: { top: number; start: number; headers: readonly string[] }[] = [];
  for (let row = 0; row < cells.length; row += 1) {
    const header = headerAt(cells, row, scores);
    if (!header || isPrintedAgain(cells, row, header, found.at(-1))) continue;
    found.push({ top: row, start: row + header.height, headers: header.headers });
    row += header.height - 1;
  }
  return found.map((table, k) => ({ ...table, end: found[k + 1]?.top ?? cells.length }));
}

/** A header in the midst of its own rows, as programs print it on each page; the rows below it go on. Below a title or a blank row a table begins. */
function isPrintedAgain(cells: Cells, row: number, { headers }: HeaderRow, before: Pick<FoundTable, 'start' | 'headers'> | undefined): boolean {
  if (before === undefined || !cells[row - 1].some((cell) => numeric.test(cell.trim()))) return false;
  return sayTheSame(headers, before.headers) || sayTheSame(cells[row], cells[before.start - 1]);
}

/** True for rows of the same words: the last row of a header, printed again among its rows. */
export const sayTheSame = (row: readonly string[], other: readonly string[]): boolean => row.length === other.length && other.every((cell, k) => cell.trim() === row[k].trim());

interface HeaderRow {
  readonly headers: readonly string[];
  readonly height: number;
  readonly score: number;
}

/** A header of one row, or of two that mean more together than either alone. */
function headerAt(cells: Cells, row: number, scores: HeaderScores): HeaderRow | undefined {
  if (!isWordy(cells[row])) return undefined;
  const one = { headers: cells[row].map((cell) => cell.trim()), height: 1, score: scores.of(cells[row]) };
  const below = cells[row + 1];
  if (below === undefined || !isWordy(below)) return one.score > 0 ? one : undefined;
  const pair = joinRows(cells[row], below, scores);
  const alone = Math.max(one.score, scores.of(below));
  if (pair.score > alone + 0.5 || (pair.joined && pair.score > alone - 0.1)) return { ...pair, height: 2 };
  return one.score > 0 && one.score >= scores.of(below) ? one : undefined;
}

/** Each column under the words that say most: its own, with those above, or with those of a merged cell. `joined`: every word above is used. */
function joinRows(above: readonly string[], below: readonly string[], scores: HeaderScores): { headers: string[]; score: number; joined: boolean } {
  const wide = spread(above);
  let unused = 0;
  const headers = below.map((cell, k) => {
    const own = cell.trim();
    const [plain, merged] = [above[k] ?? '', wide[k] ?? wide.at(-1) ?? ''].map((words) => `${words} ${own}`.trim());
    const joined = scores.ofText(merged) > scores.ofText(plain) ? merged : plain;
    const chosen = scores.ofText(joined) > scores.ofText(own) - 0.03 ? joined : own;
    if ((above[k] ?? '').trim() !== '' && chosen === own) unused += 1;
    return chosen;
  });
  return { headers, score: scores.of(headers), joined: unused === 0 };
}

/** A merged cell stands over several columns, but only its first holds the text. */
function spread(row: readonly string[]): string[] {
  let last = '';
  return row.map((cell) => (last = cell.trim() || last));
}

const numeric = /^[-+($€£\s]*[\d.,]+(?:\s\d{3}\b[\d.,]*)*\s?%?\)?$|^\d{1,4}[/.-]\d{1,2}[/.-]\d{1,4}/;

/** True for a row of two or more words or more, hardly any of them numbers. */
function isWordy(row: readonly string[]): boolean {
  let [filled, numbers] = [0, 0];
  for (const cell of row) {
    const text = cell.trim();
    if (text === '') continue;
    filled += 1;
    if (text.length > 90 || numeric.test(text)) numbers += 1;
    if (numbers > 1 && numbers * 4 > filled) return false;
  }
  return filled >= 2 && numbers * 4 <= filled;
}

const securities: readonly GenericField[] = ['symbol', 'cusip', 'isin', 'sedol', 'description', 'acquired', 'date'];
const sizes: readonly GenericField[] = ['quantity', 'marketValue', 'costBasis', 'unitCost', 'amount', 'proceeds', 'price'];

/** Scores of header rows; a text is scored once, however often it occurs. */
class HeaderScores {
  private readonly byText = new Map<string, readonly WordScore[]>();

  /** Sum of the best scores of different meanings; 0 when the row names no size, or nothing that has it. */
  of(row: readonly string[]): number {
    const best = new Map<GenericField, number>();
    let filled = 0;
    for (const cell of row) {
      if (cell.trim() === '') continue;
      filled += 1;
      for (const { field, score } of this.words(cell)) best.set(field, Math.max(best.get(field) ?? 0, score));
    }
    const has = (fields: readonly GenericField[]) => fields.some((field) => (best.get(field) ?? 0) >= 0.55);
    const named = row.filter((cell) => (this.words(cell)[0]?.score ?? 0) >= 0.55);
    if (named.length < 2 || named.length < filled * 0.2 || !has(sizes)) return 0;
    if (!has(securities) && !(has(['quantity']) && has(['marketValue', 'price']))) return 0;
    // Two columns called `Cost` say less than `Unit Cost` and `Total Cost`.
    return [...new Set(named.map((cell) => cell.trim()))].reduce((sum, name) => sum + this.words(name)[0].score, 0);
  }

  /** Score of the best meaning of one header. */
  ofText(text: string): number {
    return this.words(text)[0]?.score ?? 0;
  }

  private words(cell: string): readonly WordScore[] {
    const known = this.byText.get(cell);
    if (known) return known;
    const words = scoreHeader(cell);
    this.byText.set(cell, words);
    return words;
  }
}
