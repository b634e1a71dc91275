import { activeVariance } from '../risk-model';
import type { AccountSnapshot } from '../snapshot';
import type { Outcome } from '../linear';
import type { Term } from './term';

/** Active weights after a plan: weight less target. */
export function activeWeights(snapshot: AccountSnapshot, after: Outcome): Float64Array {
  const active = after.weights.slice();
  snapshot.assets.forEach(({ target }, i) => { active[i] -= target; });
  return active;
}

/** Squared 1 %: the tracking error that costs one risk price. */
const unit = 0.01 ** 2;

/** `V · r · (TE / 1 %)²`: the yearly price of running away from the target. */
export const risk: Term = {
  name: 'risk',
  express: ({ settings }) => ({ variance: settings.riskPrice / unit }),
  price: (snapshot, _plan, after) =>
    snapshot.value * (snapshot.settings.riskPrice / unit) * activeVariance(snapshot.risk, activeWeights(snapshot, after)),
};
