import type { Cell } from '../workbook/port';
import { columnNumber } from '../workbook/address';
import type { Package } from './package';
import { TextRuns } from './text-runs';
import { decodeXstring, isTrue } from './xml-text';
import { scanXml } from './xml-scan';

/** Cells of a sheet that are not blank: by row number, then by column number (both 1-based); rows have holes where cells are blank. */
export type SheetCells = Map<number, Cell[]>;

/** What a formula that was never calculated shows; the checks treat it as a cell that is still loading. */
const NOT_CALCULATED = '#GETTING_DATA';

/** Takes a cell that is not blank. `style` is the index of its cell format; `type` is the file's: `n`, `s`, `str`, `inlineStr`, `b`, `e`, `d`. */
export type TakeCell = (row: number, column: number, value: string | number | boolean, style: string | undefined, type: string) => void;

/** Reads the cells of a worksheet: values as stored, formulas by their last result. `merged` gets the ranges of merged cells. */
export async function readCells(pack: Package, part: string, sharedStrings: readonly string[], merged?: string[]): Promise<SheetCells> {
  const cells: SheetCells = new Map();
  await scanCells(pack, part, sharedStrings, (row, column, value) => {
    let found = cells.get(row);
    if (!found) cells.set(row, (found = []));
    found[column] = value;
  }, merged);
  return cells;
}

/** The cells of a worksheet one after the other, in the order of the file. */
export async function scanCells(pack: Package, part: string, sharedStrings: readonly string[], take: TakeCell, merged?: string[]): Promise<void> {
  const reader = new CellReader(sharedStrings, take, merged);
  await scanXml(part, pack.stream(part), {
    open: (name, attributes) => reader.open(name, attributes),
    close: (name) => reader.close(name),
    text: (text) => reader.text(text),
  });
}

class CellReader {
  private readonly runs = new TextRuns();
  /** One copy of each text: what the parser hands out would keep whole pieces of the source alive. */
  private readonly copies = new Map<string, string>();
  private inData = false;
  private row = 0;
  private column = 0;
  private type = 'n';
  private style: string | undefined;
  private value = '';
  private inValue = false;
  private hasFormula = false;

  constructor(
    private readonly sharedStrings: readonly string[],
    private readonly take: TakeCell,
    private readonly merged?: string[],
  ) {}

  open(name: string, attributes: Readonly<Record<string, string>>): void {
    if (name === 'sheetData') this.inData = true;
    if (name === 'mergeCell' && attributes.ref) this.merged?.push(attributes.ref);
    if (!this.inData) return;
    if (name === 'c') this.openCell(attributes);
    else if (name === 'v') this.inValue = true;
    else if (name === 'f') this.hasFormula = true;
    else if (name === 'row') this.openRow(attributes.r);
    else this.runs.open(name);
  }

  close(name: string): void {
    if (!this.inData) return;
    if (name === 'v') this.inValue = false;
    else if (name === 'c') this.closeCell();
    else if (name === 'sheetData') this.inData = false;
    else this.runs.close(name);
  }

  text(text: string): void {
    if (!this.inData) return;
    if (this.inValue) this.value += text;
    else this.runs.text(text);
  }

  /** Rows and cells without an address follow the one before them. */
  private openRow(address: string | undefined): void {
    this.row = address === undefined ? this.row + 1 : Number(address);
    this.column = 0;
  }

  private openCell(attributes: Readonly<Record<string, string>>): void {
    const letters = attributes.r === undefined ? undefined : /^[A-Za-z]+/.exec(attributes.r)?.[0];
    this.column = letters === undefined ? this.column + 1 : columnNumber(letters);
    this.type = attributes.t ?? 'n';
    this.style = attributes.s;
    this.value = '';
    this.hasFormula = false;
    this.runs.begin();
  }

  private closeCell(): void {
    const value = this.cellValue();
    if (value !== null && value !== '') this.take(this.row, this.column, value, this.style, this.type);
  }

  private cellValue(): Cell {
    if (this.type === 'inlineStr') return this.copy(this.runs.take());
    if (this.value === '') return this.hasFormula && this.type !== 'str' ? NOT_CALCULATED : null;
    switch (this.type) {
      case 's':
        return this.sharedStrings[Number(this.value)] ?? null;
      case 'b':
        return isTrue(this.value.trim());
      case 'n': {
        const number = Number(this.value);
        return Number.isFinite(number) ? number : this.copy(this.value);
      }
      default: // Text of a formula, an error such as #N/A, an ISO date.
        return this.copy(decodeXstring(this.value));
    }
  }

  private copy(text: string): string {
    const known = this.copies.get(text);
    if (known !== undefined) return known;
    const copied = JSON.parse(JSON.stringify(text)) as string;
    this.copies.set(copied, copied);
    return copied;
  }
}
