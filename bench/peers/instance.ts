import { z } from 'zod';

/** One synthetic account on which peers were measured: a file of `peer-instances`. Dollars, fractions and shares. */
const number = z.number();
const Gains = z.object({ shortTermGain: number, longTermGain: number });

export const Instance = z.object({
  id: z.string(),
  asOf: z.iso.date(),
  cash: number,
  taxRates: z.object({ shortTerm: z.object({ total: number }), longTerm: z.object({ total: number }) }),
  securities: z.array(z.object({ id: z.string(), price: z.number().positive(), spread: number, sector: z.string().optional(), factors: z.record(z.string(), number) })),
  /** Any of the identifiers fills the class; `CASH` is one of them. */
  targets: z.array(z.object({ assetClass: z.string(), weight: number, identifiers: z.array(z.string()).min(1) })),
  /** `costBasis` is of the whole lot. */
  lots: z.array(z.object({ lotId: z.string(), securityId: z.string(), quantity: z.number().positive(), costBasis: number, acquired: z.iso.date() })),
  recentlyClosedLots: z.array(z.object({ securityId: z.string(), quantity: number, acquired: z.iso.date(), sold: z.iso.date(), gain: number })),
  restrictions: z.array(z.object({ securityId: z.string(), canBuy: z.boolean(), canSell: z.boolean() })),
  ytd: Gains,
  /** Losses as positive dollars. */
  carryForward: z.object({ shortTermLoss: number, longTermLoss: number }),
});
export type Instance = z.infer<typeof Instance>;

/** What a peer proposes for one instance: shares by lot and by security. */
export const PeerTrades = z.object({
  sells: z.array(z.object({ lotId: z.string(), quantity: z.number().nonnegative() })),
  buys: z.array(z.object({ securityId: z.string(), quantity: z.number().nonnegative() })),
});
export type PeerTrades = z.infer<typeof PeerTrades>;
