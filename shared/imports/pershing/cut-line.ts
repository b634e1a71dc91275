import type { CustodianFile } from '../custodian-file';
import type { Block } from '../table/blocks';
import { isCutOff } from '../table/cut';
import type { LineReader, Line } from '../table/line';

/** True, and an issue, when a file ends in the midst of this line: its last number may be the beginning of a longer one. A lone cell is a note. */
export function isCutLine<Field extends string>(file: CustodianFile, block: Block<Field>, reader: LineReader<Field>, { number, cells }: Line<Field>): boolean {
  const isNote = cells.filter((cell) => cell.trim() !== '').length === 1;
  if (isNote || !isCutOff(file, block.table, block.header, number - 1)) return false;
  const message = `Line ${number} ends before its last column and was left out.`;
  reader.complain('I02', number, undefined, { message, fix: 'Maybe the file was cut off here, and rows are missing.' });
  return true;
}
