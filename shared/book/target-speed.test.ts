import type { TaxType } from './book';
import { customizationFinder } from './customizations';
import { exampleAccount, exampleMarket } from './examples';
import { buildProducts } from './products';
import { expandTarget } from './target';

const symbols = Array.from({ length: 500 }, (_, k) => `S${k}`);
const taxTypes: readonly TaxType[] = ['Taxable', 'Tax-deferred', 'Tax-free', 'Exempt'];

/** Ten classes, each with a direct index of 50 securities for large accounts and a fund for the others. */
const market = {
  ...exampleMarket(Object.fromEntries(symbols.map((symbol, k) => [symbol, `Class ${k % 10}`])), {
    Growth: Object.fromEntries(Array.from({ length: 10 }, (_, k) => [`Class ${k}`, 0.1])),
    ...Object.fromEntries(Array.from({ length: 10 }, (_, k) => [`DI ${k}`, Object.fromEntries(symbols.filter((_symbol, at) => at % 10 === k).map((symbol) => [symbol, 0.02]))])),
  }),
  asOf: '2026-11-20',
  products: buildProducts(Array.from({ length: 10 }, (_, k) => [
    { product: `Direct ${k}`, assetClass: `Class ${k}`, implements: `DI ${k}`, minAccount: 250_000 },
    { product: `Fund ${k}`, assetClass: `Class ${k}`, implements: `S${k}`, rank: 2 },
  ]).flat()),
};
const changesOf = customizationFinder([{ scope: 'Household', scopeId: 'H', change: 'Drop class', component: 'Class 3' }], market.asOf);
const changed = changesOf({ id: 'A', household: 'H' });
const accountOf = (k: number) => exampleAccount({
  id: `A${k}`, model: 'Growth', taxType: taxTypes[k % 4], productSize: (k % 7) * 100_000, ...(k % 10 === 0 ? { customizations: changed } : {}),
});

test('100,000 accounts with products and customizations share a few targets', () => {
  const accounts = Array.from({ length: 100_000 }, (_, k) => accountOf(k));
  const start = performance.now();
  const targets = new Set(accounts.map((account) => expandTarget(market, account)));
  expect(performance.now() - start).toBeLessThan(5_000);
  expect(targets.size).toBe(4 * 2 + 2 * 2);
  for (const { weights } of targets) expect(weights.reduce((sum, { target }) => sum + target, 0)).toBeCloseTo(1, 9);
});
