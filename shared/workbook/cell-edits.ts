import { counted } from '../counted';
import type { Cell, ColumnKind, RegionName, Workbook } from './port';

/** A cell to write; null clears it. Dates are ISO text. */
export interface CellEdit {
  /** Row and column as the user sees them, counted from 1. */
  readonly row: number;
  readonly column: number;
  readonly value: Cell;
  readonly kind: ColumnKind;
}

/** Cells of one table or sheet that people keep. Rows below an Excel table join it. */
export interface RegionEdit extends RegionName {
  readonly cells: readonly CellEdit[];
}

/** A workbook whose cells can be written one by one, so that everything else of a sheet that people made stays as it is. */
export interface EditableWorkbook extends Workbook {
  /** Addresses of the cells of a table or sheet that hold formulas, `C7`. */
  formulas(region: RegionName): Promise<ReadonlySet<string>>;
  /** Writes the cells, or throws a CellsInTheWayError and writes none. Callers never write into formulas they want to keep. */
  edit(edits: readonly RegionEdit[]): Promise<void>;
}

/** Rows cannot be added to a table because something lies below it; the message is for people. */
export class CellsInTheWayError extends Error {
  constructor(sheet: string, cell: string, rows: number) {
    super(`${sheet} has no room for ${counted(rows, 'more row')}: ${cell} lies below the table. Maybe move it, or turn off the table's Total Row.`);
  }
}
