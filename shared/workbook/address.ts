/** `1 → A`, `27 → AA`. */
export function columnLetters(column: number): string {
  let letters = '';
  for (let rest = column; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  }
  return letters;
}

/** `A → 1`, `AA → 27`. */
export function columnNumber(letters: string): number {
  let column = 0;
  for (const letter of letters.toUpperCase()) column = column * 26 + letter.charCodeAt(0) - 64;
  return column;
}

/** `(7, 4) → D7`. */
export function cellAddress(row: number, column: number): string {
  return `${columnLetters(column)}${row}`;
}

/** A sheet name as a formula or link must spell it: quoted when it is not a plain word. */
export function quoteSheet(sheet: string): string {
  return /^[A-Za-z_][A-Za-z_]*$/.test(sheet) ? sheet : `'${sheet.replace(/'/g, "''")}'`;
}

/** `D7 → row 7, column 4`; undefined for text that is no single cell. */
export function parseAddress(cell: string): { readonly row: number; readonly column: number } | undefined {
  const parts = /^\$?([A-Za-z]{1,3})\$?(\d+)$/.exec(cell);
  return parts ? { row: Number(parts[2]), column: columnNumber(parts[1]) } : undefined;
}

/** The place of a row that came from a file of lines, where a workbook has a cell: `line 88`. */
export const lineCell = (line: number): string => `line ${line}`;

/** `Holdings!D7`, or `book.rebal line 88` of a file of lines. */
export function placeText(sheet: string, cell: string): string {
  return isLineCell(cell) ? `${sheet} ${cell}` : `${quoteSheet(sheet)}!${cell}`;
}

/** True for the place of a row in a file of lines. */
export const isLineCell = (cell: string): boolean => /^line \d+$/.test(cell);
