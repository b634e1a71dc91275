import type { TableName } from '../contract';
import type { IsoDate } from '../units';
import type { Cell, ColumnKind, RegionName } from '../workbook/port';

/** One cell that a repair writes; dates in `after` are ISO text. */
export interface CellRepair {
  readonly table: TableName;
  readonly region: RegionName;
  /** As the user sees it, counted from 1. */
  readonly row: number;
  readonly column: number;
  /** `D7`. */
  readonly cell: string;
  readonly header: string;
  readonly before: Cell;
  readonly after: string | number | IsoDate;
  readonly kind: ColumnKind;
}

/** One way to mend an issue. It names the issue by code, sheet, cell and column, as a line of Data issues does. */
export interface Repair {
  readonly code: string;
  readonly sheet: string;
  /** First cell of the issue. */
  readonly cell?: string;
  /** Header. */
  readonly column?: string;
  /** What people choose it by where an issue can be mended in several ways; blank for the only way. */
  readonly way: string;
  /** What it does, as a sentence. */
  readonly says: string;
  /** Changes a figure, a date or a row that REBAL would otherwise take as it is: done only when a person has said so. */
  readonly asks: boolean;
  readonly cells: readonly CellRepair[];
}

/** Repairs with one key are ways to mend one issue. */
export const issueOf = ({ code, sheet, cell, column }: Pick<Repair, 'code' | 'sheet' | 'cell' | 'column'>): string =>
  [code, sheet, cell ?? '', column ?? ''].join('|');
