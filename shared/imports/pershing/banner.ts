import type { IsoDate } from '../../units';
import type { Cells } from '../custodian-file';
import { isMissing, readDay } from '../table/values';

/** What NetX360 prints above a table: one `Name: value` a line, in one cell or in two. */
export interface Banner {
  readonly account: string | null;
  readonly accountName: string | null;
  readonly asOf?: IsoDate;
  /** Rows the report says it has. */
  readonly rowCount: number | null;
  /** All of it, for recognizing reports. */
  readonly text: string;
}

/**
 * Reads the rows above a header.
 *
 * ```
 * Report Name : Holdings by Assets                                          a report of NetX360
 * Input Criteria : … AND  Snapshot Date equals  15-Apr-2026
 * Number of Rows :      107
 *
 * Positions                                                                 a page of NetX360+
 * Account: ABC310211
 * As of: Apr 15, 2026 08:34 AM EDT
 * ```
 */
export function readBanner(rows: Cells): Banner {
  const lines = rows.map((cells) => cells.map((cell) => cell.trim()).filter(Boolean).join(' '));
  const text = lines.join('\n');
  const value = (pattern: RegExp): string | null => {
    const found = pattern.exec(text)?.[1].trim();
    return isMissing(found) ? null : (found ?? null);
  };
  const count = value(/^number of rows\s*:\s*(\d[\d,]*)/im);
  const days = lines.map((line) => readDay(/(?:\bas of(?: date)?\s*:?|snapshot date equals)\s+(.+)$/i.exec(line)?.[1]));
  return {
    account: value(/^account(?: number| no\.?)?\s*:\s*([0-9A-Z][0-9A-Z-]{4,11})(?![0-9A-Z])/im),
    accountName: value(/^(?:client|account name|account title|short name)\s*:\s*([^\n]+)/im),
    asOf: days.find((day) => day !== null) ?? undefined,
    rowCount: count === null ? null : Number(count.replace(/,/g, '')),
    text,
  };
}
