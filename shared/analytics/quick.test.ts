import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { sumCents, toCents } from '../units';
import { bandAround, standing } from './bands';
import { quickTrades, type QuickRequest, type QuickStyle } from './quick';

const band = { relative: 0.2 };
const request = (values: number[], targets: number[], more: Partial<QuickRequest> = {}): QuickRequest => ({
  values,
  targets,
  cashFlow: 0,
  minTrade: 0,
  style: 'full',
  band,
  ...more,
});
const trades = (...given: Parameters<typeof request>): number[] => {
  const answer = quickTrades(request(...given));
  if ('impossible' in answer) throw new Error(answer.impossible);
  return answer.trades;
};
const values = [650_000, 250_000, 100_000];
const targets = [0.6, 0.3, 0.1];

describe('full', () => {
  it('raises a withdrawal', () => expect(trades(values, targets, { cashFlow: -50_000 })).toEqual([-80_000, 35_000, -5_000]));
  it('invests a deposit', () => expect(trades(values, targets, { cashFlow: 100_000 })).toEqual([10_000, 80_000, 10_000]));
  it('sells what is not in the targets', () => expect(trades([50, 50], [1, 0])).toEqual([50, -50]));
  it('starts from cash', () => expect(trades([0, 0], [0.25, 0.75], { cashFlow: 1000 })).toEqual([250, 750]));
  it('splits a cent that does not divide', () => expect(sumCents(trades([0, 0, 0], [1 / 3, 1 / 3, 1 / 3], { cashFlow: 100 }))).toBe(100));
});

describe('minimum trade', () => {
  it('leaves small trades out and makes the others add up', () => {
    expect(trades(values, targets, { cashFlow: -50_000, minTrade: 10_000 })).toEqual([-83_333.33, 33_333.33, 0]);
  });
  it('may leave nothing to do', () => expect(trades([6050, 3950], [0.6, 0.4], { minTrade: 100 })).toEqual([0, 0]));
  it('never stands in the way of the cash flow', () => {
    expect(sumCents(trades([6000, 4000], [0.6, 0.4], { cashFlow: -50, minTrade: 100 }))).toBe(-50);
  });
  it('keeps a small trade without which the proceeds would have nowhere to go', () => {
    expect(trades([100, 900], [0, 1], { minTrade: 150 })).toEqual([0, 0]);
    expect(trades([400, 0, 600], [0, 0.05, 0.95], { minTrade: 399 })).toEqual([-400, 0, 400]);
  });
});

describe('buy only', () => {
  it('lifts the most underweight first', () =>
    expect(trades(values, targets, { cashFlow: 40_000, style: 'buyonly' })).toEqual([0, 40_000, 0]));
  it('equals a full rebalance when no sale is needed', () => {
    expect(trades(values, targets, { cashFlow: 500_000, style: 'buyonly' })).toEqual(trades(values, targets, { cashFlow: 500_000 }));
  });
  it('cannot pay a withdrawal', () => {
    expect(quickTrades(request(values, targets, { cashFlow: -1, style: 'buyonly' }))).toEqual({ impossible: 'withdrawal needs sales' });
  });
});

describe('to band edge', () => {
  it('does nothing inside the bands', () => expect(trades(values, targets, { style: 'tobandedge' })).toEqual([0, 0, 0]));
  it('brings an outlier to its edge, and no further', () => {
    expect(trades([740_000, 200_000, 60_000], targets, { style: 'tobandedge' })).toEqual([-60_000, 40_000, 20_000]);
  });
});

describe('every quick rebalance', () => {
  const account = fc
    .integer({ min: 1, max: 8 })
    .chain((size) =>
      fc.record({
        values: fc.array(fc.integer({ min: 0, max: 1_000_000 }), { minLength: size, maxLength: size }),
        shares: fc
          .array(fc.integer({ min: 0, max: 10 }), { minLength: size, maxLength: size })
          .filter((shares) => shares.some((share) => share > 0)),
        flow: fc.double({ min: -1, max: 1, noNaN: true }),
        minTrade: fc.constantFrom(0, 250, 20_000),
        style: fc.constantFrom<QuickStyle>('full', 'buyonly', 'tobandedge'),
      }),
    )
    .map(({ values: held, shares, flow, ...rest }) => {
      const all = held.reduce((a, b) => a + b, 0);
      const weights = shares.map((share) => share / shares.reduce((a, b) => a + b, 0));
      return request(held, weights, { ...rest, cashFlow: toCents(rest.style === 'buyonly' ? Math.abs(flow) * 500_000 : flow * all) });
    });

  it('adds up to the cash flow and sells no more than is held', () => {
    fc.assert(
      fc.property(account, (given) => {
        const answer = trades([...given.values], [...given.targets], given);
        expect(sumCents(answer)).toBeCloseTo(given.cashFlow, 9);
        answer.forEach((trade, i) => expect(given.values[i] + trade).toBeGreaterThanOrEqual(-0.011));
        if (given.style === 'buyonly') expect(Math.min(...answer)).toBeGreaterThanOrEqual(-0.011);
      }),
      { numRuns: 400 },
    );
  });
  it('without a minimum reaches the target, or the bands', () => {
    fc.assert(
      fc.property(account, (given) => {
        const total = given.values.reduce((a, b) => a + b, 0) + given.cashFlow;
        fc.pre(given.style !== 'buyonly' && total > 1000);
        const answer = trades([...given.values], [...given.targets], { ...given, minTrade: 0 });
        answer.forEach((trade, i) => {
          const weight = (given.values[i] + trade) / total;
          if (given.style === 'full') expect(weight).toBeCloseTo(given.targets[i], 4);
          else {
            const { min, max } = bandAround(given.targets[i], band);
            expect(standing(weight, { min: min - 2e-5, max: max + 2e-5 })).toBe('In band');
          }
        });
      }),
      { numRuns: 400 },
    );
  });
  it('refuses to pay out more than there is', () => {
    expect(quickTrades(request([100], [1], { cashFlow: -101 }))).toEqual({ impossible: 'withdrawal above value' });
    expect(trades([100], [1], { cashFlow: -100 })).toEqual([-100]);
  });
});
