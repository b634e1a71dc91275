import { sixtyForty, snapshotOf } from '../examples';
import { noTrade } from '../plan';
import { comparePlans, missesDiffer, weigh } from './compare';

const plan = (missed: readonly number[], cost: number) => ({ missed, cost });

test('the firmest tier that differs decides, then cost; what differs within rounding is alike', () => {
  expect(comparePlans(plan([0, 0.1, 0, 0, 0], 5), plan([0, 0, 0, 0, 0.9], 9))).toBeGreaterThan(0);
  expect(comparePlans(plan([0, 1e-9, 0, 0, 0], 5), plan([0, 0, 0, 0, 0], 9))).toBeLessThan(0);
  expect(missesDiffer(plan([0, 0.1], 5), plan([0, 0], 5))).toBe(true);
  expect(missesDiffer(plan([0, 1e-9], 5), plan([0, 0], 5))).toBe(false);
});

test('soft rows count as cost, and only rows that count are weighed', () => {
  const wish = { rule: 'Max %' as const, on: 'Symbol' as const, value: 'VTI', limit: 0.6, strictness: 'soft' as const, source: 'Restrictions row 2' };
  const stay = noTrade(2, 2);
  const [plain, wished] = [snapshotOf(sixtyForty()), snapshotOf(sixtyForty({ restrictions: [wish] }))];
  expect(weigh(wished, stay).cost - weigh(plain, stay).cost).toBeCloseTo(0.02 * 0.1 * 100_000, 6);
  const hard = snapshotOf(sixtyForty({ restrictions: [{ ...wish, strictness: 'hard' }] }));
  expect(weigh(hard, stay).missed[3]).toBeCloseTo(0.1, 9);
  expect(weigh(hard, stay, ({ code }) => code !== 'max-percent').missed[3]).toBe(0);
});
