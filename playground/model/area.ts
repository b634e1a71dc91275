import { columnLetters, columnNumber } from '../../shared/workbook/address';

/** The size of every worksheet. */
export const MAX_ROWS = 1_048_576;
export const MAX_COLUMNS = 16_384;

/** A rectangle of cells on one sheet: zero-based, both ends included. */
export interface Area {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

/** The area that starts at a zero-based cell and spans `rows` × `columns`. */
export function areaAt(top: number, left: number, rows = 1, columns = 1): Area {
  return { top, left, bottom: top + rows - 1, right: left + columns - 1 };
}

export const rowsOf = (area: Area): number => area.bottom - area.top + 1;
export const columnsOf = (area: Area): number => area.right - area.left + 1;

/** True when every cell lies on the sheet and the rectangle is not turned inside out. */
export function isOnSheet(area: Area): boolean {
  return (
    area.top >= 0 &&
    area.left >= 0 &&
    area.top <= area.bottom &&
    area.left <= area.right &&
    area.bottom < MAX_ROWS &&
    area.right < MAX_COLUMNS
  );
}

/** The smallest area that holds both. */
export function boundingArea(a: Area, b: Area): Area {
  return {
    top: Math.min(a.top, b.top),
    left: Math.min(a.left, b.left),
    bottom: Math.max(a.bottom, b.bottom),
    right: Math.max(a.right, b.right),
  };
}

/** The cells both share, or undefined. */
export function intersection(a: Area, b: Area): Area | undefined {
  const shared = {
    top: Math.max(a.top, b.top),
    left: Math.max(a.left, b.left),
    bottom: Math.min(a.bottom, b.bottom),
    right: Math.min(a.right, b.right),
  };
  return shared.top <= shared.bottom && shared.left <= shared.right ? shared : undefined;
}

export function contains(outer: Area, inner: Area): boolean {
  return outer.top <= inner.top && outer.left <= inner.left && outer.bottom >= inner.bottom && outer.right >= inner.right;
}

/** `A1:B2`, `A1`, `C:C` or `3:3`, as Excel writes it. */
export function areaAddress(area: Area): string {
  const { top, left, bottom, right } = area;
  if (top === 0 && bottom === MAX_ROWS - 1) return `${columnLetters(left + 1)}:${columnLetters(right + 1)}`;
  if (left === 0 && right === MAX_COLUMNS - 1) return `${top + 1}:${bottom + 1}`;
  const first = `${columnLetters(left + 1)}${top + 1}`;
  return top === bottom && left === right ? first : `${first}:${columnLetters(right + 1)}${bottom + 1}`;
}

/** A sheet's name as an address spells it: quoted unless it is a plain word that cannot be taken for a cell. */
export function sheetPrefix(sheet: string): string {
  const plain = /^[A-Za-z_][A-Za-z0-9_.]*$/.test(sheet) && !looksLikeCell(sheet);
  return plain ? sheet : `'${sheet.replace(/'/g, "''")}'`;
}

/** `Sheet1!A1:B2`, the sheet quoted when Excel would quote it. */
export function fullAddress(sheet: string, area: Area): string {
  return `${sheetPrefix(sheet)}!${areaAddress(area)}`;
}

const looksLikeCell = (name: string): boolean => /^[A-Za-z]{1,3}\d+$/.test(name) || /^[Rr]\d*[Cc]\d*$/.test(name);

const CELL = /^\$?([A-Za-z]{1,3})\$?(\d{1,7})$/;
const COLUMN = /^\$?([A-Za-z]{1,3})$/;
const ROW = /^\$?(\d{1,7})$/;

type Corner = { row?: number; column?: number };

function corner(text: string): Corner | undefined {
  const cell = CELL.exec(text);
  if (cell) return { row: Number(cell[2]) - 1, column: columnNumber(cell[1]) - 1 };
  const column = COLUMN.exec(text);
  if (column) return { column: columnNumber(column[1]) - 1 };
  const row = ROW.exec(text);
  return row ? { row: Number(row[1]) - 1 } : undefined;
}

/** The area an A1 reference without a sheet means, or undefined when it is not one. */
export function parseArea(text: string): Area | undefined {
  const [from, to, more] = text.trim().split(':');
  const first = corner(from);
  const last = to === undefined ? first : corner(to);
  if (!first || !last || more !== undefined) return undefined;
  if (to === undefined && (first.row === undefined || first.column === undefined)) return undefined;
  if ((first.row === undefined) !== (last.row === undefined) || (first.column === undefined) !== (last.column === undefined))
    return undefined;
  const rows = [first.row ?? 0, last.row ?? MAX_ROWS - 1].sort((a, b) => a - b);
  const columns = [first.column ?? 0, last.column ?? MAX_COLUMNS - 1].sort((a, b) => a - b);
  const area = { top: rows[0], bottom: rows[1], left: columns[0], right: columns[1] };
  return isOnSheet(area) ? area : undefined;
}

/** Splits `'My sheet'!A1` into the sheet's name, unquoted, and the rest; the sheet is absent when not named. */
export function splitSheet(reference: string): { sheet?: string; rest: string } {
  const text = reference.trim().replace(/^=/, '');
  const quoted = /^'((?:[^']|'')+)'!(.*)$/s.exec(text);
  if (quoted) return { sheet: quoted[1].replace(/''/g, "'"), rest: quoted[2] };
  const plain = /^([^'!]+)!(.*)$/s.exec(text);
  return plain ? { sheet: plain[1], rest: plain[2] } : { rest: text };
}
