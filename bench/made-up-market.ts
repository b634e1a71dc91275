import type { Security } from '../shared/book/book';
import { between, normal, pick, type Random } from '../shared/sample/random';
import { security } from '../server/optimizer/examples';
import type { Size } from './sizes';

/** Asset classes that the built-in risk model tells apart, with the type of what fills them. */
const classes: readonly (readonly [name: string, type: Security['type']])[] = [
  ['US equity', 'Stock'], ['Intl equity', 'Stock'], ['US bonds', 'ETF'], ['Real estate', 'Stock'], ['Emerging markets', 'Stock'],
  ['US small cap', 'Stock'], ['Corporate bonds', 'ETF'], ['TIPS', 'ETF'], ['Municipal bonds', 'ETF'], ['Gold', 'ETF'],
];

/** Securities and the weights of one model on them. */
export interface MadeUpMarket {
  readonly securities: readonly Security[];
  /** Fractions of the model that sum to 1, one per security; a tenth are 0. */
  readonly weights: readonly number[];
}

/** A made-up market: spreads of 1 to 12 bp, and, when `ticketCost` is above 0, that many dollars an order. */
export function madeUpMarket({ securities: count, classes: manyClasses, sectors }: Size, ticketCost: number, random: Random): MadeUpMarket {
  const securities = Array.from({ length: count }, (_, i) => {
    const [assetClass, type] = classes[i % manyClasses];
    return security(`S${String(i).padStart(4, '0')}`, between(random, 1500, 40_000) / 100, assetClass, {
      type, tradeCost: ticketCost, spread: between(random, 1, 12) / 10_000,
      sector: sectors > 0 && type === 'Stock' ? `Sector ${pick(random, [...Array(sectors).keys()])}` : undefined,
    });
  });
  const raw = securities.map((_, i) => (i >= manyClasses && random() < 0.1 ? 0 : Math.exp(0.8 * normal(random))));
  const total = raw.reduce((sum, weight) => sum + weight, 0);
  return { securities, weights: raw.map((weight) => weight / total) };
}
