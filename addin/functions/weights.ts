import { invalid } from './cell-error';

/** More gross weight than any account carries: the numbers are not fractions. */
const mostGross = 3;

/**
 * Weights as fractions. A list that adds up to about 100 is in percent points; any other list with more than 300 %
 * gross is not one of weights, and most likely dollars: #VALUE!.
 */
export function asFractions(weights: readonly number[], name: string): number[] {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const gross = weights.reduce((sum, weight) => sum + Math.abs(weight), 0);
  if (gross <= mostGross) return [...weights];
  if (Math.abs(total - 100) <= 1) return weights.map((weight) => weight / 100);
  const shown = Number(total.toFixed(2)).toLocaleString('en-US');
  throw invalid(`${name} add up to ${shown}. Maybe they are dollars: divide each by their total.`);
}

/** Target weights as fractions that add up to exactly 1; a total more than half a percent away from 100 % is #VALUE!. */
export function asTargets(weights: readonly number[], name: string): number[] {
  const fractions = asFractions(weights, name);
  const total = fractions.reduce((sum, weight) => sum + weight, 0);
  if (Math.abs(total - 1) > 0.005)
    throw invalid(`${name} add up to ${Number((total * 100).toFixed(2))}%, not 100%. Maybe a row is missing.`);
  return fractions.map((weight) => weight / total);
}
