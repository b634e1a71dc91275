import type { LineReader } from '../table/line';

/** Says once for a section that nothing names its account. */
export function complainOfNoAccount<Field extends string>(reader: LineReader<Field>, headerRow: number): void {
  reader.complain('I03', headerRow + 1, undefined, {
    message: `Nothing above line ${headerRow + 1} names the account that the rows below belong to.`,
    fix: 'Maybe the title at the top was deleted, or the file was renamed; choose the account.',
  });
}
