import fc from 'fast-check';
import type { Customization } from '../book/book';
import { exampleAccount, exampleMarket } from '../book/examples';
import { buildProducts } from '../book/products';
import { changedBy, expandTarget, expanderFor, roomForCash, type Market, type Targeted } from '../book/target';
import { targetPaths } from './target-paths';

const securities = { VTI: 'US equity', VXUS: 'Intl equity', BND: 'Bonds', AAPL: 'US equity' };
const products = buildProducts([
  { product: 'Direct', assetClass: 'US equity', implements: 'DI', minAccount: 1_000 },
  { product: 'Core', assetClass: 'US equity', implements: 'VTI', rank: 2 },
]);

function pathsOf(market: Market, account: Targeted) {
  const { expander } = expanderFor(market, account);
  const expansion = expander.expand(account.model!)!;
  const changed = changedBy(market, expander, expansion, account);
  return { paths: targetPaths(market, expander, account.model!, changed), room: roomForCash(changed?.expansion ?? expansion, account.settings) };
}

test('a path names model, component, product and symbol, and multiplies the weights', () => {
  const market = { ...exampleMarket(securities, { M: { Equity: 0.7, Bonds: 0.3 }, Equity: { 'US equity': 0.6, 'Intl equity': 0.4 }, DI: { AAPL: 1 } }), products, asOf: '2026-11-20' };
  const { paths } = pathsOf(market, exampleAccount({ model: 'm', productSize: 2_000 }));
  expect(paths).toMatchObject([
    { symbol: 'AAPL', weight: expect.closeTo(0.42, 12), steps: ['M', 'Equity 70 %', 'US equity 60 %', 'Direct', 'DI', 'AAPL 100 %'] },
    { symbol: 'BND', weight: expect.closeTo(0.3, 12), steps: ['M', 'Bonds 30 %', 'BND'] },
    { symbol: 'VXUS', weight: expect.closeTo(0.28, 12), steps: ['M', 'Equity 70 %', 'Intl equity 40 %', 'VXUS'] },
  ]);
  expect(pathsOf(market, exampleAccount({ model: 'm', productSize: 10 })).paths?.[1]).toMatchObject({ symbol: 'VTI', steps: ['M', 'Equity 70 %', 'US equity 60 %', 'Core', 'VTI'] });
});

test('more ways than can be told are not told', () => {
  const layer = (next: string): Record<string, number> => Object.fromEntries(Array.from({ length: 20 }, (_, k) => [`${next}-${k}`, 1 / 20]));
  const models = Object.fromEntries([['M', layer('L1')], ...[1, 2, 3].flatMap((level) => Array.from({ length: 20 }, (_, k) => [`L${level}-${k}`, level === 3 ? { VTI: 1 } : layer(`L${level + 1}`)] as const))]);
  expect(pathsOf(exampleMarket(securities, models), exampleAccount({ model: 'M' })).paths).toBeUndefined();
});

test('the paths of each symbol add up to its target, whatever the models, products and customizations', () => {
  const names = ['A', 'B', 'US equity', 'Bonds', 'VTI', 'VXUS', 'BND', 'CASH', 'Core', 'unknown'];
  const model = fc.array(fc.record({ component: fc.constantFrom(...names), share: fc.integer({ min: 1, max: 9 }) }), { minLength: 1, maxLength: 4 })
    .map((rows) => Object.fromEntries(rows.map(({ component, share }) => [component, share / rows.reduce((sum, each) => sum + each.share, 0)])));
  const wish = fc.record({
    change: fc.constantFrom<Customization['change']>('Drop class', 'Replace product', 'Set %', 'Tilt %'), component: fc.constantFrom(...names), into: fc.constantFrom('VXUS', 'Direct'),
    value: fc.double({ min: 0, max: 0.5, noNaN: true }), level: fc.constant('Account' as const), source: fc.constant('test'),
  });
  fc.assert(fc.property(model, model, fc.array(wish, { maxLength: 3 }), fc.constantFrom(10, 2_000), (A, B, customizations, productSize) => {
    const market = { ...exampleMarket(securities, { A, B, DI: { AAPL: 0.5, VTI: 0.5 } }), products, asOf: '2026-11-20' };
    const account = exampleAccount({ model: 'A', productSize, customizations });
    const target = expandTarget(market, account);
    if (target.weights.length === 0) return;
    const { paths, room } = pathsOf(market, account);
    for (const { symbol, target: weight } of target.weights) {
      if (symbol === 'CASH' && room < 1) continue;
      const sum = paths!.reduce((total, path) => total + (path.symbol === symbol ? path.weight * room : 0), 0);
      expect(sum).toBeCloseTo(weight, 9);
    }
  }));
});
