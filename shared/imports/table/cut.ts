import type { CellTable, CustodianFile } from '../custodian-file';
import { isBlankRow } from './cells';
import type { Header } from './header';

/**
 * True for the last line of a file that ends in the midst of it, as broken downloads do: a quote that is never closed, or cells missing
 * from the last one read on. Its last cell may be the beginning of a longer number.
 */
export function isCutOff<Field extends string>(file: CustodianFile, table: CellTable, { row: headerRow, columns }: Header<Field>, row: number): boolean {
  if (file.text === '' || row !== table.cells.findLastIndex((cells) => !isBlankRow(cells))) return false;
  if ((file.text.split('"').length - 1) % 2 === 1) return true;
  const width = table.cells[headerRow].findLastIndex((cell) => cell.trim() !== '') + 1;
  const lastRead = Math.max(...Object.values<number | undefined>(columns).map((column) => column ?? 0));
  const length = table.cells[row].length;
  return length < width && length <= lastRead + 1;
}
