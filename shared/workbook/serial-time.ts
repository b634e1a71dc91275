import { serialFromIso } from '../excel-dates';

const iso = /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?Z?)?$/;

/**
 * ISO text, a day (`2026-11-20`) or a moment (`2026-11-20T09:31`), as the serial number Excel stores; the time of day,
 * as written, is the fraction. Undefined for text that is neither, or a day Excel cannot hold.
 */
export function serialFromText(text: string, date1904 = false): number | undefined {
  const match = iso.exec(text);
  if (!match || !isDay(match[1])) return undefined;
  const [hour, minute, second] = match.slice(2).map((part) => Number(part ?? 0));
  if (hour > 23 || minute > 59 || second > 59) return undefined;
  const day = serialFromIso(match[1], date1904);
  return day === undefined ? undefined : day + (hour * 3_600 + minute * 60 + second) / 86_400;
}

/** False for days that look right but never are, 30 February among them. */
function isDay(text: string): boolean {
  const time = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}
