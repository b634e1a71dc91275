import type { CellTable, CustodianFile } from '../custodian-file';
import { cutLine, isCutOff } from '../table/cut';
import { readHeader, type Fields } from '../table/header';
import { LineReader, type Spelling } from '../table/line';
import type { Block } from './blocks';

/** One block as lines. */
export interface BlockLines<Field extends string> {
  readonly reader: LineReader<Field>;
  /** Where to stop: before the file's last line when it is cut off, which is an issue then. */
  readonly end: number;
}

/** True when the text ends without a line break in a row that is shorter than its header, blank cells and all. */
function isUnfinished({ text }: CustodianFile, { cells }: CellTable, { headerRow, end }: Block): boolean {
  return text !== '' && !text.endsWith('\n') && end === cells.length && cells[end - 1].length < cells[headerRow].length;
}

/** Reads a block of a file below its header, which may lie further up. */
export function blockLines<Field extends string>(file: CustodianFile, table: CellTable, block: Block, fields: Fields<Field>, spelling?: Spelling): BlockLines<Field> {
  const columns = readHeader(table.cells[block.headerRow], fields);
  const reader = new LineReader<Field>(file, table, { row: block.start - 1, columns }, fields, spelling);
  const last = block.end - 1;
  const isNote = /^notes$/i.test((table.cells[last]?.[1] ?? '').trim());
  const isCut = isCutOff(file, { table, header: { row: block.headerRow, columns } }, last) || isUnfinished(file, table, block);
  if (last < block.start || isNote || !isCut) return { reader, end: block.end };
  reader.complain('I02', block.end, undefined, cutLine(block.end, table.cells[last]));
  return { reader, end: last };
}
