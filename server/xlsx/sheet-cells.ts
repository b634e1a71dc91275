import type { Cell } from '../../shared/workbook/port';
import { columnNumber } from '../../shared/workbook/address';
import type { Package } from './package';
import { TextRuns } from './text-runs';
import { decodeXstring, isTrue } from './xml-text';
import { scanXml } from './xml-scan';

/** Cells of a sheet that are not blank: by row number, then by column number (both 1-based); rows have holes where cells are blank. */
export type SheetCells = Map<number, Cell[]>;

/** What a formula that was never calculated shows; the checks treat it as a cell that is still loading. */
const NOT_CALCULATED = '#GETTING_DATA';

/** Reads the cells of a worksheet: values as stored, formulas by their last result. */
export async function readCells(pack: Package, part: string, sharedStrings: readonly string[]): Promise<SheetCells> {
  const reader = new CellReader(sharedStrings);
  await scanXml(part, pack.stream(part), {
    open: (name, attributes) => reader.open(name, attributes),
    close: (name) => reader.close(name),
    text: (text) => reader.text(text),
  });
  return reader.cells;
}

class CellReader {
  readonly cells: SheetCells = new Map();
  private readonly runs = new TextRuns();
  /** One copy of each text: what the parser hands out would keep whole pieces of the source alive. */
  private readonly copies = new Map<string, string>();
  private inData = false;
  private row = 0;
  private column = 0;
  private type = 'n';
  private value = '';
  private inValue = false;
  private hasFormula = false;

  constructor(private readonly sharedStrings: readonly string[]) {}

  open(name: string, attributes: Readonly<Record<string, string>>): void {
    if (name === 'sheetData') this.inData = true;
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
    this.value = '';
    this.hasFormula = false;
    this.runs.begin();
  }

  private closeCell(): void {
    const value = this.cellValue();
    if (value === null || value === '') return;
    let row = this.cells.get(this.row);
    if (!row) this.cells.set(this.row, (row = []));
    row[this.column] = value;
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
    const copied = Buffer.from(text, 'utf16le').toString('utf16le');
    this.copies.set(copied, copied);
    return copied;
  }
}
