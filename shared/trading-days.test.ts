import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addDays, dayFromNumber, dayNumber } from './dates';
import { businessDaysBetween, easterSunday, isBusinessDay, marketHolidays } from './trading-days';

describe('market holidays', () => {
  it.each([
    // As announced by the exchange for these years.
    [2022, ['01-17', '02-21', '04-15', '05-30', '06-20', '07-04', '09-05', '11-24', '12-26']],
    [2023, ['01-02', '01-16', '02-20', '04-07', '05-29', '06-19', '07-04', '09-04', '11-23', '12-25']],
    [2024, ['01-01', '01-15', '02-19', '03-29', '05-27', '06-19', '07-04', '09-02', '11-28', '12-25']],
    [2015, ['01-01', '01-19', '02-16', '04-03', '05-25', '07-03', '09-07', '11-26', '12-25']],
    [1997, ['01-01', '02-17', '03-28', '05-26', '07-04', '09-01', '11-27', '12-25']],
  ])('of %d', (year, days) => expect(marketHolidays(year)).toEqual(days.map((day) => `${year}-${day}`)));

  it('are always on weekdays, and in order', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1990, max: 2150 }), (year) => {
        const days = marketHolidays(year);
        expect([...days].sort()).toEqual(days);
        for (const day of days) expect([1, 2, 3, 4, 5]).toContain((dayNumber(day) + 4) % 7);
      }),
    );
  });
  it.each([
    [2024, '2024-03-31'],
    [2025, '2025-04-20'],
    [2026, '2026-04-05'],
    [2038, '2038-04-25'],
    [1818, '1818-03-22'],
  ])('Easter %d', (year, day) => {
    expect(easterSunday(year)).toBe(day);
  });
});

describe('business days', () => {
  it('leave out weekends and holidays', () => {
    expect(['2026-11-20', '2026-11-21', '2026-11-26', '2026-11-27'].map(isBusinessDay)).toEqual([true, false, false, true]);
    expect(businessDaysBetween('2026-11-20', '2026-11-23')).toBe(1);
    expect(businessDaysBetween('2026-11-25', '2026-11-27')).toBe(1);
    expect(businessDaysBetween('2026-11-21', '2026-11-22')).toBe(0);
    expect(businessDaysBetween('2026-11-23', '2026-11-20')).toBe(-1);
    expect(businessDaysBetween('2025-12-31', '2026-12-31')).toBe(251);
  });
  it('add up day by day', () => {
    const from = fc.integer({ min: dayNumber('1969-06-01'), max: dayNumber('2060-01-01') }).map(dayFromNumber);
    fc.assert(
      fc.property(from, fc.integer({ min: 0, max: 500 }), (start, length) => {
        let count = 0;
        for (let k = 1; k <= length; k += 1) if (isBusinessDay(addDays(start, k))) count += 1;
        expect(businessDaysBetween(start, addDays(start, length))).toBe(count);
      }),
      { numRuns: 40 },
    );
  });
});
