import type { ImportRow } from '../format';
import type { LineReader } from '../table/line';
import { addsUp } from '../table/sums';
import { complainOfTotal } from '../table/total';

/** A total row and what it should be the sum of. */
export interface Total {
  readonly row: ImportRow;
  readonly amount: number | null;
  /** Unknown amounts make the total unverifiable. */
  readonly parts: readonly (number | null)[];
  /** Of the whole file, where a total may be that of all accounts. */
  readonly allParts?: readonly (number | null)[];
  /** What is added up, to begin a sentence: `Positions and cash`. */
  readonly what: string;
}

/** Complains about a total that the rows do not add up to, and says whether it did. */
export function checkTotal<Field extends string>(reader: LineReader<Field>, { row, amount, parts, allParts = parts, what }: Total, field?: Field): boolean {
  if (amount === null || [...parts, ...allParts].includes(null)) return false;
  if (addsUp(parts, amount) || (parts.length === 0 && addsUp(allParts, amount))) return false;
  reader.subject = { account: row.account };
  complainOfTotal(reader, { line: row.line, field, total: amount, parts, what, fix });
  return true;
}

const fix = 'Maybe rows were filtered out or deleted before the file was saved, or the total is of another moment.';
