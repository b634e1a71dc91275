import { cellAddress, columnNumber } from '../workbook/address';

/** A rectangle of cells, all numbers 1-based and inclusive. */
export interface CellRange {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

const pattern = /^\$?([A-Z]{1,3})\$?(\d{1,7})(?::\$?([A-Z]{1,3})\$?(\d{1,7}))?$/i;

/** `A1:C3` or `B2`, with or without dollar signs. */
export function parseRange(text: string): CellRange | undefined {
  const match = pattern.exec(text.trim());
  if (!match) return undefined;
  const [, left, top, right = left, bottom = top] = match;
  return { top: Number(top), left: columnNumber(left), bottom: Number(bottom), right: columnNumber(right) };
}

/** `A1:C3`, or `B2` for one cell. */
export function formatRange({ top, left, bottom, right }: CellRange): string {
  const first = cellAddress(top, left);
  const last = cellAddress(bottom, right);
  return first === last ? first : `${first}:${last}`;
}

export function contains(range: CellRange, row: number, column: number): boolean {
  return row >= range.top && row <= range.bottom && column >= range.left && column <= range.right;
}

/** Sheet names have 31 characters; what is longer refers to no cell, and would only overflow the pattern. */
const longestReference = 300;

/** `Start!$B$3` or `'My sheet'!B3` → sheet and cell; anything but one cell of one sheet is undefined. */
export function parseCellReference(refersTo: string): { sheet: string; row: number; column: number } | undefined {
  if (refersTo.length > longestReference) return undefined;
  const match = /^=?(?:'((?:[^']|'')+)'|([^'!:,()]+))!([^!]+)$/.exec(refersTo.trim());
  const range = match && parseRange(match[3]);
  if (!match || !range || range.top !== range.bottom || range.left !== range.right) return undefined;
  return { sheet: match[1]?.replace(/''/g, "'") ?? match[2], row: range.top, column: range.left };
}
