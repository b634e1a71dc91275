import { areaAt, type Area } from './area';
import type { Sheet } from './sheet';
import { toWire } from './value';

/** An Excel table. Its columns' names are the texts of its header cells. */
export class Table {
  style = 'TableStyleMedium2';
  showHeaders = true;
  showTotals = false;
  showBandedRows = true;
  showBandedColumns = false;
  showFilterButton = true;
  highlightFirstColumn = false;
  highlightLastColumn = false;
  /** Identities of the columns, left to right; they survive a rename. */
  readonly columnIds: number[] = [];
  #nextColumn = 1;

  constructor(
    readonly id: string,
    public name: string,
    readonly sheet: Sheet,
    public area: Area,
  ) {
    this.fitColumns();
  }

  /** Gives each column of the area an identity after the area has changed. */
  fitColumns(): void {
    const wanted = this.area.right - this.area.left + 1;
    while (this.columnIds.length < wanted) this.columnIds.push(this.#nextColumn++);
    this.columnIds.length = wanted;
  }

  insertColumnId(index: number): void {
    this.columnIds.splice(index, 0, this.#nextColumn++);
  }

  columnNames(): string[] {
    return this.columnIds.map((_, index) =>
      this.showHeaders ? String(toWire(this.sheet.cells.value(this.area.top, this.area.left + index))) : `Column${index + 1}`,
    );
  }

  get headerArea(): Area | undefined {
    return this.showHeaders ? areaAt(this.area.top, this.area.left, 1, this.columnIds.length) : undefined;
  }

  get totalArea(): Area | undefined {
    return this.showTotals ? areaAt(this.area.bottom, this.area.left, 1, this.columnIds.length) : undefined;
  }

  /** The rows between header and totals; a table always has at least one. */
  get bodyArea(): Area {
    return { ...this.area, top: this.area.top + (this.showHeaders ? 1 : 0), bottom: this.area.bottom - (this.showTotals ? 1 : 0) };
  }
}

/** True when Excel accepts `name` for a table or a defined name: a word that no cell reference can be taken for. */
export function isDefinedName(name: string): boolean {
  return (
    /^[\p{L}_\\][\p{L}\p{N}_.\\?]{0,254}$/u.test(name) &&
    !/^[A-Za-z]{1,3}\d+$/.test(name) &&
    !/^[RrCc]$/.test(name) &&
    !/^[Rr]\d*[Cc]\d*$/.test(name)
  );
}
