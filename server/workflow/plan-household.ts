import { buildSnapshot, isSnapshot } from '../optimizer/build-snapshot';
import { barsFor, locationWorth } from '../optimizer/household/bars';
import { comparePlans, missesDiffer, weigh } from '../optimizer/household/compare';
import { addUp, holdingsOf, withRoomToRound, type Frame, type Holdings, type Member } from '../optimizer/household/frame';
import { jointStart } from '../optimizer/household/joint-start';
import { inTradingOrder } from '../optimizer/household/order';
import { place } from '../optimizer/household/place';
import { restate } from '../optimizer/household/restate';
import { isWorseThanStaying, standingOf, weighAll, worsensBands } from '../optimizer/household/whole';
import type { Plan } from '../optimizer/plan';
import type { Proposal, Standing } from '../optimizer/proposal';
import { rebalance } from '../optimizer/rebalance';
import { toPlan, type SharePlan } from '../optimizer/shares';
import type { AccountSnapshot, Bar } from '../optimizer/snapshot';
import type { Solver } from '../optimizer/solvers/solver';
import type { RunLedger } from './wash-ledger';

/** Sweeps over the accounts at most, and the improvement (basis points of household value) below which none follows. */
const mostSweeps = 4;
const worthASweep = 0.1;

/** What a household managed Together does: a proposal for each of its accounts, in the order decided. */
export interface HouseholdPlan {
  readonly frame: Frame;
  /** Scored one after the other, so that they add up to the household's score. */
  readonly proposals: readonly Proposal[];
  /** Sum of the proposals' scores, dollars. */
  readonly score: number;
  readonly before: Standing;
  readonly after: Standing;
  /** Score that no plan of all accounts together beats, with the same room to round, dollars; undefined when not known. */
  readonly bestScore?: number;
  /** Household score after each sweep, dollars. */
  readonly sweeps: readonly number[];
}

/**
 * Decides the accounts of a household one by one, each aiming at what the others leave open (see place.ts), until a sweep over all
 * of them is worth nothing more. It starts from the best plan of all together, so that the sweeps only have to fit whole
 * shares and single accounts' rules. Where that start is rough, or leads to nothing better than staying, sweeps from no trade
 * are made too, and the better end is kept. From the joint start an account may not be able to mend what others rely on it for; a household
 * left with a band worse than today takes the sweeps from no trade, of which no step makes a band worse.
 */
export function planHousehold(frame: Frame, ledger: RunLedger, solver: Solver): HouseholdPlan {
  const start = jointStart(withRoomToRound(frame), solver);
  const found = new Sweeps(frame, ledger, solver, start?.plans).run();
  const isBroken = worsensBands(frame, found.proposals);
  if (!start || (!start.isRough && !isBroken && !isWorseThanStaying(frame, found.proposals))) return { ...found, bestScore: start?.bestScore };
  const other = new Sweeps(frame, ledger, solver).run();
  const best = isBroken || comparePlans(weighAll(frame, other.proposals), weighAll(frame, found.proposals)) < 0 ? other : found;
  for (const proposal of best.proposals) ledger.record(proposal);
  return { ...best, bestScore: start.bestScore };
}

/** The accounts' plans while they are being found. */
class Sweeps {
  private readonly order: readonly Member[];
  private readonly tight: Frame;
  private readonly plans = new Map<string, Plan>();
  private readonly found = new Map<string, Proposal>();

  constructor(private readonly frame: Frame, private readonly ledger: RunLedger, private readonly solver: Solver, start: ReadonlyMap<string, SharePlan> = new Map()) {
    this.tight = withRoomToRound(frame);
    this.order = inTradingOrder(frame.traded, frame.family.preferTradesIn);
    for (const { account, plain } of frame.traded) {
      const shares = start.get(account.id);
      if (shares) this.take(account.id, { snapshot: plain, shares });
      else this.ledger.forget(account.id);
    }
  }

  run(): HouseholdPlan {
    const scores: number[] = [];
    for (let sweep = 1; sweep <= mostSweeps; sweep += 1) {
      const { saved, mended } = this.sweep();
      scores.push(this.result().score);
      const isFirst = sweep === 1;
      if (!isFirst && !mended && saved < (worthASweep / 10_000) * this.frame.value) break;
    }
    return { ...this.result(), sweeps: scores };
  }

  /** Decides every account once; of its old and its new plan each keeps the better one, so that no sweep makes the household worse. */
  private sweep(): { saved: number; mended: boolean } {
    let [saved, mended] = [0, false];
    for (const member of this.order) {
      const { id } = member.account;
      const snapshot = this.snapshotOf(member, this.restOf(member, this.plans), barsFor(this.frame, member, this.plans), this.tight);
      const next = rebalance(snapshot, this.solver);
      const old = this.found.get(id);
      if (old) {
        const [then, now] = [weigh(snapshot, old.shares), weigh(snapshot, next.shares)];
        if (comparePlans(now, then) >= 0) continue;
        saved += then.cost - now.cost;
        mended ||= missesDiffer(now, then);
      }
      this.found.set(id, next);
      this.take(id, next);
    }
    return { saved, mended };
  }

  private take(id: string, proposal: Pick<Proposal, 'snapshot' | 'shares'>): void {
    this.plans.set(id, toPlan(proposal.snapshot, proposal.shares));
    this.ledger.record(proposal);
  }

  /** The account as it stands in the household, with what the others have done. */
  private snapshotOf(member: Member, rest: Holdings, bars: readonly Bar[], frame = this.frame): AccountSnapshot {
    const { book, alongside } = this.frame;
    const built = buildSnapshot(book, member.account, { ...this.ledger.stateFor(member.account), alongside });
    if (!isSnapshot(built)) throw new Error(`Account ${member.account.id} was weighed before`);
    return place(built, frame, { rest, bars, location: locationWorth(this.frame, member) });
  }

  private restOf(member: Member, plans: ReadonlyMap<string, Plan>): Holdings {
    const { traded, counted, target } = this.frame;
    return addUp([...traded, ...counted].filter((other) => other !== member).map((other) => holdingsOf(other, plans.get(other.account.id))), target.length);
  }

  /** The proposals scored one after the other: each from where those before it leave the household. */
  private result(): HouseholdPlan {
    const { frame, order, ledger } = this;
    for (const { account } of order) ledger.forget(account.id);
    const traded = new Map<string, Plan>();
    const proposals = order.map((member) => {
      const proposal = this.found.get(member.account.id)!;
      const stated = restate(proposal, this.snapshotOf(member, this.restOf(member, traded), barsFor(frame, member, traded)), frame);
      traded.set(member.account.id, toPlan(stated.snapshot, stated.shares));
      ledger.record(stated);
      return stated;
    });
    return {
      frame, proposals, sweeps: [],
      score: proposals.reduce((sum, { score }) => sum + score, 0),
      before: standingOf(frame, new Map()),
      after: standingOf(frame, traded),
    };
  }
}
