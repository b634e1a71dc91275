import type { FieldReader } from './reader';

/** Says once that nothing in a file names the account of its rows; `what` they are: positions, lots, transactions. */
export function complainOfNoAccount<Field extends string>(reader: FieldReader<Field>, line: number, what: string, fix: string): void {
  reader.complain('I03', line, undefined, { message: `The file does not name the account its ${what} belong to.`, fix });
}
