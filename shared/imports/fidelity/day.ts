import type { CellTable, CustodianFile } from '../custodian-file';
import type { IsoDate } from '../../units';
import { readDay } from '../table/values';

/** `Date downloaded Apr-23-2026 1:39 p.m ET` below the table, or `as of Jul-02-2026` above it. */
const stated = /^\W*(?:date downloaded:?|positions? for .* as of)\s+(.+)$/i;

/** `as of` and a day have more letters than most cells, which need no closer look. */
const shortest = 15;

/** The day a file states: in its footer or title, else in the name it is downloaded under (`Portfolio_Positions_Apr-23-2026.csv`). */
export function findDay({ tables, name }: CustodianFile): IsoDate | undefined {
  for (const row of tables.flatMap(({ cells }: CellTable) => cells)) {
    for (const cell of row) {
      if (cell.length < shortest) continue;
      const day = readDay(stated.exec(cell.trim())?.[1]);
      if (day) return day;
    }
  }
  return readDay(/Portfolio_Positions_([A-Z]{3}-\d{1,2}-\d{4})/i.exec(name ?? '')?.[1]) ?? undefined;
}
