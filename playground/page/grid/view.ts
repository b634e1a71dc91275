import type { Area } from '../../model/area';
import type { Sheet } from '../../model/sheet';
import { STANDARD_HEIGHT, STANDARD_WIDTH } from '../../model/sheet';
import { Axis, type Exception } from './axis';

/** Pixels of a point. */
const POINT = 4 / 3;
export const HEADER_HEIGHT = 22;

/** How many rows and columns the page shows of a sheet: what is in use and some blank ones. */
export interface Extent {
  readonly rows: number;
  readonly columns: number;
}

/** The extent of a sheet. It looks at all rows, so callers keep it until the sheet changes. */
export function extentOf(sheet: Sheet): Extent {
  const used = sheet.usedArea();
  return { rows: Math.max((used?.bottom ?? 0) + 60, 120), columns: Math.max((used?.right ?? 0) + 8, 26) };
}

/** Where the cells of a sheet are in a viewport that is scrolled so far. */
export class View {
  readonly rows: Axis;
  readonly columns: Axis;
  readonly headerWidth: number;
  readonly frozenWidth: number;
  readonly frozenHeight: number;

  constructor(
    readonly sheet: Sheet,
    extent: Extent,
    readonly width: number,
    readonly height: number,
    readonly scrollLeft: number,
    readonly scrollTop: number,
  ) {
    const { top, left } = sheet.selection;
    this.rows = new Axis(Math.min(Math.max(extent.rows, top + 30), 1_048_576), STANDARD_HEIGHT * POINT, inPixels(sheet.rows));
    this.columns = new Axis(Math.min(Math.max(extent.columns, left + 5), 16_384), STANDARD_WIDTH * POINT, inPixels(sheet.columns));
    this.headerWidth = 20 + String(this.rows.count).length * 8;
    this.frozenWidth = this.columns.offset(sheet.frozenColumns);
    this.frozenHeight = this.rows.offset(sheet.frozenRows);
  }

  /** Left edge of a column in the viewport. */
  x(column: number): number {
    return this.headerWidth + this.columns.offset(column) - (column < this.sheet.frozenColumns ? 0 : this.scrollLeft);
  }

  y(row: number): number {
    return HEADER_HEIGHT + this.rows.offset(row) - (row < this.sheet.frozenRows ? 0 : this.scrollTop);
  }

  /** The column under a viewport position. */
  columnAt(x: number): number {
    const inside = x - this.headerWidth;
    return this.columns.indexAt(Math.max(0, inside < this.frozenWidth ? inside : inside + this.scrollLeft));
  }

  rowAt(y: number): number {
    const inside = y - HEADER_HEIGHT;
    return this.rows.indexAt(Math.max(0, inside < this.frozenHeight ? inside : inside + this.scrollTop));
  }

  /** The cells that scroll, as far as they are seen. */
  get scrolled(): Area {
    const { sheet, rows, columns } = this;
    return {
      top: Math.max(sheet.frozenRows, rows.indexAt(this.scrollTop + this.frozenHeight)),
      left: Math.max(sheet.frozenColumns, columns.indexAt(this.scrollLeft + this.frozenWidth)),
      bottom: rows.indexAt(this.scrollTop + this.height - HEADER_HEIGHT),
      right: columns.indexAt(this.scrollLeft + this.width - this.headerWidth),
    };
  }

  /** How far to scroll so that a cell is seen. */
  scrollTo(row: number, column: number): { left: number; top: number } {
    const along = (axis: Axis, index: number, frozen: number, from: number, span: number, frozenCount: number): number => {
      if (index < frozenCount) return from;
      const [start, end] = [axis.offset(index), axis.offset(index + 1)];
      if (start < from + frozen) return start - frozen;
      return end > from + span ? end - span : from;
    };
    return {
      left: along(this.columns, column, this.frozenWidth, this.scrollLeft, this.width - this.headerWidth, this.sheet.frozenColumns),
      top: along(this.rows, row, this.frozenHeight, this.scrollTop, this.height - HEADER_HEIGHT, this.sheet.frozenRows),
    };
  }
}

function inPixels(bands: ReadonlyMap<number, Exception>): Map<number, Exception> {
  const sized = new Map<number, Exception>();
  for (const [index, { size, hidden }] of bands)
    if (size !== undefined || hidden) sized.set(index, { hidden, size: size === undefined ? undefined : Math.round(size * POINT) });
  return sized;
}
