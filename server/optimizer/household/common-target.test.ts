import { buildHouseholds } from '../../../shared/book/households';
import { buildProducts } from '../../../shared/book/products';
import { account, book, freely, lot, security } from '../examples';
import { commonTarget } from './common-target';
import { frameHousehold } from './frame';

const family = buildHouseholds([{ householdId: 'H', manageAs: 'Together' }]).get('h')!;
const products = buildProducts([
  { product: 'Munis', assetClass: 'Bonds', implements: 'MUB', taxTypes: 'Taxable' },
  { product: 'Taxed bonds', assetClass: 'Bonds', implements: 'BND', rank: 2 },
]);
const market = [security('BND', 100, 'Bonds'), security('MUB', 100, 'Bonds'), security('VTI', 100, 'US equity')];
const [a, b] = [account({ id: 'A', cash: 75_000, settings: { ...freely, cashTarget: 0, band: '5%' } }), account({ id: 'B', taxType: 'Tax-free', lots: [lot('VTI', 250, 100, '2020-01-02')], settings: { ...freely, cashTarget: 0, band: '5%' } })];

test('accounts that products treat differently bring their own targets by their value', () => {
  const found = frameHousehold(book(market, { 'US equity': 0.6, Bonds: 0.4 }, [a, b], { products }), family, [a, b], new Set(['A', 'B']))!;
  expect(found.traded[0].plain.assets.map(({ symbol }) => symbol)).toEqual(['BND', 'MUB', 'VTI']);
  expect([...found.target]).toEqual([0.1, 0.3, 0.6].map((weight) => expect.closeTo(weight, 12) as number));
  expect(found.groups.map(({ name, target, min }) => [name, Number(target.toFixed(9)), Number(min?.toFixed(9))])).toEqual([['Bonds', 0.4, 0.35], ['US equity', 0.6, 0.55]]);
});

test('targets that are alike are the target, to the last bit', () => {
  const target = { weights: [{ symbol: 'VTI', target: 0.1 + 0.2 }], groups: [] };
  expect(commonTarget([{ target, share: 0.3 }, { target: { ...target }, share: 0.7 }])).toBe(target);
});

test('a range that one account does not have is none for the whole', () => {
  const group = { name: 'VTI', kind: 'symbol' as const, members: ['VTI'], target: 0.5, min: 0.4, max: 0.6, source: 'Models row 2' };
  const merged = commonTarget([{ target: { weights: [], groups: [group] }, share: 0.5 }, { target: { weights: [{ symbol: 'VTI', target: 1 }], groups: [{ ...group, max: undefined }] }, share: 0.5 }]);
  expect(merged.groups).toEqual([{ ...group, min: 0.4, max: undefined }]);
});
