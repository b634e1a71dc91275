import { addDays } from '../dates';
import { isBusinessDay } from '../trading-days';
import type { IsoDate } from '../units';

/** The day that lies `days` business days (≥ 0) after `from`; `from` itself when 0, business day or not. */
export function addBusinessDays(from: IsoDate, days: number): IsoDate {
  let day = from;
  for (let left = days; left > 0;) {
    day = addDays(day, 1);
    if (isBusinessDay(day)) left -= 1;
  }
  return day;
}
