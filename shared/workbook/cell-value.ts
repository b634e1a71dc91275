import type { Cell, ColumnKind } from './port';
import { cleanText } from './safe-text';
import { serialFromText } from './serial-time';

/** What a cell stores: text is always text, whatever it looks like. */
export type StoredCell = number | boolean | string | null;

/**
 * The value that a column of `kind` stores for `value`: ISO days as serial numbers, text cleaned, blank text as blank.
 * A value of another kind than its column is kept as what it is. A number that is not finite is our fault and throws.
 */
export function storedCell(value: Cell, kind: ColumnKind, date1904 = false): StoredCell {
  if (value === null || value === '' || typeof value === 'boolean') return value === '' ? null : value;
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) throw new Error(`A cell cannot hold the number ${value}`);
    return kind === 'text' ? String(value) : value;
  }
  const serial = kind === 'date' ? serialFromText(value, date1904) : undefined;
  return serial ?? (cleanText(value) || null);
}
