import { sixtyForty, snapshotOf, taxProfile, type SixtyForty } from '../examples';
import type { Book } from '../../../shared/book/book';
import { transition } from './transition';

const allowed = (transitionMonths: number, more: SixtyForty = {}): number | undefined => {
  const snapshot = snapshotOf(sixtyForty({ ...more, settings: { transitionMonths } }));
  const [row] = transition(snapshot);
  return row && row.max! * snapshot.value;
};
const sold = (date: string, longGain: number, accountId = 'A'): Book['transactions'][number] => ({ accountId, date, action: 'Sell', symbol: 'VTI', quantity: 1, longGain });

// 70 % in VTI, half of it gain, against a target of 58.8 %: $5,600 of gain lies above target. BND is below its own.
test.each([[1, 5600], [4, 1400], [56, 100]])('over %d months', (months, dollars) => {
  expect(allowed(months)).toBeCloseTo(dollars, 6);
});

test('what this month has realized counts, what others or other months have does not', () => {
  const transactions = [sold('2026-11-03', 1000), sold('2026-10-31', 5000), sold('2026-11-03', 700, 'B')];
  expect(allowed(4, { book: { transactions } })).toBeCloseTo((5600 + 1000) / 4 - 1000, 6);
  expect(allowed(4, { book: { transactions: [sold('2026-11-03', 9000)] } })).toBe(0);
});

test('months of 0 and untaxed accounts spread nothing', () => {
  expect(allowed(0)).toBeUndefined();
  expect(allowed(4, { taxType: 'Tax-deferred' })).toBeUndefined();
});

test('where all that is above target is at a loss, gains wait for none', () => {
  expect(allowed(4, { tax: taxProfile, lots: [] })).toBe(0);
});
