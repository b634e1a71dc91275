import { describe, expect, test } from '@jest/globals';
import { buildFactorModel } from '../shared/book/factor-model';
import { mulberry32 } from '../shared/sample/random';
import { security } from '../server/optimizer/examples';
import { riskModel } from '../server/optimizer/risk-model';
import { factorTables } from '../server/risk/factor-tables';
import { fitFactorModel } from '../server/risk/fit-factor-model';
import { readPrices } from '../server/risk/read-prices';
import { returnsOf, type Returns } from '../server/risk/returns';
import { marketFiles, readIndex, readMarket } from './market';

const found = marketFiles();
const whenPresent = found ? describe : describe.skip;
const [year, quarter] = [250, 63];

function dot(a: ArrayLike<number>, b: ArrayLike<number>): number {
  let sum = 0;
  for (let k = 0; k < a.length; k += 1) sum += a[k] * b[k];
  return sum;
}
const varianceBy = (matrix: readonly number[][], weights: readonly number[]) => dot(weights, matrix.map((row) => dot(row, weights)));

/** Annual variance that a fixed mix really had. */
function realized({ values }: Returns, weights: readonly number[]): number {
  const daily = Array.from(values[0], (_, t) => weights.reduce((sum, weight, i) => sum + weight * values[i][t], 0));
  const mean = daily.reduce((sum, value) => sum + value, 0) / daily.length;
  return (252 * daily.reduce((sum, value) => sum + (value - mean) ** 2, 0)) / (daily.length - 1);
}

function sampleCovariance({ values }: Returns): number[][] {
  const centered = values.map((series) => { const mean = series.reduce((sum, value) => sum + value, 0) / series.length; return series.map((value) => value - mean); });
  return centered.map((a) => centered.map((b) => (252 * dot(a, b)) / (a.length - 1)));
}

/** The fitted model as a run uses it: through the tables of the contract, the book and the optimizer's risk model. */
function factorCovariance(past: Returns, sectors: ReadonlyMap<string, string>): number[][] {
  const model = buildFactorModel(factorTables(fitFactorModel(past, { sectors })!), (symbol) => symbol);
  const { loadings, size, specific } = riskModel(past.symbols.map((symbol) => security(symbol, 1, 'US equity', { type: 'Stock' })), [], model);
  const rows = past.symbols.map((_, i) => loadings.slice(i * size, (i + 1) * size));
  return rows.map((a, i) => rows.map((b, j) => dot(a, b) + (i === j ? specific[i] : 0)));
}

/** Gaussian elimination of a positive definite system. */
function solve(matrix: readonly number[][], right: readonly number[]): number[] {
  const rows = matrix.map((row, i) => [...row, right[i]]);
  rows.forEach((pivot, k) => rows.slice(k + 1).forEach((row) => {
    const share = row[k] / pivot[k];
    for (let j = k; j <= rows.length; j += 1) row[j] -= share * pivot[j];
  }));
  const answer = new Array<number>(rows.length).fill(0);
  for (let i = rows.length - 1; i >= 0; i -= 1) answer[i] = (rows[i][rows.length] - dot(rows[i].slice(i + 1, rows.length), answer.slice(i + 1))) / rows[i][i];
  return answer;
}

/** Active weights of the mix of `few` that follows the index most closely by `matrix`. */
function tracker(matrix: readonly number[][], index: readonly number[], few: readonly number[]): number[] {
  const weights = solve(few.map((i) => few.map((j) => matrix[i][j])), few.map((i) => dot(matrix[i], index)));
  return index.map((weight, i) => (few.includes(i) ? weights[few.indexOf(i)] : 0) - weight);
}

type Errors = Record<'given' | 'optimized', number[]>;

whenPresent('fitted to a year of real prices (skipped where ../shared/data is absent)', () => {
  test('the model foretells the next quarter better than the sample and the diagonal covariance', async () => {
    const [all, members] = [returnsOf(await readPrices(found!.prices)), await readIndex(found!.index)];
    const errors: Record<string, Errors> = {};
    for (let from = 0; from + year + quarter <= all.days.length; from += quarter) {
      const kept = all.symbols.flatMap((symbol, i) => (members.has(symbol) && all.values[i].slice(from, from + year + quarter).every(Number.isFinite) ? [i] : []));
      const part = (start: number, end: number): Returns => ({ ...all, symbols: kept.map((i) => all.symbols[i]), days: all.days.slice(start, end), values: kept.map((i) => all.values[i].slice(start, end)) });
      const [past, next] = [part(from, from + year), part(from + year, from + year + quarter)];
      const sample = sampleCovariance(past);
      const models = { factors: factorCovariance(past, new Map([...members].map(([symbol, { sector }]) => [symbol, sector]))), sample, diagonal: sample.map((row, i) => row.map((value, j) => (i === j ? value : 0))) };
      const raw = past.symbols.map((symbol) => members.get(symbol)!.weight);
      const index = raw.map((weight) => weight / raw.reduce((sum, one) => sum + one, 0));
      const draw = mulberry32(from + 1);
      const picks = Array.from({ length: 12 }, (_, k) => Array.from({ length: k % 2 ? 40 : 160 }, () => Math.floor(draw() * index.length)));
      for (const [name, matrix] of Object.entries(models)) {
        const one = (errors[name] ??= { given: [], optimized: [] });
        const error = (active: readonly number[]) => Math.log(realized(next, active) / varianceBy(matrix, active));
        for (const pick of picks) {
          const equal = index.map((weight, i) => pick.filter((j) => j === i).length / pick.length - weight);
          one.given.push(error(equal));
          one.optimized.push(error(tracker(matrix, index, [...new Set(pick)])));
        }
      }
    }
    const size = (list: readonly number[]) => list.reduce((sum, value) => sum + Math.abs(value), 0) / list.length;
    const bias = (list: readonly number[]) => Math.exp(list.reduce((sum, value) => sum + value, 0) / list.length);
    const { factors, sample, diagonal } = errors;
    // Optimizing seeks out what a covariance underrates, so this is where estimates differ, and what a rebalancer does.
    expect(size(factors.optimized)).toBeLessThan(size(sample.optimized));
    expect(size(factors.optimized)).toBeLessThan(size(diagonal.optimized) / 2);
    expect(size([...factors.given, ...factors.optimized])).toBeLessThan(size([...sample.given, ...sample.optimized]));
    expect(size(factors.given)).toBeLessThan(size(diagonal.given));
    expect(bias(factors.given)).toBeGreaterThan(0.7);
    expect(bias([...factors.given, ...factors.optimized])).toBeLessThan(1.5);
  }, 180_000);

  test('the universe for the bench is whole', async () => {
    const market = (await readMarket())!;
    expect(market.stocks.length).toBeGreaterThan(250);
    expect(market.stocks.reduce((sum, { weight }) => sum + weight, 0)).toBeCloseTo(1, 9);
    expect(new Set(market.stocks.map(({ sector }) => sector)).size).toBe(11);
    for (const { symbol, price } of market.stocks) {
      expect(price).toBeGreaterThan(0);
      expect(market.factorModel.exposures.get(symbol)?.factors).toHaveLength(market.factorModel.factors.length);
    }
  });
});

test('without the data there is no universe', async () => {
  expect(await readMarket('/nowhere')).toBeUndefined();
});
