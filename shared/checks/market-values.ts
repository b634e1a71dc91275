import { nameKey } from '../book/names';
import type { TableRow } from '../contract';
import { lotKey, money, valueOf, where, type Context, type Finding, type Way } from './check';

type Holding = TableRow<'holdings'>;

/** Market values may be from another minute than prices (D). */
const valueTolerance = 0.02;
const unitSlips = [10, 100, 1000];

/** H07: market values that quantity times price does not give. */
export function* valueMismatches(context: Context): Iterable<Finding> {
  for (const holding of context.tables.holdings) {
    const { marketValue, row, symbol } = holding;
    const ours = valueOf(context, holding);
    if (marketValue === undefined || ours === undefined || Math.abs(ours - marketValue) <= Math.max(1, Math.abs(marketValue) * valueTolerance)) continue;
    const slip = unitSlips.find((factor) => isNear(ours / marketValue, factor) || isNear(marketValue / ours, factor));
    yield {
      table: 'holdings', row, column: 'marketValue', rowKey: lotKey(holding), found: marketValue, subject: slip === undefined ? 'value' : `slip ${slip} ${nameKey(symbol)}`,
      message: `Market value of ${lotKey(holding)} is ${money(marketValue)} at ${where(context, 'holdings', row, 'marketValue')}; quantity times price is ${money(ours)}.`,
      ways: slip === undefined ? [] : waysOutOfSlip(context, holding, ours > marketValue ? 1 / slip : slip),
      fix: slip === undefined ? 'Maybe the price or the quantity is of another day.' : `Maybe the price or the quantity is in another unit: they differ by a factor of ${slip}.`,
    };
  }
}

/** The slip is in the quantity or in the price: only a person can tell. */
function waysOutOfSlip({ index }: Context, { symbol, quantity, row }: Holding, factor: number): Way[] {
  const security = index.security(symbol);
  const scaled = (value: number): number => Number((value * factor).toPrecision(12));
  return [
    { name: 'quantity', says: `Multiply the quantity by ${Number(factor.toPrecision(6))}.`, cells: row === undefined ? [] : [{ table: 'holdings', row, column: 'quantity', value: scaled(quantity) }] },
    { name: 'price', says: `Multiply the price by ${Number(factor.toPrecision(6))}.`, cells: security?.price === undefined || security.row === undefined ? [] : [{ table: 'securities', row: security.row, column: 'price', value: scaled(security.price) }] },
  ];
}

const isNear = (ratio: number, factor: number): boolean => Math.abs(ratio / factor - 1) < 0.05;
