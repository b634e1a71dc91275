import { proration } from './proration';

test.each([
  ['No', '2026-02-10', 1], ['Monthly', '2026-01-01', 1 / 12], ['Monthly', '2026-12-31', 1],
  ['Quarterly', '2026-03-31', 1 / 4], ['Quarterly', '2026-04-01', 1 / 2], ['Quarterly', '2026-12-01', 1],
] as const)('prorated %s on %s', (prorate, day, share) => {
  expect(proration(prorate, day)).toBeCloseTo(share, 12);
});
