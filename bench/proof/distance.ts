import type { Highs } from 'highs';
import { basisPoints, elasticTiers, regimesOf } from '../../server/optimizer/formulation';
import { missedRows, totalMissed } from '../../server/optimizer/missed';
import { rebalance } from '../../server/optimizer/rebalance';
import { rowsOf } from '../../server/optimizer/rows';
import { toPlan } from '../../server/optimizer/shares';
import type { AccountSnapshot } from '../../server/optimizer/snapshot';
import type { Solver } from '../../server/optimizer/solvers/solver';
import { objective } from '../../server/optimizer/tradable-plan';
import { proofTolerance, proveLeast } from './outer-approximation';
import { tradableModel } from './tradable-model';

/** How far one account's plan is from the best that may be traded. */
export interface Distance {
  /** Basis points of account value; at most this far. */
  readonly bp: number;
  /** Whether the optimum itself is known, within the tolerance of the proof. */
  readonly proved: boolean;
  /** What the engine itself says of its plan. */
  readonly gapBp: number | null;
}

/** Decides an account, then asks an integer program how much better a plan could be; `seconds` per tax regime at most. */
export function distanceOf(snapshot: AccountSnapshot, solver: Solver, highs: Highs, seconds: number): Distance {
  const rows = rowsOf(snapshot);
  const { shares, gapBp } = rebalance(snapshot, solver);
  const plan = toPlan(snapshot, shares);
  const ours = (objective(snapshot, rows, plan) / snapshot.value) * basisPoints;
  const missed = missedRows(snapshot, rows, plan);
  const tiers = elasticTiers.map((tier) => totalMissed(missed, tier));
  let [bound, best] = [Infinity, ours];
  regimesOf(snapshot).forEach((_, regime) => {
    const proof = proveLeast(highs, tradableModel(snapshot, rows, regime, tiers), best, seconds);
    bound = Math.min(bound, proof.bound);
    best = Math.min(best, proof.best);
  });
  return { bp: Math.max(0, ours - Math.min(bound, best)), proved: best - bound <= proofTolerance, gapBp };
}
