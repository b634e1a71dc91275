import fc from 'fast-check';
import { defaultSettings } from '../../../shared/contract/settings-catalogue';
import { asOf, taxProfile } from '../examples';
import { runs } from '../random-book';
import { taxState, yearTax, type TaxState } from '../tax-state';
import { priceOfTax } from '../terms/tax';
import { netGainGradient } from './tax-path';

const state = (more: Partial<TaxState> = {}): TaxState => ({ ...taxState('Taxable', taxProfile, { ...defaultSettings, taxCare: 'Medium' }, asOf), ...more });

const priced = (of: TaxState, short: number, long: number): number => priceOfTax(of, yearTax(of, short, long) - yearTax(of, 0, 0));

const anyState = fc.record({
  short: fc.integer({ min: -30_000, max: 30_000 }), long: fc.integer({ min: -30_000, max: 30_000 }),
  plus: fc.constantFrom(0, 0.5, 1, 1.5), minus: fc.constantFrom(0, 0.5), already: fc.constantFrom(0, 0, -4000, 2500),
}).map(state);
const dollars = fc.integer({ min: -50_000, max: 50_000 });

test('slopes times gains are the priced tax exactly', () => {
  fc.assert(fc.property(anyState, dollars, dollars, (of, short, long) => {
    const slope = netGainGradient(of, short, long);
    expect(slope.short * short + slope.long * long).toBeCloseTo(priced(of, short, long), 6);
  }), runs(2000));
});

/** Mean slope along the path by central differences, 4,000 steps. */
function integrated(of: TaxState, short: number, long: number): { short: number; long: number } {
  const steps = 4000;
  const h = 1e-3;
  const mean = { short: 0, long: 0 };
  for (let k = 0; k < steps; k += 1) {
    const t = (k + 0.5) / steps;
    mean.short += (priced(of, t * short + h, t * long) - priced(of, t * short - h, t * long)) / (2 * h * steps);
    mean.long += (priced(of, t * short, t * long + h) - priced(of, t * short, t * long - h)) / (2 * h * steps);
  }
  return mean;
}

test('each slope is the integral of the marginal price of its kind of gain', () => {
  fc.assert(fc.property(anyState, dollars, dollars, (of, short, long) => {
    // On the very line between two regions the marginal price has two answers; a path along one is left out.
    fc.pre(short !== 0 && long !== 0 && short + long !== 0 && of.short !== 0 && of.long !== 0);
    fc.pre(Math.abs(of.short * long - of.long * short) > 1);
    const [exact, numeric] = [netGainGradient(of, short, long), integrated(of, short, long)];
    expect(Math.abs(exact.short - numeric.short)).toBeLessThan(2e-3);
    expect(Math.abs(exact.long - numeric.long)).toBeLessThan(2e-3);
  }), runs(60));
});

test('a short gain that a short loss wipes out costs nothing', () => {
  const slope = netGainGradient(state({ short: 0, long: 0 }), 0, 0);
  expect(slope).toEqual({ short: 0, long: 0 });
  expect(priced(state(), 10_000 - 10_000, 0)).toBe(0);
});

test('where gains are not taxed every slope is zero', () => {
  expect(netGainGradient(state({ taxed: false }), 1000, 1000)).toEqual({ short: 0, long: 0 });
});
