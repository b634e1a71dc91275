import type { Cell } from '../workbook/port';
import { isBlank } from './cells/blank';

/** A sentence: three words or more, which no identifier, symbol or number has. */
const isSentence = (cell: Cell): boolean => typeof cell === 'string' && cell.trim().split(/\s+/).length >= 3;

/**
 * Indexes of notes below a table: rows after its last blank row that hold one sentence each and nothing else.
 * A sentence directly below the last row, or one with data after it, may be a row that is not finished: that is reported as such.
 */
export function notesBelow(rows: readonly (readonly Cell[])[]): number[] {
  const notes: number[] = [];
  for (let index = rows.length - 1; index >= 0; index -= 1) {
    const filled = rows[index].filter((cell) => !isBlank(cell));
    if (filled.length > 1 || (filled.length === 1 && !isSentence(filled[0]))) break;
    if (filled.length === 1) notes.unshift(index);
  }
  const first = notes.find((index) => index > 0 && rows[index - 1].every(isBlank)) ?? Infinity;
  return notes.filter((index) => index >= first);
}
