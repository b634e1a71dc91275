import type { ExpectedTrade } from './expected-trades';

/** What became of one trade. */
export interface Fill {
  readonly trade: ExpectedTrade;
  /** Shares. */
  readonly filled: number;
  readonly finding: 'Filled' | 'Part filled' | 'Missing';
}

/** Shares sold by lot, and the lot of each trade. */
export interface SoldLots {
  readonly sold: ReadonlyMap<string, number>;
  keyOf(trade: ExpectedTrade): string;
}

export interface Filled {
  readonly fills: readonly Fill[];
  /** Shares beyond what was asked for. */
  readonly more: number;
  /** Shares that were sold from lots that no trade names, in place of those that one does. */
  readonly wrongLots?: { readonly quantity: number; readonly expected: readonly string[]; readonly sold: readonly string[] };
}

/** Gives the shares that moved to the trades that asked for them: from the lot each names first, then from what is left. */
export function fillTrades(trades: readonly ExpectedTrade[], moved: number, tolerance: number, lots?: SoldLots): Filled {
  const open = new Map(lots?.sold);
  let left = moved;
  const own = trades.map((trade) => {
    if (!lots) return 0;
    const key = lots.keyOf(trade);
    const taken = Math.min(trade.quantity, open.get(key) ?? 0);
    open.set(key, exact((open.get(key) ?? 0) - taken));
    left = exact(left - taken);
    return taken;
  });
  let elsewhere = 0;
  const expected: string[] = [];
  const fills = trades.map((trade, k): Fill => {
    const more = Math.min(exact(trade.quantity - own[k]), left);
    left = exact(left - more);
    if (lots && more > tolerance) {
      elsewhere = exact(elsewhere + more);
      expected.push(lots.keyOf(trade));
    }
    const filled = exact(own[k] + more);
    return { trade, filled, finding: filled >= trade.quantity - tolerance ? 'Filled' : filled <= tolerance ? 'Missing' : 'Part filled' };
  });
  const sold = [...open].flatMap(([key, quantity]) => (quantity > tolerance ? [key] : []));
  return { fills, more: left, wrongLots: elsewhere > tolerance ? { quantity: elsewhere, expected: [...new Set(expected)], sold } : undefined };
}

const exact = (shares: number): number => Number(shares.toFixed(6));
