import { readBook } from './book-part';
import { cellText, isoCellText } from './cell-text';
import { NotAWorkbookError } from './not-a-workbook';
import { plainNumber, readNumberShapes } from './number-formats';
import { Package } from './package';
import { readSharedStrings } from './shared-strings';
import { scanCells } from './sheet-cells';

/** A sheet as rows of cell texts; row `n` is sheet row `n + 1`, and rows end at their last cell. */
export interface SheetTexts {
  readonly name: string;
  readonly rows: readonly (readonly string[])[];
}

/** What an export may unpack to: it is read whole, in a browser too, so it is far smaller than a book of ours. */
export const modest = { total: 256 * 1024 ** 2, text: 32 * 1024 ** 2 } as const;
const LAST_ROW = 1_048_576;
const LAST_COLUMN = 16_384;
/** Most characters Excel keeps in a cell. */
export const LONGEST_CELL = 32_767;
/** Most cells of all sheets together, with the blanks before and between them. */
const MOST_CELLS = 10_000_000;

/** All worksheets of an .xlsx or .xlsm, hidden ones too, every cell as text; anything else is a NotAWorkbookError. */
export async function readSheetTexts(bytes: Uint8Array): Promise<SheetTexts[]> {
  const pack = await Package.open(bytes, modest);
  const book = await readBook(pack);
  const [sharedStrings, shapes] = [await readSharedStrings(pack, book), await readNumberShapes(pack, book)];
  const textOf = (value: string | number | boolean, style: string | undefined): string =>
    cellText(value, shapes[Number(style ?? 0)] ?? plainNumber, book.date1904);
  const texts = new TextSheets();
  for (const { name, part } of book.sheets) {
    if (part === undefined || !pack.has(part)) continue;
    const rows = texts.begin(name);
    await scanCells(pack, part, sharedStrings, (row, column, value, style, type) =>
      texts.put(rows, row, column, type === 'd' ? isoCellText(String(value)) : textOf(value, style)),
    );
  }
  return texts.sheets;
}

const blankRow: string[] = [];

/** Sheets as they fill, within the limits above; beyond them a NotAWorkbookError. */
export class TextSheets {
  readonly sheets: SheetTexts[] = [];
  private cells = 0;

  begin(name: string): string[][] {
    const rows: string[][] = [];
    this.sheets.push({ name, rows });
    return rows;
  }

  /** Row and column count from 1. */
  put(rows: string[][], row: number, column: number, text: string): void {
    if (!(row >= 1 && row <= LAST_ROW && column >= 1 && column <= LAST_COLUMN)) throw damaged();
    if (text.length > LONGEST_CELL) throw new NotAWorkbookError(`The workbook has a cell of ${text.length} characters. It was not read.`);
    this.count(Math.max(0, row - rows.length));
    // Shared: a sheet may claim a million blank rows.
    while (rows.length < row) rows.push(blankRow);
    if (rows[row - 1] === blankRow) rows[row - 1] = [];
    const cells = rows[row - 1];
    this.count(Math.max(0, column - cells.length));
    while (cells.length < column) cells.push('');
    cells[column - 1] = text;
  }

  private count(more: number): void {
    this.cells += more;
    if (this.cells > MOST_CELLS) throw new NotAWorkbookError(`The workbook has more than ${MOST_CELLS} cells. It was not read.`);
  }
}

const damaged = () => new NotAWorkbookError('The workbook is damaged: a cell lies outside its sheet.');
