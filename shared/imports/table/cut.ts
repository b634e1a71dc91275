import type { CustodianFile } from '../custodian-file';
import type { Block } from './blocks';
import { isBlankRow } from './cells';
import type { FieldReader, Line } from './reader';

/**
 * True for the last line of a file that ends in the midst of it, as broken downloads do: a quote that is never closed, or cells missing
 * from the last one read on. Its last cell may be the beginning of a longer number. `row` is the index of the line.
 */
export function isCutOff(file: CustodianFile, { table, header }: Pick<Block, 'table' | 'header'>, row: number): boolean {
  if (file.text === '' || row !== table.cells.findLastIndex((cells) => !isBlankRow(cells))) return false;
  if ((file.text.split('"').length - 1) % 2 === 1) return true;
  const width = table.cells[header.row].findLastIndex((cell) => cell.trim() !== '') + 1;
  const lastRead = Math.max(...Object.values(header.columns).map((column) => column ?? 0));
  const length = table.cells[row].length;
  return length < width && length <= lastRead + 1;
}

/** What to say of a line that the file ends in the midst of. */
export function cutLine(number: number, cells: readonly string[]): { readonly found: string; readonly message: string; readonly fix: string } {
  const found = cells.join(',');
  return {
    found,
    message: `The file ends in the midst of line ${number} (“${found}”), which was left out.`,
    fix: 'Maybe the download broke off; save it again.',
  };
}

/** Says that a line which is cut off was left out. */
export function complainOfCut<Field extends string>(reader: FieldReader<Field>, { number, cells }: Line<Field>): void {
  reader.complain('I02', number, undefined, cutLine(number, cells));
}
