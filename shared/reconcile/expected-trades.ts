import { isoFromSerial } from '../excel-dates';
import { readRows } from '../sheets/read-rows';
import { tradesSheet } from '../sheets/trades';
import type { IsoDate } from '../units';
import type { CellEdit, RegionEdit } from '../workbook/cell-edits';
import type { Cell, Region } from '../workbook/port';

/** A trade that somebody approved, as the sheet Trades has it. */
export interface ExpectedTrade {
  readonly tradeId: string | undefined;
  readonly accountId: string;
  readonly symbol: string;
  readonly action: 'Buy' | 'Sell';
  /** Shares; the override where a person typed one. */
  readonly quantity: number;
  /** Dollars a share when it was proposed. */
  readonly price: number;
  readonly lotId?: string;
  readonly acquired?: IsoDate;
  /** Row of the table below its header, from 0. */
  readonly index: number;
}

/** Statuses of a trade that was sent, or is to be. */
const sent = new Set(['Approved', 'Exported', 'Filled', 'Part filled']);

/** The approved trades: those ticked, or whose status says so. Others are nobody's to expect. */
export function expectedTrades(region: Region | undefined, date1904 = false): ExpectedTrade[] {
  return readRows(tradesSheet, region).flatMap((row, index): ExpectedTrade[] => {
    const action = /Sell/.test(String(row.action)) ? 'Sell' : 'Buy';
    const quantity = typeof row.overrideQuantity === 'number' ? row.overrideQuantity : row.quantity;
    const isExpected = sent.has(String(row.status)) || (isTrue(row.approve) && !/^(Rejected|Held|Changed)/.test(String(row.status)));
    if (!isExpected || typeof quantity !== 'number' || quantity <= 0 || !row.accountId || !row.symbol) return [];
    const acquired = typeof row.acquired === 'number' ? isoFromSerial(row.acquired, date1904) : undefined;
    return [{
      tradeId: text(row.tradeId), accountId: String(row.accountId), symbol: String(row.symbol), action, quantity,
      price: typeof row.price === 'number' ? row.price : 0, lotId: text(row.lotId), acquired, index,
    }];
  });
}

const isTrue = (cell: Cell | undefined): boolean => cell === true || String(cell).toUpperCase() === 'TRUE';
const text = (cell: Cell | undefined): string | undefined => (cell === null || cell === undefined || cell === '' ? undefined : String(cell));

/** New statuses as cells of Trades; nothing else of the sheet is touched. */
export function statusEdits(region: Region, statuses: ReadonlyMap<number, string>): RegionEdit[] {
  const [headers = [], ...body] = region.values;
  const at = headers.findIndex((header) => String(header ?? '').trim().toLowerCase() === 'status');
  if (at < 0) return [];
  // Blank rows were left out when the trades were read.
  const filled = body.flatMap((row, index) => (row.some((cell) => cell !== null && cell !== '') ? [index] : []));
  const cells = [...statuses].map(([index, value]): CellEdit => ({ row: region.top + 1 + filled[index], column: region.left + at, value, kind: 'text' }));
  return cells.length === 0 ? [] : [{ sheet: region.sheet, table: region.table, cells }];
}
