import Decimal from 'decimal.js';
import { addDays, daysBetween } from '../dates';
import type { IsoDate } from '../units';
import { latestLaw } from './law';
import type { WashedLot, WashLot, WashPair } from './wash-lots';
import { partOf, splitOff, type WashPart } from './wash-parts';

export interface WashMatching {
  /** Every share that went in, in the order of acquisition. */
  readonly lots: readonly WashedLot[];
  /** In the order in which the losses were disallowed. */
  readonly pairs: readonly WashPair[];
}

/**
 * Matches the losses of one wash-sale class with their replacement shares, share for share, across a household
 * (IRC §1091; Reg. §1.1091-1 and -2; IRS Pub. 550, Wash Sales). Short sales and options are not known here.
 *
 * Losses are taken in the order of sale, on one day in the order of acquisition (Reg. §1.1091-1(b)). Each takes the
 * shares acquired within the window, earliest first (paragraphs (c) and (d)), that have replaced no others (paragraph
 * (e)), come from another purchase (Rev. Rul. 56-602, 1956-2 C.B. 527), and were still held after that sale. Shares
 * sold later on the same day count: the loss that moves to them comes back with their own sale.
 *
 * @param lots all lots of the class that were held or sold around the window, in any order
 * @param windowDays calendar days on each side of a sale, both ends included
 */
export function matchWashSales(lots: readonly WashLot[], windowDays: number = latestLaw().washWindowDays): WashMatching {
  const parts = [...lots].sort(byAcquisition).map(partOf);
  const pairs: WashPair[] = [];
  const days = [...new Set(lots.flatMap(({ sale }) => sale?.date ?? []))].sort();
  for (const day of days) {
    // A loss may make a loss of another sale of that day, so the next one is looked up anew.
    for (let loss = nextLoss(parts, day); loss; loss = nextLoss(parts, day)) pairs.push(...settle(loss, day, parts, windowDays));
  }
  return { lots: parts.map(washedLot), pairs };
}

function nextLoss(parts: readonly WashPart[], day: IsoDate): WashPart | undefined {
  return parts.find(({ lot, settled, proceeds, basis }) => !settled && lot.taxable && lot.sale?.date === day && proceeds.lt(basis));
}

/** Matches one sale at a loss as far as there are replacement shares; the rest of it stays deductible. */
function settle(loss: WashPart, day: IsoDate, parts: WashPart[], windowDays: number): WashPair[] {
  loss.settled = true;
  const pairs: WashPair[] = [];
  for (const candidate of replacements(loss, day, parts, windowDays)) {
    const shares = Decimal.min(loss.shares, candidate.shares);
    const washed = firstOf(loss, shares, parts);
    pairs.push(wash(washed, firstOf(candidate, shares, parts), day));
    if (washed === loss) break;
  }
  return pairs;
}

/** In the order of acquisition; of one day's, those that keep the basis before an IRA's, those held longest first. */
function replacements(loss: WashPart, day: IsoDate, parts: readonly WashPart[], windowDays: number): WashPart[] {
  const [first, last] = [addDays(day, -windowDays), addDays(day, windowDays)];
  return parts
    .filter(({ lot: { acquired, sale }, purchase, replaces, settled }) => {
      if (acquired < first || acquired > last || replaces || settled) return false;
      return purchase !== loss.purchase && (sale === undefined || sale.date >= day);
    })
    .sort(
      ({ lot: a }, { lot: b }) =>
        compare(a.acquired, b.acquired) ||
        Number(b.taxable) - Number(a.taxable) ||
        compare(b.sale?.date ?? stillHeld, a.sale?.date ?? stillHeld),
    );
}

/** After every day on which shares are sold. */
const stillHeld = '9999-12-31';

/** Those shares of a part, as a part of their own that stands before the rest. */
function firstOf(part: WashPart, shares: Decimal, parts: WashPart[]): WashPart {
  if (shares.eq(part.shares)) return part;
  const head = splitOff(part, shares);
  parts.splice(parts.indexOf(part), 0, head);
  return head;
}

/** Disallows the loss on shares sold, and moves it with their holding period to as many shares that replace them. */
function wash(sold: WashPart, replacement: WashPart, day: IsoDate): WashPair {
  const loss = sold.basis.minus(sold.proceeds);
  const isPermanent = !replacement.lot.taxable;
  sold.disallowed = loss;
  replacement.replaces = true;
  if (isPermanent) sold.permanentLoss = loss;
  else {
    replacement.basis = replacement.basis.plus(loss);
    replacement.heldFrom = addDays(replacement.heldFrom, -daysBetween(sold.heldFrom, day));
  }
  return {
    lossLotId: sold.lot.id,
    lossAccountId: sold.lot.accountId,
    sold: day,
    replacementLotId: replacement.lot.id,
    replacementAccountId: replacement.lot.accountId,
    acquired: replacement.lot.acquired,
    shares: sold.shares.toNumber(),
    disallowed: loss.toNumber(),
    isPermanent,
  };
}

function washedLot({ lot, shares, originalBasis, basis, proceeds, heldFrom, disallowed, permanentLoss, replaces }: WashPart): WashedLot {
  return {
    lotId: lot.id,
    accountId: lot.accountId,
    shares: shares.toNumber(),
    acquired: lot.acquired,
    heldFrom,
    ...(lot.sale && {
      sold: lot.sale.date,
      proceeds: proceeds.toNumber(),
      realizedGain: proceeds.minus(basis).plus(disallowed).toNumber(),
    }),
    originalBasis: originalBasis.toNumber(),
    basis: basis.toNumber(),
    disallowed: disallowed.toNumber(),
    permanentLoss: permanentLoss.toNumber(),
    replaces,
  };
}

/** By everything that tells lots apart, so that the order of the input rows changes nothing. */
function byAcquisition(a: WashLot, b: WashLot): number {
  const rest = ({ id, accountId, purchase, taxable, shares, heldFrom, basis, sale }: WashLot): string =>
    JSON.stringify([accountId, id, taxable, shares, basis, purchase, heldFrom, sale?.date, sale?.proceeds]);
  return compare(a.acquired, b.acquired) || compare(rest(a), rest(b));
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
