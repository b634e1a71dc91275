import { HEADER_ROW, type SheetContent } from '../../shared/workbook/port';
import type { CellRange } from '../../shared/xlsx/range';
import type { TablePart } from './table-part';

/** Where the parts of a sheet's content lie. */
export interface SheetLayout {
  /** Row of the title, four above the header; absent without a heading, or when there is no room for it. */
  readonly titleRow?: number;
  readonly headerRow: number;
  readonly firstRow: number;
  /** A table needs a row under its header: an empty one has a blank row. */
  readonly lastRow: number;
  /** First column. */
  readonly left: number;
  /** Last column. */
  readonly right: number;
  /** Header and body. */
  readonly table: CellRange;
}

/** The layout of a new sheet, or around a table where the user has moved it, say by a row inserted above. */
export function layoutOf({ heading, columns, rows }: SheetContent, existing?: Pick<TablePart, 'range' | 'headerRows'>): SheetLayout {
  const headerRow = existing ? Math.max(1, existing.range.top + existing.headerRows - 1) : heading ? HEADER_ROW : 1;
  const left = existing?.range.left ?? 1;
  const right = left + columns.length - 1;
  const lastRow = headerRow + Math.max(rows.length, 1);
  const titleRow = heading && headerRow >= HEADER_ROW ? headerRow - HEADER_ROW + 1 : undefined;
  return { titleRow, headerRow, firstRow: headerRow + 1, lastRow, left, right, table: { top: headerRow, left, bottom: lastRow, right } };
}
