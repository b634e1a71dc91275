import fc from 'fast-check';
import { defaultSettings } from '../contract/settings-catalogue';
import { exampleAccount, exampleMarket } from './examples';
import { expandTarget, type Target } from './target';

type Market = Parameters<typeof expandTarget>[0];

const three = { VTI: 'US equity', VXUS: 'Intl equity', BND: 'Bonds' };

function targetOf(market: Market, model = 'M', settings = {}): Target {
  return expandTarget(market, exampleAccount({ model, settings: { ...defaultSettings, cashTarget: 0, ...settings } }));
}

/** Weights by symbol, cut to 12 decimals so that sums of decimals compare. */
function weightsOf(target: Target): Record<string, number> {
  return Object.fromEntries(target.weights.map((one) => [one.symbol, Number(one.target.toFixed(12))]));
}

describe('expandTarget', () => {
  it('follows asset classes to securities and keeps the cash the model names', () => {
    const market = exampleMarket(three, { M: { 'US equity': 0.45, 'intl EQUITY': 0.25, Bonds: 0.28, CASH: 0.02 } });
    const target = targetOf(market, 'm', { cashTarget: 0.3 });
    expect(weightsOf(target)).toEqual({ BND: 0.28, CASH: 0.02, VTI: 0.45, VXUS: 0.25 });
    expect(target.problems).toEqual([]);
  });

  it('makes room for the cash target when the model names no cash, and leaves it at zero when the model says 0', () => {
    const bare = exampleMarket(three, { M: { VTI: 0.6, BND: 0.4 } });
    expect(weightsOf(targetOf(bare, 'M', { cashTarget: 0.1 }))).toEqual({ BND: 0.36, CASH: 0.1, VTI: 0.54 });
    const zero = exampleMarket(three, { M: { VTI: 0.6, BND: 0.4, CASH: 0 } });
    expect(weightsOf(targetOf(zero, 'M', { cashTarget: 0.1 }))).toEqual({ BND: 0.4, CASH: 0, VTI: 0.6 });
  });

  it('multiplies nested weights and adds what several branches share', () => {
    const market = exampleMarket(three, { M: { Equity: 0.5, VTI: 0.5 }, Equity: { VTI: 0.4, VXUS: 0.6 } });
    expect(weightsOf(targetOf(market))).toEqual({ CASH: 0, VTI: 0.7, VXUS: 0.3 });
  });

  it('scales a model that sums to a hair less than 100 %', () => {
    const market = exampleMarket(three, { M: { VTI: 0.4999, BND: 0.5 } });
    expect(targetOf(market).weights.reduce((sum, { target }) => sum + target, 0)).toBeCloseTo(1, 12);
  });

  it('names an account without a model, a model that is unknown, and a component that leads nowhere', () => {
    const market = exampleMarket(three, { M: { VTI: 0.5, Gold: 0.5 }, Empty: { Gold: 1 } });
    expect(targetOf(market, '').problems).toEqual(['Account 4471-0093 has no model.']);
    expect(targetOf(market, 'Nope').problems).toEqual(['Model "Nope" of account 4471-0093 is not in Models.']);
    expect(targetOf(market, 'Empty').weights).toEqual([]);
    const partly = targetOf(market);
    expect(partly.problems).toEqual(['"Gold" in model "M" is neither a model, an asset class with securities, nor a symbol.']);
    expect(weightsOf(partly)).toEqual({ CASH: 0, VTI: 1 });
  });

  it('shares one target among accounts that agree on model, cash target and band, and on no fewer', () => {
    const market = exampleMarket(three, { M: { VTI: 0.6, BND: 0.4 } });
    expect(targetOf(market, ' m')).toBe(targetOf(market, 'M'));
    expect(weightsOf(targetOf(market, 'M', { cashTarget: 0.5 }))).toMatchObject({ CASH: 0.5 });
    expect(targetOf(market, 'M', { band: undefined }).groups[0].max).toBeUndefined();
    expect(targetOf(market).groups[0].max).toBeCloseTo(0.48, 12);
  });

  it('sums to 1 whatever the nesting, the loops and the unknown names', () => {
    const names = ['A', 'B', 'C', 'D', 'VTI', 'VXUS', 'BND', 'US equity', 'Bonds', 'CASH', 'unknown'];
    const model = fc
      .array(fc.record({ component: fc.constantFrom(...names), share: fc.integer({ min: 1, max: 100 }) }), { minLength: 1, maxLength: 5 })
      .map((rows) => {
        const total = rows.reduce((sum, { share }) => sum + share, 0);
        return Object.fromEntries(rows.map(({ component, share }) => [component, share / total]));
      });
    fc.assert(
      fc.property(
        fc.record({ A: model, B: model, C: model, D: model }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (models, cashTarget) => {
          const target = targetOf(exampleMarket(three, models), 'A', { cashTarget });
          if (target.weights.length === 0) expect(target.problems).not.toEqual([]);
          else expect(Math.abs(target.weights.reduce((sum, one) => sum + one.target, 0) - 1)).toBeLessThan(1e-12);
        },
      ),
    );
  });
});
