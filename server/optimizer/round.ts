import { cleanShares, floorToStep } from '../../shared/units';
import type { Plan } from './plan';
import { RoundingLedger, tooSmall } from './rounding-ledger';
import type { Row, Yielding } from './rows/row';
import { firstOrders, lotOrders, toShares, type LotOrder, type SharePlan } from './shares';
import type { AccountSnapshot } from './snapshot';

/** A change of one order, or of two at once. */
type Move = readonly (readonly [asset: number, shares: number])[];

/** Improvements below this (basis points) are noise. */
const worth = 1e-9;
/** Rounds of moves at most: far beyond what mending takes, a bound against cycling. */
const mostRounds = 2_000;

/**
 * Rounds a plan to tradable shares and mends what rounding broke: steps of single orders until none
 * helps; while a row is worse than today or an order too small also moves of two orders that keep the cash. Violations that the continuous plan
 * already had are allowed; new ones are not. When no rounding keeps the rows, nothing is traded. Rows of the tiers that
 * yield may get worse than today.
 */
export function roundPlan(snapshot: AccountSnapshot, rows: readonly Row[], plan: Plan, yields: Yielding): SharePlan {
  const orders = lotOrders(snapshot, plan);
  const ledger = new RoundingLedger(snapshot, rows, orders, plan, yields);
  const staying = ledger.merit;
  firstOrders(snapshot, plan, orders).forEach((shares, i) => { if (shares !== 0) ledger.move(i, shares); });
  const traded = [...ledger.shares.keys()].filter((i) => ledger.shares[i] !== 0);
  for (let left = mostRounds; left > 0; left -= 1) {
    if (takeSteps(snapshot, orders, ledger, traded)) continue;
    // Leaving a trade out mends any row at once, so it is only asked for where steps lead no further.
    const move = (ledger.merit >= tooSmall || ledger.isMissed ? goodSwap(snapshot, orders, ledger, traded) : undefined)
      ?? bestLeap(snapshot, orders, ledger, traded);
    if (!move) break;
    for (const [i, shares] of move) ledger.move(i, shares);
  }
  return toShares(snapshot, orders, staying <= ledger.merit ? new Float64Array(snapshot.assets.length) : ledger.shares);
}

/** The best of some amounts for one order, when it betters the merit. */
function bestAmount(ledger: RoundingLedger, i: number, amounts: readonly number[], than: number): { shares: number; merit: number } | undefined {
  let best: { shares: number; merit: number } | undefined;
  for (const shares of amounts) {
    const merit = ledger.meritWith(i, shares);
    if (merit < (best?.merit ?? than) - worth) best = { shares, merit };
  }
  return best;
}

/** Takes every step of one trade that helps, the most helpful first, each judged again before it is taken. False when none does. */
function takeSteps(snapshot: AccountSnapshot, orders: readonly LotOrder[], ledger: RoundingLedger, traded: readonly number[]): boolean {
  const found = traded.flatMap((i) => {
    const now = ledger.shares[i];
    const best = bestAmount(ledger, i, allowed(snapshot, orders[i], i, now, stepsFrom(snapshot, i, now)), ledger.merit);
    return best ? [{ i, ...best }] : [];
  }).sort((a, b) => a.merit - b.merit || a.i - b.i);
  let taken = false;
  for (const { i, shares } of found) {
    if (ledger.meritWith(i, shares) >= ledger.merit - worth) continue;
    ledger.move(i, shares);
    taken = true;
  }
  return taken;
}

/** One trade left out, or one position sold out. */
function bestLeap(snapshot: AccountSnapshot, orders: readonly LotOrder[], ledger: RoundingLedger, traded: readonly number[]): Move | undefined {
  let best: { move: Move; merit: number } | undefined;
  for (const i of traded) {
    const amounts = ledger.shares[i] < 0 ? [0, -snapshot.assets[i].shares] : [0];
    const found = bestAmount(ledger, i, allowed(snapshot, orders[i], i, ledger.shares[i], amounts), best?.merit ?? ledger.merit);
    if (found) best = { move: [[i, found.shares]], merit: found.merit };
  }
  return best?.move;
}

/**
 * One step of one trade and as much of another as keeps the cash: between two rows that both bind, a budget and the cash,
 * every single step breaks one of them. Orders that are too small come before all others; the first that finds a partner takes its best.
 */
function goodSwap(snapshot: AccountSnapshot, orders: readonly LotOrder[], ledger: RoundingLedger, traded: number[]): Move | undefined {
  const { assets } = snapshot;
  const before = ledger.merit;
  const small = traded.filter((i) => ledger.isSmall(i));
  for (const i of small.length > 0 ? small : traded) {
    const now = ledger.shares[i];
    let best: { move: Move; merit: number } | undefined;
    // An order below the minimum may also go altogether, a position too small be sold out, and another order make up for the cash.
    const ends = now < 0 ? [0, -assets[i].shares] : [0];
    const nexts = ledger.isSmall(i) ? [...stepsFrom(snapshot, i, now), ...ends] : stepsFrom(snapshot, i, now);
    for (const next of allowed(snapshot, orders[i], i, now, nexts)) {
      ledger.move(i, next);
      for (const j of traded) {
        if (j === i || ledger.shares[j] === 0) continue;
        const kept = cleanShares(ledger.shares[j] + floorToStep(((now - next) * assets[i].price) / assets[j].price, assets[j].step));
        const found = bestAmount(ledger, j, allowed(snapshot, orders[j], j, ledger.shares[j], [kept]), best?.merit ?? before);
        if (found) best = { move: [[i, next], [j, found.shares]], merit: found.merit };
      }
      ledger.move(i, now);
    }
    if (!best) continue;
    // Those before it found no partner, so they come last next time.
    traded.push(...traded.splice(0, traded.indexOf(i)));
    return best.move;
  }
  return undefined;
}

/** A step more and a step less; a position sold out with a fraction of a share steps back to whole shares. */
function stepsFrom({ assets }: AccountSnapshot, i: number, now: number): number[] {
  const { step, shares: held } = assets[i];
  if (now === 0) return [];
  return [now === -held ? -floorToStep(held - step / 1e6, step) : cleanShares(now + step), cleanShares(now - step)];
}

/** Amounts that do not turn the trade around and sell no more than its lots hold. */
function allowed({ assets }: AccountSnapshot, { usable }: LotOrder, i: number, now: number, amounts: readonly number[]): number[] {
  const { shares: held } = assets[i];
  return amounts.filter((next) => {
    const isTooMuch = next < 0 && (next === -held ? usable < held - 1e-9 : -next > usable + 1e-12);
    return next !== now && Math.sign(next) !== -Math.sign(now) && !isTooMuch;
  });
}
