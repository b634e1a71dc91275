import { outcome, type Outcome } from './linear';
import { noTrade, type Plan } from './plan';
import type { AccountSnapshot } from './snapshot';

/** What an account is when nothing is traded. */
export interface Stay {
  readonly plan: Plan;
  readonly after: Outcome;
}

const known = new WeakMap<AccountSnapshot, Stay>();

/** Staying as it is: what every plan is held against, worked out once per snapshot. Not to be written to. */
export function stayOf(snapshot: AccountSnapshot): Stay {
  const found = known.get(snapshot);
  if (found) return found;
  const plan = noTrade(snapshot.lots.length, snapshot.assets.length);
  const made = { plan, after: outcome(snapshot, plan) };
  known.set(snapshot, made);
  return made;
}
