import Papa from 'papaparse';
import type { Cell } from '../../shared/workbook/port';
import { typedText } from '../../shared/workbook/safe-text';

/** A delimited file that a spreadsheet opens as it was meant: text that it could take for a formula gets an apostrophe, numbers stay numbers. */
export function csvText(header: readonly string[], rows: readonly (readonly Cell[])[]): string {
  const cells = [header, ...rows].map((row) => row.map((cell) => (typeof cell === 'string' ? typedText(cell) : cell)));
  return `${Papa.unparse(cells, { newline: '\n' })}\n`;
}
