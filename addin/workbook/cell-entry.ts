import { storedCell } from '../../shared/workbook/cell-value';
import type { CellEdit } from '../../shared/workbook/cell-edits';
import { looksLikeFormula } from '../../shared/workbook/safe-text';
import type { Typed } from './write-rows';

/** What Excel would take for a number, a day, a truth value or an error, whatever cell it is typed into. */
const convertible = /\d|^(?:true|false)$|^#/i;

/** Text as it must be typed to stay that text in a cell of any format; Excel takes the apostrophe away. */
export const textEntry = (text: string): string => (looksLikeFormula(text) || convertible.test(text) ? `'${text}` : text);

/** What `Range.values` takes for a cell of a sheet that people made; an empty text clears it. */
export function cellEntry({ value, kind }: CellEdit, date1904: boolean): Typed {
  const stored = storedCell(value, kind, date1904);
  if (stored === null) return '';
  return typeof stored === 'string' ? textEntry(stored) : stored;
}

/** The number format a cell needs for its value: its own, unless that would turn a number into text or show a day as a number. */
export function cellFormat({ value, kind }: CellEdit, present: string): string {
  if (value === null || value === '' || kind === 'text' || kind === 'boolean') return present;
  if (kind === 'date') return present === '@' || present === 'General' ? 'yyyy-mm-dd' : present;
  return present === '@' ? 'General' : present;
}
