import { buildAssetClasses, parseLocation } from './asset-classes';

test.each([
  [undefined, []], ['Any', []], ['Taxable', ['Taxable']], ['Tax-deferred>Tax-free', ['Tax-deferred', 'Tax-free']],
  ['ira > roth', ['Tax-deferred', 'Tax-free']], ['Tax-free, tax-free', ['Tax-free']], ['Attic', undefined],
])('the location %s is %j', (text, expected) => {
  expect(parseLocation(text)).toEqual(expected);
});

test('a blank is the parent\'s, and a filled cell its own', () => {
  const found = buildAssetClasses([
    { assetClass: 'Fixed income', preferredLocation: 'Tax-deferred', taxDrag: 0.012 },
    { assetClass: 'Bonds', parent: 'fixed INCOME', riskProxy: 'BND', sort: 3 },
    { assetClass: 'Municipal bonds', parent: 'Fixed income', preferredLocation: 'Taxable', taxDrag: 0 },
  ]);
  expect(found.get('bonds')).toMatchObject({ parent: 'Fixed income', preferredLocation: ['Tax-deferred'], taxDrag: 0.012, riskProxy: 'BND', sort: 3 });
  expect(found.get('municipal bonds')).toMatchObject({ preferredLocation: ['Taxable'], taxDrag: 0 });
});

test('a loop of parents ends, and Any stops the inheritance', () => {
  const found = buildAssetClasses([
    { assetClass: 'A', parent: 'B' }, { assetClass: 'B', parent: 'A', taxDrag: 0.01 },
    { assetClass: 'C', parent: 'D', preferredLocation: 'Any' }, { assetClass: 'D', preferredLocation: 'Taxable' },
  ]);
  expect(found.get('a')).toMatchObject({ taxDrag: 0.01, preferredLocation: [] });
  expect(found.get('c')?.preferredLocation).toEqual([]);
});

test('of two rows for one class the first counts', () => {
  expect([...buildAssetClasses([{ assetClass: 'Bonds', sort: 1 }, { assetClass: 'BONDS', sort: 2 }])].map(([key, { sort }]) => [key, sort])).toEqual([['bonds', 1]]);
});
