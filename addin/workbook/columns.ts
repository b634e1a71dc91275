import type { SheetColumn } from '../../shared/workbook/port';

/** Columns of ours that lie side by side in the table: the first one's place in the table, and which of ours they are. */
export interface ColumnRun {
  readonly at: number;
  readonly ours: readonly number[];
}

/** How our columns lie in a table that may have been rearranged. */
export interface ColumnLayout {
  readonly runs: readonly ColumnRun[];
  /** Columns the table must have. */
  readonly width: number;
}

/**
 * Where each of our columns is in a table with these headers. Columns that users moved stay where they are, their own columns
 * are stepped over, and columns the table does not have yet go to its right end.
 */
export function columnLayout(columns: readonly Pick<SheetColumn, 'header'>[], headers: readonly string[]): ColumnLayout {
  const known = new Map(headers.map((header, index) => [header.toLowerCase(), index]));
  let width = headers.length;
  const places = columns.map(({ header }) => known.get(header.toLowerCase()) ?? width++);
  const order = places.map((_, index) => index).sort((a, b) => places[a] - places[b]);
  const runs: { at: number; ours: number[] }[] = [];
  for (const index of order) {
    const last = runs[runs.length - 1];
    if (last && last.at + last.ours.length === places[index]) last.ours.push(index);
    else runs.push({ at: places[index], ours: [index] });
  }
  return { runs, width };
}
