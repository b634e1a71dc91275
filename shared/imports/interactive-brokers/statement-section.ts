import type { CellTable, CustodianFile } from '../custodian-file';
import type { Fields } from '../table/header';
import type { Line } from '../table/line';
import type { Block } from './blocks';
import { blockLines, type BlockLines } from './complete';
import type { Instruments } from './instruments';
import type { StatementFacts } from './statement-facts';

/** All that reading one block of a statement takes. */
export interface Section {
  readonly file: CustodianFile;
  readonly table: CellTable;
  readonly block: Block;
  readonly facts: StatementFacts;
  readonly instruments: Instruments;
}

/** The lines of a section; none, and an issue, when a column that it `needs` is not there. */
export function sectionLines<Field extends string>({ file, table, block }: Section, fields: Fields<Field>, needs: readonly Field[]): BlockLines<Field> {
  const lines = blockLines(file, table, block, fields);
  const missing = needs.filter((field) => !lines.reader.has(field)).map((field) => fields[field][0]);
  if (missing.length === 0) return lines;
  lines.reader.complain('I01', block.headerRow + 1, undefined, {
    message: `${block.section} on line ${block.headerRow + 1} has no column ${missing.join(' and no column ')}; it was not read.`,
    fix: 'Maybe the statement is in another language: download it in English.',
  });
  return { ...lines, end: block.start };
}

/** `data`, `total`, `subtotal` or `notes`. */
export const kindOf = ({ cells }: Line): string => (cells[1] ?? '').trim().toLowerCase();
