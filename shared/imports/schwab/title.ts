import type { IsoDate } from '../../units';
import { readDay } from '../table/values';

/** Which of Schwab's reports a title row announces. */
export type Report = 'positions' | 'lots' | 'realized' | 'transactions';

/** What a title row says. */
export interface Title {
  readonly report: Report;
  /** Of lot details, which are about one security. */
  readonly symbol: string | null;
  /** The account or accounts as the title spells them; empty when it does not. */
  readonly label: string;
  readonly asOf?: IsoDate;
}

/** An account's label, then in any order what some years add: a range of days, and the moment of the export. */
const tail = String.raw`(?<label>.*?)(?:\s+for\s+\d.*?)?(?:\s+from\s+\d.*?)?(?:\s+as of\s+(?<when>.*))?$`;

/** Realized gains go first: they too say "Lot Details for". */
const patterns: readonly (readonly [Report, RegExp])[] = [
  ['realized', new RegExp(String.raw`^Realized Gain/Loss(?:\s*-\s*(?:Lot Details|Details|Summary))?(?:\s+for\s+(?:account\s+)?${tail}|$)`, 'i')],
  ['lots', new RegExp(String.raw`^(?<symbol>\S.{0,40}?)\s+Lot Details\s+for\s+(?:account\s+)?${tail}`, 'i')],
  ['positions', new RegExp(String.raw`^Positions\s+for\s+(?:account\s+)?${tail}`, 'i')],
  ['transactions', new RegExp(String.raw`^Transactions\s+for\s+account\s+${tail}`, 'i')],
];

/** The title in a row; undefined when the row is none. A title saved without quotes is spread over the cells at its commas. */
export function findTitle(cells: readonly string[]): Title | undefined {
  const text = rowText(cells);
  for (const [report, pattern] of patterns) {
    const groups = pattern.exec(text)?.groups;
    if (groups) return { report, symbol: groups.symbol ?? null, label: groups.label ?? '', asOf: readMoment(groups.when ?? '') };
  }
  return undefined;
}

/** The cells of a row as the line of text they were before it was taken apart. */
export const rowText = (cells: readonly string[]): string => cells.join(',').replace(/[,\s]+$/, '').trim();

/** `01:17 PM ET, 2026/05/03`, `05/03/2023 02:21:05 PM ET`, or `Sun May 03  13:18:19 EDT 2026 from 01/01/2024 to 05/03/2026`. */
function readMoment(when: string): IsoDate | undefined {
  const moment = when.split(/\s+(?:from|for)\s+/)[0];
  const inWords = /([A-Z][a-z]{2})[a-z]*\s+(\d{1,2})\s+[\d:]+\s+(?:[A-Z]{1,4}\s+)?(\d{4})/.exec(moment);
  const inDigits = /\d{4}[/-]\d{1,2}[/-]\d{1,2}|\d{1,2}\/\d{1,2}\/(?:\d{4}|\d{2})/.exec(moment);
  return readDay(inWords ? `${inWords[1]} ${inWords[2]}, ${inWords[3]}` : inDigits?.[0]) ?? undefined;
}
