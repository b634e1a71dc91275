import { Instance } from './instance';

/** An instance made up for tests: $100,000 in three securities and cash; one more identifier fills the second class. */
export const madeUpInstance = (more: Partial<Instance> = {}): Instance => Instance.parse({
  id: 'T-00', asOf: '2025-10-15', cash: 10_000,
  taxRates: { shortTerm: { total: 0.4 }, longTerm: { total: 0.25 } },
  securities: ['A', 'B', 'B2', 'C'].map((id, k) => ({ id, price: 100, spread: 0.001, factors: { f0: 1, f1: k - 1 } })),
  targets: [
    { assetClass: 'One', weight: 0.5, identifiers: ['A'] }, { assetClass: 'Two', weight: 0.4, identifiers: ['B', 'B2'] },
    { assetClass: 'CASH', weight: 0.1, identifiers: ['CASH'] },
  ],
  lots: [
    { lotId: 'A-old', securityId: 'A', quantity: 400, costBasis: 20_000, acquired: '2019-01-02' },
    { lotId: 'A-new', securityId: 'A', quantity: 200, costBasis: 24_000, acquired: '2025-02-03' },
    { lotId: 'B', securityId: 'B', quantity: 200, costBasis: 22_000, acquired: '2024-01-02' },
    { lotId: 'C', securityId: 'C', quantity: 100, costBasis: 9_000, acquired: '2020-01-02' },
  ],
  recentlyClosedLots: [], restrictions: [], ytd: { shortTermGain: 0, longTermGain: 0 }, carryForward: { shortTermLoss: 0, longTermLoss: 0 }, ...more,
});
