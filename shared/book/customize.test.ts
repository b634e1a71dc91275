import fc from 'fast-check';
import type { Customization } from './book';
import { customize } from './customize';
import { exampleAccount, exampleMarket } from './examples';
import { Expander } from './expand-model';
import { buildProducts } from './products';
import { expandTarget, expanderFor } from './target';

const securities = { VTI: 'US equity', VXUS: 'Intl equity', BND: 'Bonds', VNQ: 'Real estate', GLD: 'Gold', ITOT: 'US equity' };
const models = { M: { Equity: 0.6, Bonds: 0.28, 'Real estate': 0.1, CASH: 0.02 }, Equity: { VTI: 0.5, 'Intl equity': 0.5 } };
const change = (what: Customization['change'], component: string, value?: number, into?: string): Customization => ({ change: what, component, value, into, level: 'Account', source: 'test' });

function changed(changes: readonly Customization[], more: typeof models | Record<string, Record<string, number>> = models) {
  const market = exampleMarket(securities, more);
  const expander = new Expander(market);
  return customize(market, expander, expander.expand('M')!, changes);
}

const weightsOf = ({ expansion }: ReturnType<typeof changed>): Record<string, number> =>
  Object.fromEntries([...expansion.weights].filter(([, weight]) => weight > 0).sort().map(([symbol, weight]) => [symbol, Number(weight.toFixed(10))]));

