import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { isoFromSerial } from '../../shared/excel-dates';
import { term } from './term';

describe('=REBAL.TERM', () => {
  it.each([
    ['2025-11-20', '2026-11-20', 'Short', '2026-11-21'],
    ['2025-11-20', '2026-11-21', 'Long', '2026-11-21'],
    ['2024-02-29', '2025-02-28', 'Short', '2025-03-01'],
    ['2024-02-29', '2025-03-01', 'Long', '2025-03-01'],
    [45_981, 46_346, 'Short', '2026-11-21'],
    [45_981.7, '21 Nov 2026', 'Long', '2026-11-21'],
  ])('acquired %p, sold %p is %s', (acquired, sold, name, first) => expect(term(acquired, sold)).toEqual([[name, first]]));

  it('reads serial numbers and text alike', () => {
    fc.assert(
      fc.property(fc.integer({ min: 30_000, max: 60_000 }), fc.integer({ min: 0, max: 900 }), (acquired, held) => {
        expect(term(acquired, acquired + held)).toEqual(term(isoFromSerial(acquired), isoFromSerial(acquired + held)));
      }),
    );
  });
  it.each([
    [null, '2026-11-20', 'Acquired is blank.'],
    [0, '2026-11-20', 'Acquired is blank.'],
    ['2025-11-20', '', 'Sold is blank.'],
    ['03/04/2025', '2026-11-20', 'Acquired is the text "03/04/2025"'],
    ['2025-02-30', '2026-11-20', 'Acquired is "2025-02-30"'],
    [-5, '2026-11-20', 'Acquired is -5'],
    ['2026-11-20', '2025-11-20', 'Sold 2025-11-20 is before acquired 2026-11-20. Maybe the two are exchanged.'],
  ])('acquired %p, sold %p: %s', (acquired, sold, message) => expect(() => term(acquired, sold)).toThrow(message));
});
