import { positiveSemidefinite } from '../../shared/analytics/covariance';
import { mulberry32 } from '../../shared/sample/random';
import { fitFactorModel, minimumReturns, type FitOptions, type FittedModel } from './fit-factor-model';
import type { Returns } from './returns';

const draws = 1200;
const [perSector, sectors] = [12, ['Energy', 'Market', 'Utilities']];

/** Made-up daily returns: a market, a factor per sector, one style, and specific risk that differs by security. */
function universe(seed: number): { returns: Returns; sectors: Map<string, string>; covariance: number[][] } {
  const next = mulberry32(seed);
  const normal = (): number => Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next());
  const members = sectors.flatMap((sector) => Array.from({ length: perSector }, (_, k) => ({
    symbol: `${sector[0]}${String(k).padStart(2, '0')}`, sector, beta: 0.6 + 0.8 * next(), style: next() - 0.5, specific: 0.008 + 0.012 * next(),
  })));
  const factor = { market: 0.01, sector: 0.006, style: 0.008 };
  const values = members.map(() => new Float64Array(draws));
  for (let t = 0; t < draws; t += 1) {
    const [market, style] = [factor.market * normal(), factor.style * normal()];
    const bySector = new Map(sectors.map((sector) => [sector, factor.sector * normal()]));
    members.forEach((one, i) => { values[i][t] = one.beta * market + bySector.get(one.sector)! + one.style * style + one.specific * normal(); });
  }
  const covariance = members.map((a) => members.map((b) => 252 * (a.beta * b.beta * factor.market ** 2 + (a.sector === b.sector ? factor.sector ** 2 : 0)
    + a.style * b.style * factor.style ** 2 + (a === b ? a.specific ** 2 : 0))));
  return {
    returns: { days: values[0].length ? Array.from({ length: draws }, (_, t) => String(t)) : [], symbols: members.map(({ symbol }) => symbol), values, periodsPerYear: 252, sparseDays: 0 },
    sectors: new Map(members.map(({ symbol, sector }) => [symbol, sector])),
    covariance,
  };
}

const { returns, sectors: sectorOf, covariance: truth } = universe(1);
const fit = (options: FitOptions = {}, from: Returns = returns): FittedModel => fitFactorModel(from, options)!;

/** Variance of a mix by the model; `weights` in the order of its exposures. */
function variance({ exposures, covariance }: FittedModel, weights: readonly number[]): number {
  const total = covariance.map((_, k) => exposures.reduce((sum, one, i) => sum + one.factors[k] * weights[i], 0));
  return total.reduce((sum, a, j) => sum + total.reduce((inner, b, k) => inner + a * b * covariance[j][k], 0), 0)
    + exposures.reduce((sum, { specific }, i) => sum + (specific * weights[i]) ** 2, 0);
}

/** Mixes that are long one half and short the other, drawn at random, and one security alone. */
const mixes = (count: number): number[][] => {
  const next = mulberry32(9);
  const size = returns.symbols.length;
  const random = Array.from({ length: count }, () => Array.from({ length: size }, () => next() - 0.5));
  return [...random, ...returns.symbols.map((_, i) => returns.symbols.map((__, j) => (i === j ? 1 : 0)))];
};

test.each<[string, FitOptions]>([['with sectors', { sectors: sectorOf }], ['by principal components alone', {}]])('%s, the risk of any mix comes out near the true one', (_, options) => {
  const model = fit(options);
  const errors = mixes(60).map((weights) => {
    const real = weights.reduce((sum, a, i) => sum + a * weights.reduce((inner, b, j) => inner + b * truth[i][j], 0), 0);
    return Math.log(variance(model, weights) / real);
  });
  expect(errors.reduce((sum, error) => sum + Math.abs(error), 0) / errors.length).toBeLessThan(0.08);
  expect(Math.abs(errors.reduce((sum, error) => sum + error, 0) / errors.length)).toBeLessThan(0.04);
  expect(positiveSemidefinite(model.covariance)).toBe(true);
});

test('factors are the market, the sectors under names of their own, and what stands above noise', () => {
  const { factors, bySector, exposures } = fit({ sectors: sectorOf });
  expect(bySector).toBe(true);
  expect(factors.slice(0, 4)).toEqual(['Market', 'Energy', 'Market sector', 'Utilities']);
  // With three sectors the market's mean holds a little of each, which further components take out again.
  expect(factors[4]).toBe('Factor 1');
  expect(factors.length).toBeLessThanOrEqual(7);
  for (const { symbol, factors: row } of exposures) {
    expect(row.slice(1, 4).map((value) => value !== 0)).toEqual(sectors.map((sector) => sector === sectorOf.get(symbol)));
  }
  const style = exposures.map(({ factors: row }) => row[4]);
  expect(Math.sqrt(style.reduce((sum, value) => sum + value ** 2, 0) / style.length)).toBeCloseTo(1, 9);
});

test('sectors too small to have a factor are no sectors', () => {
  const few = new Map([...sectorOf].filter((_, k) => k % 12 < 4));
  expect(fit({ sectors: few }).bySector).toBe(false);
  expect(fit({ factors: 2 }).factors).toEqual(['Factor 1', 'Factor 2']);
});

test('missing returns count for nothing: the risk of a security with half a history is near that of the whole', () => {
  const holed = { ...returns, values: returns.values.map((series, i) => (i === 0 ? series.map((value, t) => (t % 2 === 0 ? Number.NaN : value)) : series)) };
  const alone = returns.symbols.map((_, i) => (i === 0 ? 1 : 0));
  expect(variance(fit({ sectors: sectorOf }, holed), alone) / truth[0][0]).toBeGreaterThan(0.85);
  expect(variance(fit({ sectors: sectorOf }, holed), alone) / truth[0][0]).toBeLessThan(1.15);
});

test('too short a history and a price that never moves are left out and named', () => {
  const short = returns.values.map((series, i) => (i === 1 ? series.map((value, t) => (t < minimumReturns - 1 ? value : Number.NaN)) : i === 2 ? series.map(() => 0) : series));
  const model = fit({}, { ...returns, values: short });
  expect(model.left).toEqual([{ symbol: returns.symbols[1], returns: minimumReturns - 1 }, { symbol: returns.symbols[2], returns: draws }]);
  expect(model.exposures).toHaveLength(returns.symbols.length - 2);
  expect(fitFactorModel({ ...returns, values: returns.values.map((series) => series.slice(0, 10)), days: returns.days.slice(0, 10) })).toBeUndefined();
});

test('with a half-life the recent past counts', () => {
  const calmed = { ...returns, values: returns.values.map((series) => series.map((value, t) => (t >= draws - 300 ? value / 2 : value))) };
  const weights = returns.symbols.map(() => 1 / returns.symbols.length);
  expect(variance(fit({ halfLife: 60 }, calmed), weights) / variance(fit({}, calmed), weights)).toBeLessThan(0.45);
});

test('the same returns give the same model, and the order of securities changes nothing', () => {
  expect(fit({ sectors: sectorOf })).toEqual(fit({ sectors: sectorOf }));
  const turned = { ...returns, symbols: [...returns.symbols].reverse(), values: [...returns.values].reverse() };
  const [one, other] = [fit({ sectors: sectorOf }), fit({ sectors: sectorOf }, turned)];
  const weights = mixes(1)[0];
  expect(variance(other, [...weights].reverse())).toBeCloseTo(variance(one, weights), 9);
});
