import Decimal from 'decimal.js';
import type { IsoDate } from '../units';

/** What tells lots apart, here and in the export. */
export interface Lot {
  readonly quantity: number;
  readonly lotId?: string;
  readonly acquired?: IsoDate;
}

/** How the lots of one position moved. */
export interface Moves {
  /** Shares sold, by the lot's key; undefined when the export lists no lots. */
  readonly soldByLot: ReadonlyMap<string, number> | undefined;
  readonly sold: number;
  readonly bought: number;
  /** The key under which a lot is looked up. */
  keyOf(lot: Pick<Lot, 'lotId' | 'acquired'>): string;
}

/** Shares asked for. */
export interface Asked {
  readonly sell: number;
  readonly buy: number;
}

/** What happened to a position between two days: by lot where both sides know lots, else as a whole. */
export function lotMoves(before: readonly Lot[], after: readonly Lot[], asked: Asked): Moves {
  const keyOf = lotKey(before, after);
  const known = (lot: Lot): boolean => lot.lotId !== undefined || lot.acquired !== undefined;
  if (!after.every(known) || !before.every(known)) return { ...wholeMoves(sum(after) - sum(before), asked), keyOf };
  const [held, left] = [byKey(before, keyOf), byKey(after, keyOf)];
  const soldByLot = new Map<string, number>();
  let bought = 0;
  for (const key of new Set([...held.keys(), ...left.keys()])) {
    const moved = exact(new Decimal(left.get(key) ?? 0).minus(held.get(key) ?? 0));
    if (moved < 0) soldByLot.set(key, -moved);
    else bought = exact(new Decimal(bought).plus(moved));
  }
  return { soldByLot, sold: exact(Decimal.sum(0, ...soldByLot.values())), bought, keyOf };
}

/** Lot IDs where the export uses those of the book; custodians that print none tell lots by their day. */
function lotKey(before: readonly Lot[], after: readonly Lot[]): Moves['keyOf'] {
  const ids = new Set(before.flatMap(({ lotId }) => lotId ?? []));
  const isById = after.length === 0 || after.some(({ lotId }) => lotId !== undefined && ids.has(lotId));
  const everyId = before.every(({ lotId }) => lotId !== undefined);
  return ({ lotId, acquired }) => (isById && everyId ? `lot ${lotId ?? `of ${acquired ?? ''}`}` : `lot of ${acquired ?? ''}`);
}

/** Only the net is known: what was asked for is taken as done as far as the net allows. */
function wholeMoves(net: number, { sell, buy }: Asked): Pick<Moves, 'soldByLot' | 'sold' | 'bought'> {
  const off = net - (buy - sell);
  const [unsold, unbought] = [Math.min(sell, Math.max(0, off)), Math.min(buy, Math.max(0, -off))];
  const [more, less] = [Math.max(0, off) - unsold, Math.max(0, -off) - unbought];
  return { soldByLot: undefined, sold: exact(new Decimal(sell).minus(unsold).plus(less)), bought: exact(new Decimal(buy).minus(unbought).plus(more)) };
}

/** Shares of several lots. */
export const sum = (lots: readonly { readonly quantity: number }[]): number => exact(lots.reduce((total, { quantity }) => total.plus(quantity), new Decimal(0)));

const exact = (shares: Decimal): number => shares.toDecimalPlaces(6).toNumber();

function byKey(lots: readonly Lot[], keyOf: Moves['keyOf']): Map<string, number> {
  const sums = new Map<string, number>();
  for (const lot of lots) sums.set(keyOf(lot), exact(new Decimal(sums.get(keyOf(lot)) ?? 0).plus(lot.quantity)));
  return sums;
}
