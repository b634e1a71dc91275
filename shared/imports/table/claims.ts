import type { ImportRow } from '../format';
import { pricedPer } from './asset-type';

/** How far figures of one row are from agreeing. All amounts are dollars without sign. */
export interface Claim {
  readonly row: ImportRow;
  readonly gap: number;
  /** A gap that comes from figures printed with few decimals. */
  readonly rounding: number;
  /** A gap beyond which the figures cannot be meant, whatever other rows say. */
  readonly leeway: number;
  /** How many rows, and which part of the others, must agree to within rounding, so that this one has to; null when it never has to. */
  readonly support: { readonly rows: number; readonly part: number } | null;
}

const most = { rows: 1, part: 0.5 };
const nearlyAll = { rows: 3, part: 0.9 };

const isHeld = ({ kind }: ImportRow): boolean => kind === 'position' || kind === 'lot';
/** Dollars by which amounts that were rounded to cents may differ. */
const cents = 0.011;
const trades: readonly (ImportRow['action'])[] = ['Buy', 'Sell', 'Reinvest'];
/** Dollars of commission that a file may leave unsaid. */
const commission = 20;

/** Quantity × price is the value. Bonds may be valued with accrued interest, options between bid and ask. */
export function claimValue(row: ImportRow): Claim | undefined {
  const { quantity, price, marketValue, assetType } = row;
  if (!isHeld(row) || quantity === null || !price || marketValue === null) return undefined;
  const leeway = cents + (Math.abs(marketValue) * (assetType === 'option' ? 10 : 1)) / 100;
  return { row, ...product(quantity, price, marketValue, pricedPer(assetType)), leeway, support: assetType === null ? most : null };
}

/** A short position is worth less than nothing, and a long one more. */
export function claimSign(row: ImportRow): Claim | undefined {
  const { quantity, price, marketValue } = row;
  if (!isHeld(row) || !quantity || !marketValue) return undefined;
  return { row, gap: Math.sign(quantity * (price ?? 1)) === Math.sign(marketValue) ? 0 : 1, rounding: 0, leeway: 1, support: most };
}

/** What is bought is paid for, and what is sold brings money. */
export function claimFlow(row: ImportRow): Claim | undefined {
  const { amount, action, kind } = row;
  if (kind !== 'transaction' || !trades.includes(action) || !amount) return undefined;
  return { row, gap: amount > 0 === (action === 'Sell') ? 0 : 1, rounding: 0, leeway: 0, support: null };
}

/** Quantity × cost per unit is the cost, but for commissions: what one file leaves out of the cost per unit, it leaves out of many. */
export function claimCost(row: ImportRow): Claim | undefined {
  const { quantity, unitCost, costBasis, assetType, kind } = row;
  if (!(isHeld(row) || kind === 'realized-lot') || !quantity || !unitCost || costBasis === null) return undefined;
  const { gap, rounding } = product(quantity, unitCost, costBasis, pricedPer(assetType));
  const larger = Math.max(Math.abs(costBasis), Math.abs(quantity * unitCost * pricedPer(assetType)));
  return { row, gap, rounding, leeway: commission + larger / 2, support: nearlyAll };
}

/** Proceeds less cost is the gain, with or without the loss that is disallowed. */
export function claimGain(row: ImportRow): Claim | undefined {
  const { proceeds, costBasis, gain, disallowedLoss } = row;
  if (row.kind !== 'realized-lot' || proceeds === null || costBasis === null || gain === null) return undefined;
  const loss = disallowedLoss ?? 0;
  const gap = Math.min(...[0, loss, -loss].map((more) => Math.abs(proceeds - costBasis - gain + more)));
  return { row, gap, rounding: 2 * cents, leeway: 1, support: most };
}

/** Quantity × price is the amount but for fees, and for the accrued interest of bonds; whether a security is one, transactions seldom say. Abroad, price and amount may be in two currencies. */
export function claimTrade(row: ImportRow): Claim | undefined {
  const { quantity, price, amount, currency } = row;
  if (currency !== null && currency !== 'USD') return undefined;
  if (row.kind !== 'transaction' || !trades.includes(row.action) || price === null || amount === null) return undefined;
  const [closest] = [1, 0.01, 100].map((unit) => product(quantity ?? 0, price, amount, unit)).sort((a, b) => a.gap - b.gap);
  const fees = Math.abs(row.fees ?? 0);
  return { row, gap: closest.gap, rounding: closest.rounding + fees, leeway: fees + commission + Math.abs(amount) / 20, support: null };
}

/** How far `quantity × each` is from `total`; each is as exact as its last digit. */
function product(quantity: number, each: number, total: number, unit: number): Pick<Claim, 'gap' | 'rounding'> {
  const fraction = Number.isInteger(quantity) ? 0 : lastDigit(quantity) / 2;
  return {
    gap: Math.abs(Math.abs(quantity * each * unit) - Math.abs(total)),
    rounding: cents + Math.abs(quantity * unit) * lastDigit(each) + Math.abs(each * unit) * fraction,
  };
}

/** What one is worth in the last digit of a figure, of which zeros at the end may be lost: 0.01 in 12.5. */
const lastDigit = (value: number): number => 10 ** -Math.max(2, /\.(\d+)$/.exec(String(value))?.[1].length ?? 0);
