import { type Area, columnsOf, rowsOf } from '../../model/area';
import { invalidArgument, wrongSize } from '../fault';

/** Most cells one read may hold in Excel on the web. */
const MOST_CELLS = 5_000_000;

/** A value of each cell of `area`, row by row. Too many cells read as null, as in Excel. */
export function readMatrix<Item>(area: Area, read: (row: number, column: number) => Item): Item[][] | null {
  if (rowsOf(area) * columnsOf(area) > MOST_CELLS) return null;
  const rows: Item[][] = [];
  for (let row = area.top; row <= area.bottom; row++) {
    const line: Item[] = [];
    for (let column = area.left; column <= area.right; column++) line.push(read(row, column));
    rows.push(line);
  }
  return rows;
}

/** Gives each cell of `area` its item of a matrix of the same size, or one single item; null items are skipped. */
export function writeMatrix(area: Area, matrix: unknown, write: (row: number, column: number, item: unknown) => void): void {
  if (!Array.isArray(matrix)) {
    if (matrix === undefined) throw invalidArgument();
    if (matrix !== null) forEachCell(area, (row, column) => write(row, column, matrix));
    return;
  }
  checkSize(area, matrix);
  matrix.forEach((line: unknown[], r) =>
    line.forEach((item, c) => {
      if (item !== null && item !== undefined) write(area.top + r, area.left + c, item);
    }),
  );
}

/** Excel refuses a matrix that does not match the range, whole. */
export function checkSize(area: Area, matrix: readonly unknown[]): void {
  if (matrix.length !== rowsOf(area)) throw wrongSize();
  for (const line of matrix) if (!Array.isArray(line) || line.length !== columnsOf(area)) throw wrongSize();
}

export function forEachCell(area: Area, visit: (row: number, column: number) => void): void {
  for (let row = area.top; row <= area.bottom; row++) for (let column = area.left; column <= area.right; column++) visit(row, column);
}