describe('customize', () => {
  it('drops a class and rescales the others; cash stays as it is', () => {
    const scale = 0.98 / 0.88;
    expect(weightsOf(changed([change('Drop class', 'real ESTATE')]))).toEqual({ BND: Number((0.28 * scale).toFixed(10)), CASH: 0.02, VTI: Number((0.3 * scale).toFixed(10)), VXUS: Number((0.3 * scale).toFixed(10)) });
  });

  it('drops a class that the model names by its securities', () => {
    expect(weightsOf(changed([change('Drop class', 'US equity')])).VTI).toBeUndefined();
  });

  it('sets weights and rescales the rest', () => {
    expect(weightsOf(changed([change('Set %', 'Bonds', 0.5), change('Set %', 'CASH', 0.04)]))).toEqual({ BND: 0.5, CASH: 0.04, VNQ: Number((0.1 * 0.46 / 0.7).toFixed(10)), VTI: Number((0.3 * 0.46 / 0.7).toFixed(10)), VXUS: Number((0.3 * 0.46 / 0.7).toFixed(10)) });
  });

  it('adds what the model does not hold', () => {
    const found = changed([change('Set %', 'Gold', 0.05)]);
    expect(weightsOf(found)).toMatchObject({ GLD: 0.05, CASH: 0.02 });
    expect(found.added).toMatchObject([{ symbol: 'GLD', weight: 0.05 }]);
  });

  it('tilts by points, after what is set, and leaves what is set alone', () => {
    const weights = weightsOf(changed([change('Set %', 'Bonds', 0.3), change('Tilt %', 'VTI', 0.05), change('Tilt %', 'Intl equity', -0.05)]));
    const scale = 0.68 / 0.7;
    expect(weights).toMatchObject({ BND: 0.3, VTI: Number((0.3 * scale + 0.05).toFixed(10)), VXUS: Number((0.3 * scale - 0.05).toFixed(10)) });
  });

  it('replaces before everything else, so that a weight set for a class holds for what replaced it', () => {
    const found = changed([change('Replace product', 'VTI', undefined, 'ITOT'), change('Set %', 'US equity', 0.4)]);
    expect(weightsOf(found)).toMatchObject({ ITOT: 0.4 });
    expect(weightsOf(found).VTI).toBeUndefined();
  });

  it.each<[string, Customization[]]>([
    ['Set % Bonds 60 %, Set % VTI 50 %: with cash that makes 112 %, more than 100 %.', [change('Set %', 'Bonds', 0.6), change('Set %', 'VTI', 0.5)]],
    ['Drop class Intl equity, Drop class Real estate, Drop class Bonds, Drop class VTI: 98 % is left, and nothing to hold it in.', ['Intl equity', 'Real estate', 'Bonds', 'VTI'].map((name) => change('Drop class', name))],
    ['Tilt % Real estate -20 %: there is only 10 % of it.', [change('Tilt %', 'Real estate', -0.2)]],
  ])('says what cannot hold: %s', (says, changes) => {
    expect(changed(changes).contradictions[0]).toBe(says);
  });

  it('names what nobody knows and what is not there', () => {
    expect(changed([change('Set %', 'Silver', 0.1)]).unknown).toHaveLength(1);
    expect(changed([change('Drop class', 'Gold')]).idle).toHaveLength(1);
    expect(changed([change('Replace product', 'VTI', undefined, 'Nope')]).unknown).toHaveLength(1);
    expect(changed([change('Replace product', 'GLD', undefined, 'VTI')]).idle).toHaveLength(1);
  });

  it('moves stated ranges in proportion', () => {
    const market = exampleMarket(securities, { M: { Bonds: { target: 0.28, min: 0.2, max: 0.35 }, VTI: 0.72 } });
    const group = (value: number) => expandTarget(market, exampleAccount({ model: 'M', customizations: [change('Set %', 'Bonds', value)], settings: { ...exampleAccount().settings, cashTarget: 0 } })).groups.find(({ name }) => name === 'Bonds');
    expect(group(0.28)).toMatchObject({ target: expect.closeTo(0.28, 12), min: expect.closeTo(0.2, 12), max: expect.closeTo(0.35, 12) });
    expect(group(0.56)).toMatchObject({ target: expect.closeTo(0.56, 12), min: expect.closeTo(0.4, 12), max: expect.closeTo(0.7, 12) });
  });

  it('sums to 1 whatever is asked, and asking for nothing changes nothing', () => {
    const names = ['US equity', 'Intl equity', 'Bonds', 'Real estate', 'Gold', 'VTI', 'CASH', 'unknown', 'Equity'];
    const wish = fc.oneof(
      fc.constantFrom(...names).map((name) => change('Drop class', name)),
      fc.tuple(fc.constantFrom(...names), fc.constantFrom(...names)).map(([from, into]) => change('Replace product', from, undefined, into)),
      fc.tuple(fc.constantFrom<'Set %' | 'Tilt %'>('Set %', 'Tilt %'), fc.constantFrom(...names), fc.double({ min: -1, max: 1, noNaN: true })).map(([what, name, value]) => change(what, name, value)),
    );
    fc.assert(fc.property(fc.array(wish, { maxLength: 5 }), (changes) => {
      const { expansion, outcomes, added } = changed(changes);
      const weights = [...expansion.weights.values()];
      const sum = weights.reduce((total, weight) => total + weight, 0);
      expect(weights.length === 0 ? 1 : sum).toBeCloseTo(1, 9);
      expect(Math.min(0, ...weights)).toBe(0);
      // What each leaf became, and what was added, is the whole allocation again.
      const market = exampleMarket(securities, models);
      const leaves = new Expander(market).expand('M')!.leaves;
      const again = [...outcomes].reduce((total, [key, parts]) => total + parts.reduce((of, { ratio }) => of + ratio * leaves.get(key)!.weight, 0), 0);
      if (weights.length > 0) expect(again + added.reduce((total, { weight }) => total + weight, 0)).toBeCloseTo(1, 9);
    }));
    expect([...changed([]).expansion.weights]).toEqual([...new Expander(exampleMarket(securities, models)).expand('M')!.weights]);
  });
});

it('a product is replaced by another, whatever else its class is called', () => {
  const market = { ...exampleMarket(securities, { M: { 'US equity': 0.6, Bonds: 0.4 } }), asOf: '2026-11-20', products: buildProducts([
    { product: 'Core', assetClass: 'US equity', implements: 'VTI' }, { product: 'Cheap', assetClass: 'US equity', implements: 'ITOT', rank: 2 },
  ]) };
  const account = exampleAccount({ model: 'M', customizations: [change('Replace product', 'core', undefined, 'cheap')], settings: { ...exampleAccount().settings, cashTarget: 0 } });
  expect(expanderFor(market, account).expander.expand('M')!.leaves.get('VTI\ncore\nus equity')?.weight).toBe(0.6);
  expect(expandTarget(market, account).weights).toEqual([{ symbol: 'BND', target: 0.4 }, { symbol: 'CASH', target: 0 }, { symbol: 'ITOT', target: 0.6 }]);
});
