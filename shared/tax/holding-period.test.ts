import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addDays, addYears, dayFromNumber, dayNumber, daysBetween } from '../dates';
import { daysToLongTerm, firstLongTermDay, termOf } from './holding-period';

const day = fc.integer({ min: dayNumber('1990-01-01'), max: dayNumber('2090-12-31') }).map(dayFromNumber);
const data = process.env.REBAL_SHARED_DATA ?? resolve(__dirname, '../../../shared/data');
const vectors = join(data, 'vectors/holding_period.json');

describe('the first long-term day', () => {
  it.each([
    ['2025-11-20', '2026-11-21', 'an ordinary year'],
    ['2023-03-01', '2024-03-02', 'a year with a leap day in it'],
    ['2023-02-28', '2024-03-01', 'last day of February before a leap year (Rev. Rul. 66-7)'],
    ['2024-02-28', '2025-03-01', 'a period that begins on 29 February'],
    ['2024-02-29', '2025-03-01', 'acquired on 29 February'],
    ['2023-12-31', '2025-01-01', 'last day of the year'],
    ['2023-04-30', '2024-05-01', 'last day of a short month'],
  ])('after %s is %s: %s', (acquired, first) => expect(firstLongTermDay(acquired)).toBe(first));

  it('lies 366 or 367 days after acquisition', () => {
    fc.assert(fc.property(day, (acquired) => expect([366, 367]).toContain(daysBetween(acquired, firstLongTermDay(acquired)))));
  });
  it('is the day after the anniversary, save for the end of February', () => {
    fc.assert(
      fc.property(
        day.filter((d) => !d.includes('-02-2')),
        (acquired) => {
          expect(firstLongTermDay(acquired)).toBe(addDays(addYears(acquired, 1), 1));
        },
      ),
    );
  });
  it('never comes earlier for a later acquisition', () => {
    fc.assert(fc.property(day, (acquired) => expect(firstLongTermDay(addDays(acquired, 1)) >= firstLongTermDay(acquired)).toBe(true)));
  });
});

describe('term and waiting', () => {
  it('turn on the same day', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: -10, max: 800 }), (acquired, held) => {
        const sold = addDays(acquired, held);
        const left = daysToLongTerm(acquired, sold);
        expect(termOf(acquired, sold)).toBe(left === 0 ? 'Long' : 'Short');
        expect(termOf(acquired, addDays(sold, left))).toBe('Long');
      }),
    );
  });
  it('follows the law it is given', () => expect(firstLongTermDay('2020-05-05', 3)).toBe('2023-05-06'));
});

const published = existsSync(vectors) ? describe : describe.skip;
published('published cases (skipped where the reference data is absent)', () => {
  const cases: { acquired: string; sold: string; term: string; source: string }[] = existsSync(vectors)
    ? JSON.parse(readFileSync(vectors, 'utf8'))
    : [];
  it('are all there', () => expect(cases).toHaveLength(8));
  it.each(cases)('$acquired → $sold is $term ($source)', ({ acquired, sold, term }) => {
    expect(termOf(acquired, sold).toLowerCase()).toBe(term);
  });
});
