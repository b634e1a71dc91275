import type { TableRow } from '../contract';
import { isCashSymbol, money, where, type Context, type Finding } from './check';

/** Below this many shares a total and a price per share are too close to tell apart. */
const enoughShares = 20;
/** A cost per share within a factor of five of today's price is plausible; a twentieth of it is not. */
const plausible = (cost: number, price: number): boolean => cost >= price / 5 && cost <= price * 5;

/** H08: a cost basis that would be the price of one share, or a unit cost that would be the price of the lot. */
export function* basisUnits(context: Context): Iterable<Finding> {
  for (const lot of context.tables.holdings) {
    const price = context.index.security(lot.symbol)?.price;
    if (price === undefined || price <= 0 || lot.quantity < enoughShares || isCashSymbol(context, lot.symbol)) continue;
    const finding = perShare(lot, price) ?? perLot(lot, price);
    if (!finding) continue;
    const { column, found, meant, says } = finding;
    yield {
      table: 'holdings', row: lot.row, column, rowKey: `${lot.accountId} › ${lot.symbol}`, found, suggested: meant,
      message: `${says} ${money(found)} at ${where(context, 'holdings', lot.row, column)} for ${lot.quantity} shares of ${lot.symbol} at ${money(price)}.`,
      fix: column === 'costBasis' ? `Maybe it is the cost per share: the lot then cost ${money(meant)}.` : `Maybe it is the cost of the lot: one share then cost ${money(meant)}.`,
    };
  }
}

type Slip = { readonly column: 'costBasis' | 'unitCost'; readonly found: number; readonly meant: number; readonly says: string };

function perShare({ costBasis, quantity }: TableRow<'holdings'>, price: number): Slip | undefined {
  if (costBasis === undefined || costBasis <= 0 || costBasis / quantity >= price / enoughShares || !plausible(costBasis, price)) return undefined;
  return { column: 'costBasis', found: costBasis, meant: Number((costBasis * quantity).toPrecision(12)), says: 'Cost basis is' };
}

function perLot({ unitCost, quantity }: TableRow<'holdings'>, price: number): Slip | undefined {
  if (unitCost === undefined || unitCost <= price * enoughShares || !plausible(unitCost / quantity, price)) return undefined;
  return { column: 'unitCost', found: unitCost, meant: Number((unitCost / quantity).toPrecision(12)), says: 'Unit cost is' };
}
