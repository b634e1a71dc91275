import type { RegionName, SheetContent } from './port';

/** Longest sheet name Excel takes. */
const LONGEST_NAME = 31;

/** The sheet that already holds our table, whatever the user calls it now. */
export function sheetFor({ table }: Pick<SheetContent, 'table'>, regions: readonly RegionName[]): string | undefined {
  return regions.find((region) => region.table?.toLowerCase() === table.toLowerCase())?.sheet;
}

/**
 * The name for a new sheet: `Trades`, or `Trades (REBAL)` when a sheet of the user's own has that name,
 * then `Trades (REBAL 2)`. Sheet names differ by more than case.
 */
export function freeSheetName(wanted: string, taken: readonly string[]): string {
  const used = new Set(taken.map((name) => name.toLowerCase()));
  for (let attempt = 0; ; attempt += 1) {
    const suffix = attempt === 0 ? '' : attempt === 1 ? ' (REBAL)' : ` (REBAL ${attempt})`;
    const name = wanted.slice(0, LONGEST_NAME - suffix.length) + suffix;
    if (!used.has(name.toLowerCase())) return name;
  }
}
