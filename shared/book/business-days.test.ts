import fc from 'fast-check';
import { addDays } from '../dates';
import { businessDaysBetween } from '../trading-days';
import { addBusinessDays } from './business-days';

describe('addBusinessDays', () => {
  it('skips weekends and market holidays', () => {
    // Thanksgiving is Thursday 2026-11-26.
    expect(addBusinessDays('2026-11-25', 1)).toBe('2026-11-27');
    expect(addBusinessDays('2026-11-20', 5)).toBe('2026-11-30');
  });

  it('stays where it is for 0 days, even on a Saturday', () => {
    expect(addBusinessDays('2026-11-21', 0)).toBe('2026-11-21');
  });

  it('is undone by counting', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 3_000 }), fc.integer({ min: 0, max: 60 }), (offset, days) => {
        const from = addDays('2024-01-01', offset);
        expect(businessDaysBetween(from, addBusinessDays(from, days))).toBe(days);
      }),
      { numRuns: 50 },
    );
  });
});
