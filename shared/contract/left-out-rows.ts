import type { Issue } from '../issue';
import { cellAddress } from '../workbook/address';
import { isTotalWord } from './affected';
import { isBlank } from './cells/blank';
import { quote } from './cells/reading';
import type { Located } from './locate';
import type { Place } from './places';

/** Where a cell of a table lies, by the row's number and the column's place in the region; a column that the map adds lies in none. */
export function placeOf({ region, adopted }: Located, rowNumber: number, at: number): Place {
  return { sheet: region.sheet, cell: cellAddress(rowNumber, region.left + (at < (adopted?.width ?? Infinity) ? at : 0)) };
}

type Said = Pick<Issue, 'code' | 'severity' | 'message' | 'fix'> & { readonly found?: string };

/** An issue about rows of a table, at the first of them; `indexes` count from the region's top. */
function issueOf(located: Located, indexes: readonly number[], at: number, said: (row: number, sheet: string) => Said): Issue {
  const row = located.region.top + indexes[0];
  const { sheet, cell } = placeOf(located, row, at);
  return { table: located.name, sheet, cell, rows: indexes.length, ...said(row, sheet) };
}

/** G19: the row a template comes with. */
export const exampleRow = (located: Located, index: number): Issue => issueOf(located, [index], 0, (row, sheet) => ({
  code: 'G19', severity: 'info',
  message: `Row ${row} of ${sheet} is the example of the template and is ignored.`,
  fix: 'Type over it: it counts as soon as one of its cells is changed.',
}));

/** G15: rows of sums, and headers repeated at a page break. */
export function totalRows(located: Located, indexes: readonly number[]): Issue {
  const cells = located.region.values[indexes[0]];
  const at = Math.max(0, cells.findIndex((cell) => typeof cell === 'string' && isTotalWord(cell)));
  const found = String(cells[at] ?? '');
  return issueOf(located, indexes, at, (row, sheet) => ({
    code: 'G15', severity: 'warn', found,
    message: `Row ${row} of ${sheet} holds "${found}" and is left out.`,
    fix: 'Move totals and repeated headers out of the table.',
  }));
}

/** G15: notes that someone wrote below the table. */
export function noteRows(located: Located, indexes: readonly number[]): Issue {
  const cells = located.region.values[indexes[0]];
  const at = cells.findIndex((cell) => !isBlank(cell));
  const found = String(cells[at]).trim();
  return issueOf(located, indexes, at, (row, sheet) => ({
    code: 'G15', severity: 'warn', found,
    message: `Row ${row} of ${sheet} holds the note ${quote(found)} below the table and is left out.`,
    fix: 'Move notes out of the table.',
  }));
}

/** G13: blank rows between others. */
export const blankRows = (located: Located, indexes: readonly number[]): Issue => issueOf(located, indexes, 0, (row, sheet) => ({
  code: 'G13', severity: 'info',
  message: indexes.length === 1 ? `Row ${row} of ${sheet} is blank and is ignored.` : `${indexes.length} blank rows of ${sheet} are ignored, the first is row ${row}.`,
}));
