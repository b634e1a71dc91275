import type { Tables } from '../contract';
import type { IsoDate } from '../units';
import type { Region, RegionName, SheetContent } from '../workbook/port';
import { day, price, text } from './columns';
import { readRows } from './read-rows';
import { sheetContent, type OutputSheet } from './sheet';
import { tones } from './tones';

/** A price that a run used. */
export interface LastPriceRow {
  readonly symbol: string;
  /** As Securities had it. */
  readonly price: number;
  readonly asOf: IsoDate;
}

/** What the last run saw, so that check S03 can tell a price that has jumped since. */
const lastPricesSheet: OutputSheet<LastPriceRow> = {
  sheet: 'Last prices',
  table: 'rb_LastPrices',
  title: 'Last prices',
  keyLine: 'The prices of the last run. A check compares the prices of Securities with them.',
  tabColor: tones.recordTab,
  frozenColumns: 1,
  key: ['symbol'],
  columns: [text('symbol', 'Symbol', 14), price('price', 'Price', 14), day('asOf', 'As of', 12)],
};

/** The sheet after a run of these tables; undefined when it has no price. */
export function lastPricesContent({ securities }: Pick<Tables, 'securities'>, asOf: IsoDate, status: string): SheetContent | undefined {
  const rows = securities.flatMap(({ symbol, price: last }): LastPriceRow[] => (last === undefined || last <= 0 ? [] : [{ symbol, price: last, asOf }]));
  return rows.length === 0 ? undefined : sheetContent(lastPricesSheet, rows, status);
}

/** Accepts the sheet's table, wherever the user has put it; for `Workbook.read`. */
export const isLastPrices = ({ table }: RegionName): boolean => table?.toLowerCase() === lastPricesSheet.table.toLowerCase();

/** The prices of the last run by symbol, among regions that were read; undefined when there was none. */
export function lastPricesOf(regions: readonly Region[]): Record<string, number> | undefined {
  const region = regions.find(isLastPrices);
  if (!region) return undefined;
  return Object.fromEntries(readRows(lastPricesSheet, region).flatMap(({ symbol, price: last }) => (typeof last === 'number' && symbol !== null ? [[String(symbol), last]] : [])));
}

