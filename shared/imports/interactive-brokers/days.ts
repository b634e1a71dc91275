import { dateFromParts } from '../../dates';
import type { Issue } from '../../issue';
import type { IsoDate } from '../../units';
import { importIssue } from '../issues';
import { readAmount, readDay } from '../table/values';
import type { Spelling } from '../table/reader';

/** How the slashed days of a file are written; `unclear` when each could be read either way. */
export type SlashOrder = 'day first' | 'month first' | 'unclear' | 'none';

/**
 * How one Flex file writes days: a query may choose `20250807`, `2025-08-07`, `08/07/2025`, `07/08/2025` or `07-Aug-25`, each with a time
 * after a semicolon, a comma, a blank, or nothing. Where slashed days are unclear, the month comes first.
 */
export function flexSpelling(order: SlashOrder): Spelling {
  return { readAmount, readDay: (day) => readFlexDay(day, order === 'day first') };
}

/** Which of a slashed date's first two numbers is the day, told by one that is above 12 where no other contradicts it. Values begin at a quote or a line. */
export function findSlashOrder(text: string): SlashOrder {
  const dates = [...text.matchAll(/(?<=^|["'\n])(\d{1,2})\/(\d{1,2})\/(?:\d{4}|\d{2})(?!\d)/g)];
  if (dates.length === 0) return 'none';
  if (dates.some(([, , second]) => Number(second) > 12)) return 'month first';
  return dates.some(([, first]) => Number(first) > 12) ? 'day first' : 'unclear';
}

/** Says that the days of a file could be read either way; none when they could not. */
export function unclearDays(order: SlashOrder, file: string | undefined): Issue[] {
  if (order !== 'unclear') return [];
  const message = 'Every date with slashes could have its day or its month first; they were read with the month first.';
  return [importIssue('I10', { file }, { message, fix: 'Maybe choose the date format yyyyMMdd in the query and run it again.' })];
}

/** A day of a Flex file; null when there is none. */
export function readFlexDay(text: string, dayFirst: boolean): IsoDate | null {
  const joined = /^(\d{8})\d{4,6}$/.exec(text.trim());
  const slashed = dayFirst ? /^(\d{1,2})\/(\d{1,2})\/(\d{4}|\d{2})(?!\d)/.exec(text.trim()) : null;
  if (!slashed) return readDay(joined ? joined[1] : text);
  const year = slashed[3].length === 4 ? Number(slashed[3]) : 2000 + Number(slashed[3]);
  return dateFromParts(year, Number(slashed[2]), Number(slashed[1])) ?? null;
}
