import { check } from '../../shared/checks';
import type { Tables } from '../../shared/contract';
import { readTables } from '../../shared/contract/parse';
import type { Places } from '../../shared/contract/places';
import { isIsoDate } from '../../shared/dates';
import { localDay } from '../../shared/local-day';
import { severities, type Issue } from '../../shared/issue';
import { suggestMapping } from '../../shared/mapping/guess/suggest';
import { readInput } from '../../shared/mapping/read-input';
import { isLastPrices, lastPricesOf } from '../../shared/sheets/last-prices';
import type { IsoDate } from '../../shared/units';
import type { Workbook } from '../../shared/workbook/port';
import { CommandError } from './command-error';

/** A workbook's input as a command sees it. */
export interface ReadBook {
  readonly tables: Tables;
  readonly places: Places;
  readonly asOf: IsoDate;
  /** Prices of the last run by symbol, where the workbook had one. */
  readonly lastPrices?: Readonly<Record<string, number>>;
  /** What reading the cells found. */
  readonly reading: readonly Issue[];
}

/** Reads the contract's tables; the day is the option's, else the workbook's `rb_AsOf`, else today. */
export async function readBook(workbook: Workbook, asOf: string | undefined, today: IsoDate): Promise<ReadBook> {
  if (asOf !== undefined) checkDay(asOf, today);
  const content = await readInput(workbook, isLastPrices);
  const { tables, issues, asOf: written, places } = readTables(content);
  return { tables, places, lastPrices: lastPricesOf(content.regions), reading: await suggestMapping(workbook, issues), asOf: asOf ?? written ?? today };
}

/** Refuses an --as-of that is no day of the calendar. */
export function checkDay(asOf: string, today: IsoDate): void {
  if (!isIsoDate(asOf)) throw new CommandError(`"${asOf}" is no date. Write --as-of as year-month-day, such as ${today}.`);
}

/** Everything wrong with a book, worst first. */
export function allIssues({ tables, places, reading, asOf, lastPrices }: ReadBook): Issue[] {
  const rank = (issue: Issue): number => severities.indexOf(issue.severity);
  return [...reading, ...check(tables, { asOf, places, lastPrices })].sort((a, b) => rank(a) - rank(b));
}

/** The day on this machine's clock. */
export const today = (now = new Date()): IsoDate => localDay(now);
