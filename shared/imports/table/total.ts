import type { FieldReader } from './reader';
import { addsUp, sumKnown } from './sums';

/** A total that a file states, and what it should be the sum of. */
export interface StatedTotal<Field extends string> {
  readonly line: number;
  readonly field?: Field;
  /** Dollars, or shares; null when the file leaves it blank, which contradicts nothing. */
  readonly total: number | null;
  readonly parts: readonly (number | null)[];
  /** What is added up, to begin a sentence: `Positions and cash`. */
  readonly what: string;
  readonly fix?: string;
}

/** Complains about a total that its parts do not add up to, and says whether it did. */
export function checkTotal<Field extends string>(reader: FieldReader<Field>, stated: StatedTotal<Field>): boolean {
  const isWrong = stated.total !== null && !addsUp(stated.parts, stated.total);
  if (isWrong) complainOfTotal(reader, stated);
  return isWrong;
}

/** Says that rows do not add up to a total of the file. */
export function complainOfTotal<Field extends string>(reader: FieldReader<Field>, { line, field, total, parts, what, fix }: StatedTotal<Field>): void {
  reader.complain('H13', line, field, {
    found: String(total),
    message: `${what} add up to ${sumKnown(parts) ?? 0}, but the total on line ${line} is ${total}.`,
    fix: fix ?? 'Maybe rows were filtered out or deleted before the file was saved.',
  });
}
