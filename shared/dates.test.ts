import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  addDays,
  addMonths,
  addYears,
  dateFromParts,
  dateParts,
  dayFromNumber,
  dayNumber,
  dayOfYear,
  daysBetween,
  daysInMonth,
  isIsoDate,
  isLeap,
  weekday,
} from './dates';

const day = fc.integer({ min: dayNumber('1900-01-01'), max: dayNumber('2199-12-31') }).map(dayFromNumber);

describe('calendar days', () => {
  it.each(['2024-02-29', '2000-02-29', '1999-12-31', '0001-01-01', '9999-12-31'])('%s exists', (text) => {
    expect(isIsoDate(text)).toBe(true);
  });
  it.each([
    '2023-02-29',
    '1900-02-29',
    '2023-04-31',
    '2023-13-01',
    '2023-00-10',
    '2023-1-1',
    '23-01-01',
    '2023-01-01T00:00',
    '',
    '2023-01-32',
    '2023-0a-01',
    '2023/01/01',
    '２０２３-01-01',
  ])('"%s" does not', (text) => {
    expect(isIsoDate(text)).toBe(false);
    expect(() => dayNumber(text)).toThrow(RangeError);
  });
  it('come apart and together again', () => {
    fc.assert(
      fc.property(day, (d) => {
        const parts = dateParts(d);
        expect(dateFromParts(parts.year, parts.month, parts.day)).toBe(d);
        expect(dayFromNumber(dayNumber(d))).toBe(d);
      }),
    );
    expect([dateFromParts(2023, 2, 30), dateFromParts(2023, 1.5, 1), dateFromParts(10_000, 1, 1), dateFromParts(NaN, 1, 1)]).toEqual(
      Array(4).fill(undefined),
    );
  });
  it('agree with the UTC calendar of the language', () => {
    fc.assert(
      fc.property(fc.integer({ min: dayNumber('0000-01-01'), max: dayNumber('9999-12-31') }), (number) => {
        expect(dayFromNumber(number)).toBe(new Date(number * 86_400_000).toISOString().slice(0, 10));
        expect(dayNumber(dayFromNumber(number))).toBe(number);
      }),
      { numRuns: 2000 },
    );
  });
  it('compare as text and as numbers alike', () => {
    fc.assert(fc.property(day, day, (a, b) => expect(Math.sign(daysBetween(a, b))).toBe(a === b ? 0 : a < b ? 1 : -1)));
  });
});

describe('adding', () => {
  it('days crosses months, leap days and years', () => {
    expect(addDays('2024-02-28', 1)).toBe('2024-02-29');
    expect(addDays('2023-02-28', 1)).toBe('2023-03-01');
    expect(addDays('2026-01-01', -1)).toBe('2025-12-31');
  });
  it('days is undone by the opposite', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: -5000, max: 5000 }), (d, n) => {
        expect(addDays(addDays(d, n), -n)).toBe(d);
        expect(daysBetween(d, addDays(d, n))).toBe(n);
      }),
    );
  });
  it('months ends on the last day of a short month', () => {
    expect(addMonths('2023-01-31', 1)).toBe('2023-02-28');
    expect(addMonths('2024-01-31', 1)).toBe('2024-02-29');
    expect(addMonths('2024-03-31', -1)).toBe('2024-02-29');
    expect(addMonths('2024-11-15', 14)).toBe('2026-01-15');
    expect(addMonths('2024-01-15', -1)).toBe('2023-12-15');
  });
  it('twelve months is a year, except after 29 February', () => {
    fc.assert(
      fc.property(
        day.filter((d) => !d.endsWith('02-29')),
        (d) => expect(addYears(d, 1)).toBe(addMonths(d, 12)),
      ),
    );
  });
  it('years turns 29 February into 1 March', () => {
    expect(addYears('2024-02-29', 1)).toBe('2025-03-01');
    expect(addYears('2024-02-29', 4)).toBe('2028-02-29');
    expect(addYears('2024-02-29', -1)).toBe('2023-03-01');
    expect(addYears('2023-02-28', 1)).toBe('2024-02-28');
  });
  it('refuses to leave the four-digit years', () => {
    expect(() => addDays('9999-12-31', 1)).toThrow(RangeError);
    expect(() => addDays('0000-01-01', -1)).toThrow(RangeError);
    expect(() => dayFromNumber(0.5)).toThrow(RangeError);
    expect(() => addYears('9999-12-31', 1)).toThrow(RangeError);
    expect(() => addMonths('9999-12-31', 1)).toThrow(RangeError);
  });
});

describe('the calendar itself', () => {
  it('knows leap years and the lengths of months', () => {
    expect([1900, 2000, 2023, 2024].map(isLeap)).toEqual([false, true, false, true]);
    expect([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12].map((month) => daysInMonth(2023, month))).toEqual([
      31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31,
    ]);
    expect(daysInMonth(2024, 2)).toBe(29);
  });
  it('counts the day of the year', () => {
    expect([dayOfYear('2023-01-01'), dayOfYear('2023-12-31'), dayOfYear('2024-12-31'), dayOfYear('2024-03-01')]).toEqual([1, 365, 366, 61]);
  });
  it('knows the weekday', () => {
    expect([weekday('2026-11-21'), weekday('1970-01-01'), weekday('1969-12-28')]).toEqual([6, 4, 0]);
    fc.assert(fc.property(day, (d) => expect(weekday(addDays(d, 1))).toBe((weekday(d) + 1) % 7)));
  });
});
