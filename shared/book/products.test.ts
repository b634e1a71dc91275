import type { TaxType } from './book';
import { exampleAccount, exampleMarket } from './examples';
import { keptInstead, neverBought } from './kept-products';
import { buildProducts } from './products';
import type { Row } from './rows';
import { expandTarget } from './target';

const asOf = '2026-11-20';
const product = (cells: Partial<Row<'products'>>): Row<'products'> => ({ product: 'Core ETF', assetClass: 'US equity', implements: 'VTI', ...cells });
const securities = { VTI: 'US equity', ITOT: 'US equity', AAPL: 'US equity', MSFT: 'US equity', BND: 'Bonds', MUB: 'Municipal bonds' };
const models = { M: { 'us Equity': 0.6, Bonds: 0.4 }, 'DI-US': { AAPL: 0.5, MSFT: 0.5 } };

interface Whose {
  readonly taxType?: TaxType;
  readonly size?: number;
  readonly model?: string;
}

function targetOf(rows: readonly Row<'products'>[], { taxType = 'Taxable', size = 100_000, model = 'M' }: Whose = {}, more: Parameters<typeof exampleMarket>[1] = {}) {
  const market = { ...exampleMarket(securities, { ...models, ...more }), products: buildProducts(rows), asOf };
  return expandTarget(market, exampleAccount({ model, taxType, productSize: size, settings: { ...exampleAccount().settings, cashTarget: 0 } }));
}

const weightsOf = (target: ReturnType<typeof targetOf>): Record<string, number> =>
  Object.fromEntries(target.weights.filter(({ symbol }) => symbol !== 'CASH').map(({ symbol, target: weight }) => [symbol, Number(weight.toFixed(12))]));

const menu = [product({ product: 'Direct index', implements: 'di-us', taxTypes: 'Taxable', minAccount: 250_000 }), product({ rank: 2, implements: 'itot' })];

describe('an asset class with products', () => {
  it.each<[string, Whose, Record<string, number>]>([
    ['is the first by rank that a large taxable account may hold', { size: 250_000 }, { AAPL: 0.3, BND: 0.4, MSFT: 0.3 }],
    ['is the next for an account below its minimum', { size: 249_999 }, { BND: 0.4, ITOT: 0.6 }],
    ['is the next for an account of another tax type', { size: 250_000, taxType: 'Tax-free' }, { BND: 0.4, ITOT: 0.6 }],
  ])('%s', (_, whose, weights) => {
    const target = targetOf(menu, whose);
    expect(weightsOf(target)).toEqual(weights);
    expect(target.problems).toEqual([]);
    expect(target.groups.map(({ name, kind }) => `${kind} ${name}`)).toEqual(['class Bonds', 'class US equity']);
  });

  it('is nothing when none may be bought, and says why of each', () => {
    const target = targetOf([product({ approved: 'No' }), product({ product: 'Old', until: '2026-11-19', rank: 2 }), product({ product: 'Lost', implements: 'ZZZ', rank: 3 }), product({ product: 'Munis', taxTypes: 'Taxable', rank: 4 })], { taxType: 'Exempt' });
    expect(weightsOf(target)).toEqual({ BND: 1 });
    expect(target.problems).toEqual(['"us Equity" in model "M": no product of it may be bought (Core ETF is not approved; Old is approved until 2026-11-19; Lost is "ZZZ", which is neither a symbol nor a model; Munis is not for Exempt accounts).']);
  });

  it('is used through its own name too, each tax type by its own row', () => {
    const rows = [product({ product: 'Fixed income', assetClass: 'Bonds', implements: 'MUB', taxTypes: 'Taxable' }), product({ product: 'Fixed income', assetClass: 'Bonds', implements: 'BND', taxTypes: 'Tax-deferred' })];
    const more = { N: { 'fixed INCOME': 0.4, VTI: 0.6 } };
    expect(weightsOf(targetOf(rows, { model: 'N' }, more))).toEqual({ MUB: 0.4, VTI: 0.6 });
    expect(weightsOf(targetOf(rows, { model: 'N', taxType: 'Tax-deferred' }, more))).toEqual({ BND: 0.4, VTI: 0.6 });
  });

  it('adds to what another branch leads to, and counts as a level of models', () => {
    const more = { N: { 'US equity': 0.5, AAPL: 0.5 }, A: { B: 1 }, B: { C: 1 }, C: { D: 1 }, D: { E: 1 }, E: { F: 1 }, F: { 'US equity': 1 } };
    expect(weightsOf(targetOf(menu, { model: 'N', size: 1e6 }, more))).toEqual({ AAPL: 0.75, MSFT: 0.25 });
    expect(targetOf(menu, { model: 'A', size: 1e6 }, more).problems[0]).toContain('lies deeper than 6 models');
  });

  it('that leads back to its own model is cut, never followed for ever', () => {
    expect(targetOf([product({ implements: 'M' })]).problems.join()).toContain('lies deeper than 6 models');
  });
});

describe('a Hold only product', () => {
  const rows = [product({ product: 'Legacy', implements: 'AAPL', approved: 'Hold only' }), product({ product: 'Core', implements: 'VTI', rank: 2 })];

  it('is not bought, and is kept in place of what is', () => {
    const target = targetOf(rows);
    expect(weightsOf(target)).toEqual({ BND: 0.4, VTI: 0.6 });
    expect(keptInstead(target)).toMatchObject([{ for: 'VTI', symbol: 'AAPL', hurdle: 0, isHeld: true, isBought: false }]);
    expect(neverBought(target)).toEqual([{ rule: 'Never buy', on: 'Symbol', value: 'AAPL', strictness: 'hard', source: 'Products (Legacy is Hold only)' }]);
  });

  it('that the model asks for by itself is bought as ever', () => {
    const target = targetOf(rows, { model: 'N' }, { N: { 'US equity': 0.5, AAPL: 0.5 } });
    expect([keptInstead(target), neverBought(target)]).toEqual([[], []]);
  });

  it('stands aside where it is not for the tax type, or no longer approved', () => {
    expect(targetOf([{ ...rows[0], taxTypes: 'Roth' }, rows[1]]).kept).toEqual([]);
    expect(targetOf([{ ...rows[0], until: '2026-11-19' }, rows[1]]).kept).toEqual([]);
  });
});

it('a range stated for a class binds the class, or what a product of other classes brings', () => {
  const more = { N: { 'US equity': { target: 0.6, min: 0.5 }, Bonds: 0.4 } };
  const groups = (rows: readonly Row<'products'>[]) => targetOf(rows, { model: 'N', size: 1e6 }, more).groups.filter(({ source }) => source.includes('Models')).map(({ name, kind, members, min }) => ({ name, kind, members, min }));
  expect(groups(menu)).toEqual([{ name: 'US equity', kind: 'class', members: ['AAPL', 'ITOT', 'MSFT', 'VTI'], min: 0.5 }]);
  expect(groups([product({ implements: 'MUB' })])).toEqual([{ name: 'US equity', kind: 'symbol', members: ['MUB'], min: 0.5 }]);
});

it('the order of rows changes nothing, and accounts that products treat alike share one target', () => {
  expect(buildProducts([...menu].reverse())).toEqual(buildProducts(menu));
  expect(buildProducts([])).toBeUndefined();
  const market = { ...exampleMarket(securities, models), products: buildProducts(menu), asOf };
  const target = (size: number) => expandTarget(market, exampleAccount({ model: 'M', productSize: size }));
  expect(target(1)).toBe(target(249_999));
  expect(target(1)).not.toBe(target(250_000));
});
