import type { AssetClass, TaxType } from '../../../shared/book/book';
import { buildAssetClasses } from '../../../shared/book/asset-classes';
import { account, security, taxProfile } from '../examples';
import { localityOf, locationCost, misplaced, taxDrag } from './location';

const assetClasses: ReadonlyMap<string, AssetClass> = buildAssetClasses([
  { assetClass: 'Bonds', preferredLocation: 'Tax-deferred>Tax-free', taxDrag: 0.015 },
  { assetClass: 'Municipal bonds', preferredLocation: 'Taxable' },
]);
const market = { assetClasses };
const of = (taxType: TaxType) => account({ taxType, tax: { ...taxProfile, dividendRate: 0.2 } });

test('the drag is the class\'s own, else the yield at the client\'s rates, else nothing', () => {
  expect(taxDrag(market, security('BND', 75, 'bonds', { yield: 0.04 }), of('Taxable'))).toBe(0.015);
  expect(taxDrag(market, security('VTI', 200, 'US equity', { yield: 0.02, qualifiedShare: 0.9 }), of('Taxable'))).toBeCloseTo(0.02 * (0.9 * 0.2 + 0.1 * 0.408), 12);
  expect(taxDrag(market, security('VTI', 200, 'US equity', { yield: 0.02 }), of('Taxable'))).toBeCloseTo(0.02 * 0.408, 12);
  expect(taxDrag(market, security('GLD', 200, 'Gold'), of('Taxable'))).toBe(0);
});

test('without a dividend rate qualified income pays the long-term rate', () => {
  expect(taxDrag(market, security('VTI', 200, 'US equity', { yield: 0.02, qualifiedShare: 1 }), account())).toBeCloseTo(0.02 * 0.238, 12);
});

test.each<[TaxType, number, number, number]>([
  ['Taxable', 0.015, misplaced, 0], ['Tax-deferred', 0, 0, misplaced], ['Tax-free', 0, misplaced / 2, misplaced], ['Exempt', 0, misplaced / 2, misplaced],
])('in a %s account bonds cost %d by tax and %d by class, municipal bonds %d by class', (taxType, byTax, byClass, municipal) => {
  const bonds = security('BND', 75, 'Bonds');
  expect(locationCost(market, 'Tax-aware', bonds, of(taxType))).toBe(byTax);
  expect(locationCost(market, 'By asset class', bonds, of(taxType))).toBe(byClass);
  expect(locationCost(market, 'By asset class', security('VTEB', 50, 'Municipal bonds'), of(taxType))).toBe(municipal);
  expect(locationCost(market, 'Off', bonds, of(taxType))).toBe(0);
  expect(locationCost(market, 'By asset class', security('VTI', 200, 'US equity'), of(taxType))).toBe(0);
});

test('exempt accounts count as tax-free', () => {
  expect([localityOf('Exempt'), localityOf('Tax-deferred')]).toEqual(['Tax-free', 'Tax-deferred']);
});
