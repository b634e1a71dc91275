import type { Coefficient } from '../linear';
import type { AccountSnapshot } from '../snapshot';

/** Gains realized by the sales of a plan, of the terms that `counts` accepts; losses are negative. */
export function gains(snapshot: AccountSnapshot, counts: (term: 'Short' | 'Long') => boolean): Coefficient[] {
  return snapshot.lots.flatMap((lot, l) => (lot.term && counts(lot.term) && lot.gain !== 0 ? [[l, lot.gain] as const] : []));
}
