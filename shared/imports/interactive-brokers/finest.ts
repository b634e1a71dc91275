import type { ImportRow } from '../format';

/** A transaction, and the level of detail it is told at. */
export interface Leveled {
  readonly row: ImportRow;
  readonly level: string;
}

/** Of transactions told at several levels, those of the first of `levels` that is there; the others repeat them and are skipped. */
export function onlyFinest(reads: readonly Leveled[], levels: readonly string[]): ImportRow[] {
  const finest = levels.find((level) => reads.some((read) => read.level === level));
  const repeats = ({ level }: Leveled) => finest !== undefined && level !== finest && levels.includes(level);
  return reads.map((read) => (repeats(read) && read.row.kind === 'transaction' ? { ...read.row, kind: 'skip' } : read.row));
}
