import type { Issue } from '../../issue';
import type { CellTable, CustodianFile } from '../custodian-file';
import { importIssue } from '../issues';
import { isDescribed } from './blocks';

/** Lines that Flex puts around its accounts and sections. */
const controls = /^(?:BO[FAS]|EO[FAS]|MSG)$/i;

/** Rows that do not say what they are, in a file whose rows do: their cells have shifted, or their first was changed. `end` is not included. */
export function complainOfStrayRows({ name }: CustodianFile, { cells }: CellTable, start = 0, end = cells.length): Issue[] {
  const first = cells.findIndex((row, index) => index >= start && isDescribed(row));
  if (first < 0) return [];
  return cells.slice(first, end).flatMap((row, k) => {
    const isStray = !isDescribed(row) && !controls.test((row[0] ?? '').trim()) && row.filter((cell) => cell.trim() !== '').length > 2;
    if (!isStray) return [];
    const line = first + k + 1;
    return [importIssue('I02', { file: name, line }, {
      found: row.join(','),
      message: `Line ${line} does not begin with its section and its kind, unlike the lines around it; it was not read.`,
      fix: 'Maybe its cells have shifted, or its first cells were changed.',
    })];
  });
}
