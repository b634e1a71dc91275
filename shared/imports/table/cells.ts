import Papa from 'papaparse';

const delimiters = [',', '\t', ';'] as const;

/** A delimited file as rows of cell texts, untrimmed; row `n` of the answer is line `n + 1` of the file. */
export function readCells(text: string): string[][] {
  const bare = text.replace(/^\uFEFF/, '');
  return Papa.parse<string[]>(bare, { delimiter: findDelimiter(bare), skipEmptyLines: false }).data;
}

/** The delimiter that occurs most outside quotes; banner lines defeat guessing from the first lines. */
function findDelimiter(text: string): string {
  const plain = text.replace(/"(?:[^"]|"")*"/g, '');
  const count = (delimiter: string) => plain.split(delimiter).length;
  return [...delimiters].sort((a, b) => count(b) - count(a))[0];
}

/** True when no cell of the row holds anything but blanks. */
export function isBlankRow(row: readonly string[]): boolean {
  return row.every((cell) => cell.trim() === '');
}
