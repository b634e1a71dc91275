import { sixtyForty, snapshotOf, type SixtyForty } from '../optimizer/examples';
import type { Proposal } from '../optimizer/proposal';
import { rebalance } from '../optimizer/rebalance';
import { solvers } from '../optimizer/solvers';

const solver = solvers.native();

/** What the engine proposes for the 60/40 example, with anything of the proposal overridden: real proposals for tests of what follows. */
export async function proposalFor(more: SixtyForty = {}, change: Partial<Proposal> = {}): Promise<Proposal> {
  return { ...rebalance(snapshotOf(sixtyForty(more)), await solver), ...change };
}
