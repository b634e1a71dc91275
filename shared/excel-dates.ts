import { dayFromNumber, dayNumber } from './dates';
import type { IsoDate } from './units';

/**
 * Excel's serial days. The 1900 system counts 1900-01-01 as 1 and believes in a 29 February 1900 (serial 60),
 * a fault kept from Lotus 1-2-3; the 1904 system counts 1904-01-01 as 0 and has no such day.
 * Source: ECMA-376 part 1, 18.17.4.1 "Date Conversion for Serial Values".
 */
const lotusLeapDay = 60;
const zeroBeforeLeapDay = dayNumber('1899-12-31');
const zeroAfterLeapDay = dayNumber('1899-12-30');
const zero1904 = dayNumber('1904-01-01');
const lastDay = dayNumber('9999-12-31');

/**
 * The calendar day of a serial number; the time of day is dropped. `undefined` for what is no day:
 * negative or not finite, 0 and 60 in the 1900 system, and days after 9999-12-31.
 */
export function isoFromSerial(serial: number, date1904 = false): IsoDate | undefined {
  const whole = Math.floor(serial);
  if (!Number.isFinite(whole) || whole < (date1904 ? 0 : 1) || (!date1904 && whole === lotusLeapDay)) return undefined;
  const number = whole + (date1904 ? zero1904 : whole < lotusLeapDay ? zeroBeforeLeapDay : zeroAfterLeapDay);
  return number <= lastDay ? dayFromNumber(number) : undefined;
}

/** The serial number of a day; `undefined` before the system's first day. Throws a RangeError on text that is not a day. */
export function serialFromIso(day: IsoDate, date1904 = false): number | undefined {
  const number = dayNumber(day);
  if (date1904) return number >= zero1904 ? number - zero1904 : undefined;
  const early = number - zeroBeforeLeapDay;
  if (early < 1) return undefined;
  return early < lotusLeapDay ? early : number - zeroAfterLeapDay;
}
