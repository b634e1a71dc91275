import Decimal from 'decimal.js';
import { importRow, type ImportRow } from '../format';
import type { Line } from '../table/line';
import type { OfxField } from './fields';
import type { Security } from './securities';

/** The elements of positions. */
export const positionElements: ReadonlySet<string> = new Set(['POSSTOCK', 'POSMF', 'POSDEBT', 'POSOPT', 'POSOTHER']);

/** What a row inherits from its statement. */
export interface Owner {
  readonly account: string | null;
  readonly currency: string | null;
}

/** A position of `element`; one of zero units is none. Short positions are negative however the file writes them. */
export function positionRow(element: string, line: Line<OfxField>, security: Security, { account, currency }: Owner): ImportRow {
  const assetType = element === 'POSOPT' ? 'option' : element === 'POSDEBT' ? 'bond' : security.assetType;
  const isShort = line.text('posType')?.toUpperCase() === 'SHORT';
  const signed = (amount: number | null) => (amount !== null && isShort ? -Math.abs(amount) : amount);
  const [quantity, marketValue, price] = [signed(line.amount('units')), signed(line.amount('value')), line.amount('unitPrice')];
  return importRow(quantity === 0 ? 'skip' : 'position', line.number, {
    account,
    ...security,
    assetType,
    quantity,
    price: assetType === 'bond' ? pricePer100(price, quantity, marketValue) : price,
    marketValue,
    currency: line.text('currency') ?? currency,
    accountType: line.text('heldIn'),
  });
}

/** Bonds are priced per 100 of face. Where units times price already is the value, the price was for one unit. */
function pricePer100(price: number | null, quantity: number | null, marketValue: number | null): number | null {
  if (!price || !quantity || !marketValue) return price;
  const isWorth = new Decimal(price).times(quantity).minus(marketValue).abs().lte(new Decimal(marketValue).abs().times(0.001));
  return isWorth ? new Decimal(price).times(100).toNumber() : price;
}
