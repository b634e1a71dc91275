import Papa from 'papaparse';

const delimiters = [',', '\t', ';', '|'] as const;

/** A delimited file as rows of cell texts, untrimmed; row `n` of the answer is line `n + 1` of the file. */
export function readTable(text: string): { readonly cells: string[][]; readonly torn?: readonly number[] } {
  const bare = text.replace(/^\uFEFF/, '');
  const { data, errors } = Papa.parse<string[]>(bare, { delimiter: findDelimiter(bare), skipEmptyLines: false });
  const torn = errors.filter(({ type }) => type === 'Quotes').map(({ row = 0 }) => row);
  return torn.length === 0 ? { cells: data } : { cells: data, torn };
}

/** The cells alone. */
export const readCells = (text: string): string[][] => readTable(text).cells;

/** The delimiter that occurs most outside quotes; banner lines defeat guessing from the first lines. */
function findDelimiter(text: string): string {
  // A doubled quote ends one part and begins the next. One pattern for both overflows the stack on a cell of megabytes.
  const plain = text.replace(/"[^"]*"/g, '');
  const counts = new Map(delimiters.map((delimiter) => [delimiter, occurrences(plain, delimiter)]));
  return [...delimiters].sort((a, b) => (counts.get(b) ?? 0) - (counts.get(a) ?? 0))[0];
}

function occurrences(text: string, delimiter: string): number {
  let count = 0;
  for (let at = text.indexOf(delimiter); at >= 0; at = text.indexOf(delimiter, at + 1)) count += 1;
  return count;
}

/** True when no cell of the row holds anything but blanks. */
export function isBlankRow(row: readonly string[]): boolean {
  return row.every((cell) => cell.trim() === '');
}
