import type { ImportRow } from '../format';
import { sumKnown } from './sums';

/** Gain and term of a lot whose gain stands in the column of its term, the other being blank or zero. Both filled or none: the term is unknown. */
export function splitGain(short: number | null, long: number | null): Pick<ImportRow, 'gain' | 'term'> {
  const gain = sumKnown([short, long]);
  const isShort = short !== null && (short !== 0 || long === null);
  const isLong = long !== null && (long !== 0 || short === null);
  return { gain, term: isShort === isLong ? null : isShort ? 'short' : 'long' };
}
