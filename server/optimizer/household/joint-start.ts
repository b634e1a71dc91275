import { rebalance } from '../rebalance';
import type { Row } from '../rows/row';
import type { SharePlan } from '../shares';
import type { Solver } from '../solvers/solver';
import type { AccountSnapshot } from '../snapshot';
import type { Frame } from './frame';
import { jointOf, otherPlace } from './joint';

/** A security that stays on both sides of the household after this many rounds is left to the accounts. */
const mostRounds = 3;
/** Shares below this are roundings. */
const noise = 1e-9;

/** Where the accounts start from, and what no plan of the household can beat. */
export interface JointStart {
  /** By account ID; in fractions of shares. */
  readonly plans: ReadonlyMap<string, SharePlan>;
  /** Score of those plans, dollars. */
  readonly score: number;
  /** Whether a better start may exist: the search left a gap, or single accounts' bars were taken for the whole run. */
  readonly isRough: boolean;
  /** Upper bound of the score, dollars; undefined where the joint problem is only near the accounts' own. */
  readonly bestScore?: number;
}

/**
 * The best plan of all accounts together, without roundings. What it would sell in one account and buy in another is settled in
 * favor of the larger side, and the plan is found again. Undefined for a household too large for it.
 */
export function jointStart(frame: Frame, solver: Solver): JointStart | undefined {
  const banned: Row[] = [];
  let bestScore: number | undefined;
  for (let round = 1; ; round += 1) {
    const joint = jointOf(frame, banned);
    if (!joint) return undefined;
    const { shares, score, gapBp, status } = rebalance(joint.snapshot, solver);
    if (status === 'Not solved') return undefined;
    // Nobody trades more than the household twice over, so that the tie-break hides no more than this of a score.
    if (round === 1 && isExact(frame) && gapBp !== null) bestScore = score + (gapBp / 10_000 + 2 * otherPlace) * frame.value;
    const bans = round < mostRounds ? bansAgainst(joint.snapshot, shares, frame.target.length) : [];
    if (bans.length === 0) return { plans: new Map(joint.split(shares).map((plan, k) => [frame.traded[k].account.id, plan])), score, isRough: isRough(frame, gapBp), bestScore };
    banned.push(...bans);
  }
}

/** Above this gap (basis points) another start is tried too. */
const roughGap = 1;

/** Under Strict an account is barred as its household stands today; it may fill up while the others are decided. */
const isRough = ({ traded }: Frame, gapBp: number | null): boolean =>
  gapBp === null || gapBp > roughGap || traded.some(({ plain }) => plain.settings.location === 'Strict');

/** One tax profile at most: then the joint problem prices tax as the accounts do. */
const isExact = ({ traded }: Frame): boolean =>
  new Set(traded.filter(({ plain }) => plain.tax.taxed).map(({ plain }) => plain.tax.profile.id)).size <= 1;

/** Rows against the smaller side of every security that one account sells and another buys. */
function bansAgainst({ assets, lots }: AccountSnapshot, { sells, buys }: SharePlan, size: number): Row[] {
  return Array.from({ length: size }, (_, i) => i).flatMap((i): Row[] => {
    const sold = lots.flatMap(({ asset }, l) => (asset % size === i ? [l] : []));
    const bought = assets.flatMap((_, at) => (at % size === i ? [at] : []));
    const [out, into] = [sold.reduce((sum, l) => sum + sells[l], 0), bought.reduce((sum, at) => sum + buys[at], 0)];
    if (out <= noise || into <= noise) return [];
    const row = { name: `${assets[i].symbol} on one side only`, source: 'Household', code: 'sold-in-household', tier: 'limit' as const, max: 0 };
    return out >= into ? bought.map((at) => ({ ...row, expression: { buys: [[at, 1]] } })) : sold.map((l) => ({ ...row, expression: { sells: [[l, 1]] } }));
  });
}
