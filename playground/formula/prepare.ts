import { fullAddress, parseArea, sheetPrefix, splitSheet } from '../model/area';
import type { Sheet } from '../model/sheet';
import type { Place, WorkbookModel } from '../model/workbook';
import { findTablePlace } from './table-reference';
import { type Token, tokenize } from './tokens';

/** A formula ready for the parser: tables and names are A1 references or constants; what it reads and calls is known. */
export interface Prepared {
  readonly text: string;
  readonly reads: readonly Place[];
  readonly functions: readonly string[];
}

/** Where a formula stands; zero-based. */
export interface Position {
  readonly sheet: Sheet;
  readonly row: number;
  readonly column: number;
}

/** Longest chain of names that name other names. */
const DEPTH = 20;

export function prepare(formula: string, at: Position, workbook: WorkbookModel): Prepared {
  const reads: Place[] = [];
  const functions: string[] = [];
  const text = expand(formula.replace(/^=/, ''), 0);
  return { text, reads, functions };

  function expand(part: string, depth: number): string {
    return tokenize(part)
      .map((token) => expandToken(token, depth))
      .join('');
  }

  function expandToken({ kind, text: word }: Token, depth: number): string {
    if (kind === 'function') functions.push(word.toUpperCase());
    if (kind === 'reference') return readReference(word);
    if (kind === 'table') return read(findTablePlace(word, workbook, at));
    return kind === 'name' && !/^(TRUE|FALSE)$/i.test(word) ? expandName(word, depth) : word;
  }

  function readReference(word: string): string {
    const { sheet: name, rest } = splitSheet(word);
    const sheet = name === undefined ? at.sheet : workbook.findSheet(name);
    const area = parseArea(rest);
    if (!sheet || !area) return '#REF!';
    return read({ sheet, area });
  }

  function read(place: Place | undefined): string {
    if (!place) return '#REF!';
    reads.push(place);
    return fullAddress(place.sheet.name, place.area);
  }

  function expandName(word: string, depth: number): string {
    const table = workbook.findTable(word);
    if (table) return read({ sheet: table.sheet, area: table.bodyArea });
    const name = workbook.findName(word);
    if (!name || depth > DEPTH) return '#NAME?';
    const place = workbook.findPlace(name.formula);
    return place ? read(place) : `(${expand(name.formula.replace(/^=/, ''), depth + 1)})`;
  }
}

/** A formula after the sheet `from` was renamed `to`. */
export function renameSheet(formula: string, from: string, to: string): string {
  return tokenize(formula)
    .map(({ kind, text }) => {
      const { sheet, rest } = kind === 'reference' ? splitSheet(text) : { sheet: undefined, rest: text };
      return sheet?.toLowerCase() === from.toLowerCase() ? `${sheetPrefix(to)}!${rest}` : text;
    })
    .join('');
}

/** A formula copied `rows` down and `columns` right: relative references move, `$` ones stay. */
export function translate(formula: string, rows: number, columns: number): string {
  return tokenize(formula)
    .map(({ kind, text }) => (kind === 'reference' ? translateReference(text, rows, columns) : text))
    .join('');
}

function translateReference(reference: string, rows: number, columns: number): string {
  const cut = reference.lastIndexOf('!') + 1;
  const moved = reference
    .slice(cut)
    .split(':')
    .map((corner) => {
      const match = /^(\$?)([A-Za-z]*)(\$?)(\d*)$/.exec(corner);
      if (!match) return corner;
      const [, fixedColumn, letters, fixedRow, digits] = match;
      const column = letters && !fixedColumn ? shiftLetters(letters, columns) : letters;
      const row = digits && !fixedRow && !(fixedColumn && !letters) ? String(Number(digits) + rows) : digits;
      return `${fixedColumn}${column}${fixedRow}${row}`;
    });
  return reference.slice(0, cut) + moved.join(':');
}

function shiftLetters(letters: string, by: number): string {
  const area = parseArea(`${letters}1`);
  if (!area || area.left + by < 0) return letters;
  return fullAddress('S', { top: 0, bottom: 0, left: area.left + by, right: area.left + by }).replace(/^S!|\d+$/g, '');
}
