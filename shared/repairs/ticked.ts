import { dataIssuesSheet } from '../sheets';
import { readRows } from '../sheets/read-rows';
import { quoteSheet } from '../workbook/address';
import type { Workbook } from '../workbook/port';
import { issueOf, type Repair } from './repair';

/** The issues that people ticked on Data issues, as the sheet holds them now. */
export interface Ticks {
  readonly count: number;
  isTicked(repair: Repair): boolean;
}

/** Reads the column Apply. A line names its issue by code, sheet, first cell and header; after the book has changed it may name none. */
export async function readTicks(workbook: Workbook): Promise<Ticks> {
  const { regions } = await workbook.read(({ table }) => table?.toLowerCase() === dataIssuesSheet.table.toLowerCase());
  const keys = new Set<string>();
  for (const { apply, code, sheet, cell, column } of readRows(dataIssuesSheet, regions[0])) {
    if (apply !== true && String(apply).toUpperCase() !== 'TRUE') continue;
    const name = String(sheet ?? '');
    const address = String(cell ?? '').replace(`${quoteSheet(name)}!`, '');
    keys.add(issueOf({ code: String(code), sheet: name, cell: address, column: String(column ?? '') }));
  }
  return { count: keys.size, isTicked: (repair) => keys.has(issueOf(repair)) };
}
