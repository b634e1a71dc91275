import Decimal from 'decimal.js';
import { money } from '../../checks/check';
import type { TableRow } from '../../contract';
import type { Issue } from '../../issue';
import type { ImportedHolding } from '../apply';
import type { ImportedSecurity } from '../imported-security';
import { importIssue } from '../issues';

/** Slips of unit: a number that is 10, 100 or 1,000 times what it should be. */
const factors = [1000, 100, 10];
/** Prices move in a day; quantities that are off by a factor are off by just that. */
const priceRoom = 0.25;
const quantityRoom = 1e-6;

/** The factor by which `found` is too large (10) or too small (0.1); undefined when it is neither. */
export function slipOf(found: number, expected: number, room: number): number | undefined {
  if (!(found > 0) || !(expected > 0)) return undefined;
  const ratio = found / expected;
  return [...factors, ...factors.map((factor) => 1 / factor)].find((factor) => Math.abs(ratio / factor - 1) <= room);
}

const times = (factor: number): string => (factor > 1 ? `${factor.toLocaleString('en-US')} times` : `one ${Math.round(1 / factor).toLocaleString('en-US')}th of`);

/** Prices that are 10, 100 or 1,000 times the book's, by symbol in capitals; a split, in which quantities move the other way, is none. */
export function priceSlips(securities: readonly ImportedSecurity[], book: readonly TableRow<'securities'>[], quantityFactor: (symbol: string) => number | undefined): Map<string, Issue> {
  const prices = new Map(book.map(({ symbol, price }) => [symbol.toUpperCase(), price]));
  const slips = new Map<string, Issue>();
  for (const { symbol, price } of securities) {
    const before = prices.get(symbol.toUpperCase());
    const factor = before === undefined ? undefined : slipOf(price, before, priceRoom);
    if (before === undefined || factor === undefined) continue;
    const moved = quantityFactor(symbol.toUpperCase());
    if (moved !== undefined && Math.abs(moved * factor - 1) < 1e-9) continue;
    slips.set(symbol.toUpperCase(), importIssue('H07', { file: 'Securities' }, {
      rowKey: symbol, found: String(price),
      message: `${symbol} costs ${money(price)} in the file, ${times(factor)} the ${money(before)} in Securities; the price was not taken.`,
      fix: factor === 100 ? 'Maybe the file prices a bond per 100 of face.' : 'Maybe a split; then type the new price in Securities and import again.',
    }));
  }
  return slips;
}

/** A position whose quantity is 10, 100 or 1,000 times the book's. */
export function quantitySlip(accountId: string, symbol: string, before: number, after: number): { readonly factor: number; readonly issue: Issue } | undefined {
  const factor = slipOf(Math.abs(after), Math.abs(before), quantityRoom);
  if (factor === undefined) return undefined;
  const message = `${symbol} of ${accountId} is ${after}, ${times(factor)} the ${before} in Holdings.`;
  return { factor, issue: importIssue('H07', {}, { rowKey: `${accountId} › ${symbol}`, accounts: [accountId], found: String(after), message, fix: 'Maybe a unit slip, or a split.' }) };
}

/** Cash that turned its sign and is otherwise the same. */
export function signSlip(accountId: string, before: number, after: number): Issue | undefined {
  if (before === 0 || after !== -before) return undefined;
  return importIssue('H07', {}, {
    rowKey: `${accountId} › CASH`, accounts: [accountId], found: String(after),
    message: `Cash of ${accountId} is ${after}, and was ${before}: only the sign changed.`,
    fix: 'Maybe the file shows money owed without a sign, or with one.',
  });
}

/** Quantity times price against the value that the file itself states. */
export function valueSlip({ accountId, symbol, quantity, marketValue, source }: ImportedHolding, price: number | undefined): Issue | undefined {
  if (price === undefined || marketValue === undefined || symbol === 'CASH') return undefined;
  const value = new Decimal(quantity).times(price).toNumber();
  if (Math.abs(value - marketValue) <= Math.max(1, Math.abs(marketValue) / 100)) return undefined;
  const factor = slipOf(value, marketValue, 0.05);
  return importIssue('H07', { file: source }, {
    rowKey: `${accountId} › ${symbol}`, accounts: [accountId], found: String(marketValue),
    message: `${symbol} of ${accountId} is worth ${money(marketValue)} in the file, but ${quantity} × ${price} is ${money(value)}${factor === undefined ? '' : `, ${times(factor)} it`}.`,
    fix: 'Maybe quantity and price are in other units.',
  });
}

/** Below this many shares a total and a price per share are too close to tell apart. */
const enoughShares = 20;
const isPlausible = (cost: number, price: number): boolean => cost >= price / 5 && cost <= price * 5;

/** A cost that would be the price of one share, or so large that it was multiplied twice. */
export function costSlip({ accountId, symbol, quantity, costBasis, source }: ImportedHolding, price: number | undefined): Issue | undefined {
  if (price === undefined || costBasis === undefined || costBasis <= 0 || quantity < enoughShares || price <= 0) return undefined;
  const unit = costBasis / quantity;
  const perShare = unit < price / enoughShares && isPlausible(costBasis, price);
  const squared = unit > price * enoughShares && isPlausible(unit / quantity, price);
  if (!perShare && !squared) return undefined;
  return importIssue('H08', { file: source }, {
    rowKey: `${accountId} › ${symbol}`, accounts: [accountId], found: String(costBasis),
    message: `Cost of ${quantity} ${symbol} in ${accountId} is ${money(costBasis)} at a price of ${money(price)}.`,
    fix: perShare ? `Maybe it is the cost per share: the lot then cost ${money(costBasis * quantity)}.` : `Maybe it was multiplied twice: the lot then cost ${money(unit)}.`,
  });
}
