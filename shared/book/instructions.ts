import type { IsoDate } from '../units';

/** What is stopped today, by whom and why. */
export interface Override {
  readonly kind: 'Suspend' | 'Hold security' | 'No buys' | 'No sells' | 'Buy only' | 'Ignore drift';
  /** Absent: every security. */
  readonly symbol?: string;
  /** Last day; absent for what a corporate action forbids. */
  readonly until?: IsoDate;
  readonly reason: string;
  /** Where it comes from in words: `Overrides row 3 (Account 4471-0093, by j.lee)`. */
  readonly source: string;
}

/** A trade somebody asked for. */
export interface TradeRequest {
  readonly action: 'Buy' | 'Sell' | 'Sell all' | 'Swap';
  readonly symbol: string;
  /** Of a swap: what is bought for the dollars sold. */
  readonly into?: string;
  /** Shares, dollars, or the weight to end at (fraction); absent for Sell all, and for a swap of all. */
  readonly size?: { readonly unit: 'shares' | 'dollars' | 'weight'; readonly amount: number };
  /** Must trades whatever the score; Prefer only weighs in. */
  readonly mode: 'Must' | 'Prefer';
  /** Which lots a sale takes; absent: whichever cost least. */
  readonly lotChoice?: 'Highest cost' | 'FIFO' | 'LIFO';
  /** The one lot that is sold. */
  readonly lotId?: string;
  readonly reason: string;
  /** `Manual trades row 3`. */
  readonly source: string;
}
