import type { Lot } from '../../shared/book/book';
import { cleanShares } from '../../shared/units';
import { formulate } from '../../server/optimizer/formulation';
import { rebalance } from '../../server/optimizer/rebalance';
import { rowsOf } from '../../server/optimizer/rows';
import type { AccountSnapshot } from '../../server/optimizer/snapshot';
import type { Solver } from '../../server/optimizer/solvers/solver';
import { bookOf, instanceSnapshot } from './instance-book';
import type { Instance, PeerTrades } from './instance';

/** A peer's trades, and where it can tell how far from the best plan they are at most (basis points). */
export type Planned = PeerTrades & { readonly gapBp?: number | null };

/** Plans one instance; undefined when it finds no plan. */
export type Peer = (instance: Instance, snapshot: AccountSnapshot, solver: Solver) => Planned | undefined;

/** Sales and purchases below this many dollars are solver noise. */
const smallest = 1;

/** Our own decision. */
export const ours: Peer = (_, snapshot, solver) => {
  const { shares, gapBp } = rebalance(snapshot, solver);
  return {
    gapBp,
    sells: snapshot.lots.flatMap(({ lot }, l) => (shares.sells[l] > 0 ? [{ lotId: lot.id, quantity: shares.sells[l] }] : [])),
    buys: snapshot.assets.flatMap(({ symbol }, i) => (shares.buys[i] > 0 ? [{ securityId: symbol, quantity: shares.buys[i] }] : [])),
  };
};

/**
 * The published kind of heuristic: every security to its target, restrictions obeyed, purchases scaled to the cash there
 * is, first lots out first. It knows neither tax nor risk.
 */
export const heuristic: Peer = (instance, snapshot) => {
  const { canBuy, canSell } = allowances(instance);
  const changes = snapshot.assets.map(({ symbol, weight, target }) => {
    const change = target - weight;
    return (change > 0 ? canBuy(symbol) : canSell(symbol)) ? change : 0;
  });
  const sold = changes.reduce((sum, change) => sum + Math.max(0, -change), 0);
  const wanted = changes.reduce((sum, change) => sum + Math.max(0, change), 0);
  const scale = wanted > 0 ? Math.min(1, Math.max(0, snapshot.cash.weight + sold - snapshot.cash.target) / wanted) : 0;
  return tradesOf(snapshot, changes.map((change) => (change > 0 ? change * scale : change)), oldestFirst);
};

/**
 * The published kind of optimizer by position: least tracking error and spread, no tax; lots are picked afterwards,
 * highest cost first. It is our convex problem of an account without tax that holds one lot of everything.
 */
export const positionOptimizer: Peer = (instance, snapshot, solver) => {
  const blind = instanceSnapshot(instance, untaxedPositions(instance));
  const { problem, read } = formulate(blind, rowsOf(blind), undefined);
  const solution = solver.solve(problem, { time: blind.settings.timeLimit });
  if (solution.status !== 'optimal') return undefined;
  const plan = read(solution.x);
  const changes = snapshot.assets.map((_, i) => plan.buys[i]);
  blind.lots.forEach(({ asset }, l) => { changes[asset] -= plan.sells[l]; });
  return tradesOf(snapshot, changes, highestCostFirst);
};

function allowances({ restrictions }: Instance): { canBuy: (symbol: string) => boolean; canSell: (symbol: string) => boolean } {
  const barred = (side: 'canBuy' | 'canSell'): Set<string> => new Set(restrictions.filter((each) => !each[side]).map(({ securityId }) => securityId));
  const [noBuys, noSells] = [barred('canBuy'), barred('canSell')];
  return { canBuy: (symbol) => !noBuys.has(symbol), canSell: (symbol) => !noSells.has(symbol) };
}

function untaxedPositions(instance: Instance): ReturnType<typeof bookOf> {
  const book = bookOf(instance);
  const [subject] = book.accounts;
  const positions = new Map<string, Lot>();
  for (const lot of subject.lots) {
    const quantity = (positions.get(lot.symbol)?.quantity ?? 0) + lot.quantity;
    positions.set(lot.symbol, { id: lot.symbol, symbol: lot.symbol, quantity, unitCost: null, acquired: null, heldFrom: null });
  }
  return { ...book, accounts: [{ ...subject, taxType: 'Tax-free', lots: [...positions.values()] }] };
}

type LotOrder = (a: Lot, b: Lot) => number;
const oldestFirst: LotOrder = (a, b) => ((a.acquired ?? '') < (b.acquired ?? '') ? -1 : 1);
const highestCostFirst: LotOrder = (a, b) => (b.unitCost ?? 0) - (a.unitCost ?? 0);

/** Changes of weight by asset as trades in fractions of shares. */
function tradesOf({ assets, lots, value }: AccountSnapshot, changes: readonly number[], order: LotOrder): PeerTrades {
  const trades: { sells: PeerTrades['sells']; buys: PeerTrades['buys'] } = { sells: [], buys: [] };
  assets.forEach(({ symbol, price, lots: held }, i) => {
    const amount = changes[i] * value;
    if (amount > smallest) trades.buys.push({ securityId: symbol, quantity: cleanShares(amount / price) });
    if (amount > -smallest) return;
    let left = -amount / price;
    for (const { id, quantity } of held.map((l) => lots[l].lot).sort(order)) {
      const sold = Math.min(quantity, left);
      if (sold > 0) trades.sells.push({ lotId: id, quantity: Math.min(quantity, cleanShares(sold)) });
      left -= sold;
    }
  });
  return trades;
}
