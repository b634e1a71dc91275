import fc from 'fast-check';
import { addDays, daysBetween } from '../dates';
import { daysToLongTerm } from '../tax/holding-period';
import { isBusinessDay } from '../trading-days';
import { calendarOf, years } from './calendar';

const anyDay = fc.integer({ min: 0, max: 20_000 }).map((days) => addDays('2000-01-01', days));

test('ago is a trading day, at least that far back and not a week more', () => {
  fc.assert(
    fc.property(anyDay, fc.integer({ min: 0, max: 4000 }), (asOf, days) => {
      const day = calendarOf(asOf).ago(days);
      expect(isBusinessDay(day)).toBe(true);
      expect(daysBetween(day, asOf)).toBeGreaterThanOrEqual(days);
      expect(daysBetween(day, asOf)).toBeLessThan(days + 7);
    }),
  );
});

test('a lot of longTermIn turns long-term in that many days', () => {
  expect(calendarOf('2026-11-20').longTermIn(12)).toBe('2025-12-01');
  fc.assert(
    fc.property(
      anyDay.filter((day) => !addDays(day, 12).endsWith('-02-29')),
      (asOf) => {
        expect(daysToLongTerm(calendarOf(asOf).longTermIn(12), asOf)).toBe(12);
      },
    ),
  );
});

test('ahead counts calendar days; years are days', () => {
  expect(calendarOf('2026-11-20').ahead(11)).toBe('2026-12-01');
  expect(years(2)).toBe(731);
});
