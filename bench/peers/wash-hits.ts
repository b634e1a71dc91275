import { daysBetween } from '../../shared/dates';
import { termOf } from '../../shared/tax/holding-period';
import type { SharePlan } from '../../server/optimizer/shares';
import type { AccountSnapshot } from '../../server/optimizer/snapshot';
import type { Instance } from './instance';

/** Shares that count as rounding. */
const noise = 1e-6;

/** What section 1091 takes back from a plan. */
export interface WashHits {
  /** Securities in which some loss is disallowed. */
  readonly count: number;
  /** Dollars of loss that no longer count, by character; positive. */
  readonly short: number;
  readonly long: number;
}

interface Loss {
  readonly term: 'Short' | 'Long';
  readonly shares: number;
  readonly perShare: number;
  /** Of a lot that the plan sells. */
  readonly lotId?: string;
}

/** Shares bought within the window; they replace shares of other lots, never of their own (Rev. Rul. 56-602, 1956-2 C.B. 527). */
interface Replacement {
  readonly lotId?: string;
  /** Not yet used up by a loss. */
  shares: number;
}

/**
 * Losses a plan disallows, share for share, the earliest loss first (IRC §1091(b); Treas. Reg. §1.1091-1(b), (c)):
 * losses sold within the window before meet the plan's purchases; losses the plan sells meet what is left of these and the
 * lots bought within the window that it keeps. Every security is a class of its own.
 */
export function washHits(instance: Instance, snapshot: AccountSnapshot, shares: SharePlan): WashHits {
  const total = { count: 0, short: 0, long: 0 };
  snapshot.assets.forEach(({ symbol, lots }, i) => {
    const purchase: Replacement = { shares: shares.buys[i] };
    const earlier = disallowed(earlierLosses(instance, snapshot, symbol), [purchase]);
    const now = disallowed(lossesSold(snapshot, shares, lots), [purchase, ...recentLotsKept(snapshot, shares, lots)]);
    if (earlier.length + now.length > 0) total.count += 1;
    for (const { term, shares: many, perShare } of [...earlier, ...now]) total[term === 'Short' ? 'short' : 'long'] += many * perShare;
  });
  return total;
}

function isRecent(day: string, { asOf, settings }: AccountSnapshot): boolean {
  return daysBetween(day, asOf) <= settings.washSaleWindow;
}

function earlierLosses({ recentlyClosedLots }: Instance, snapshot: AccountSnapshot, symbol: string): Loss[] {
  return recentlyClosedLots.filter(({ securityId, gain, sold }) => securityId === symbol && gain < 0 && isRecent(sold, snapshot))
    .sort((a, b) => (a.sold < b.sold ? -1 : 1))
    .map(({ acquired, sold, quantity, gain }) => ({ term: termOf(acquired, sold), shares: quantity, perShare: -gain / quantity }));
}

function lossesSold({ lots, assets }: AccountSnapshot, { sells }: SharePlan, held: readonly number[]): Loss[] {
  return held.filter((l) => sells[l] > 0 && lots[l].gain < 0 && lots[l].term !== null)
    .map((l) => ({ term: lots[l].term!, shares: sells[l], perShare: -lots[l].gain * assets[lots[l].asset].price, lotId: lots[l].lot.id }));
}

function recentLotsKept(snapshot: AccountSnapshot, { sells }: SharePlan, held: readonly number[]): Replacement[] {
  return held.map((l) => ({ l, lot: snapshot.lots[l].lot }))
    .filter(({ lot }) => lot.acquired !== null && isRecent(lot.acquired, snapshot))
    .map(({ l, lot }) => ({ lotId: lot.id, shares: lot.quantity - sells[l] }));
}

/** The parts of losses that replacements meet, in turn; replacements are used up. */
function disallowed(losses: readonly Loss[], replacements: readonly Replacement[]): Loss[] {
  return losses.flatMap((loss) => {
    let met = 0;
    for (const replacement of replacements) {
      if (loss.lotId !== undefined && replacement.lotId === loss.lotId) continue;
      const shares = Math.min(replacement.shares, loss.shares - met);
      replacement.shares -= shares;
      met += shares;
    }
    return met > noise ? [{ ...loss, shares: met }] : [];
  });
}
