import type { CustodianFile } from '../custodian-file';
import type { Block } from './blocks';
import { complainOfCut, isCutOff } from './cut';
import type { Line, LineReader } from './line';

/**
 * The lines of a block without its notes. A line in whose midst the file ends is left out and said so:
 * its last number may be the beginning of a longer one.
 */
export function* wholeLines<Field extends string>(
  file: CustodianFile,
  block: Block<Field>,
  reader: LineReader<Field>,
  isNote: (line: Line<Field>) => boolean,
): Iterable<Line<Field>> {
  for (const line of reader.lines(block.end)) {
    if (isNote(line)) continue;
    if (!isCutOff(file, block, line.number - 1)) {
      yield line;
      continue;
    }
    reader.subject = {};
    complainOfCut(reader, line);
  }
}
