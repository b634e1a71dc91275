import Decimal from 'decimal.js';
import type { ImportRow } from '../format';
import { pricedPer, priceOf, worth } from '../table/asset-type';
import type { Fields } from '../table/header';
import type { Line, LineReader } from '../table/line';
import { lessKnown } from '../table/sums';
import { findOwner, type Owner } from './account';
import { readSecurity } from './security';

/** Columns that the positions and the lots of Fidelity share, by every name they have gone by. */
export const holdingFields = {
  accountNumber: ['Account Number', 'Account #', 'Account No', 'Account No.'],
  accountLabel: ['Account Name', 'Account Name/Number', 'Account', 'Account Nickname'],
  symbol: ['Symbol', 'Symbol/CUSIP', 'Ticker'],
  description: ['Description', 'Security Description', 'Security Name', 'Name'],
  quantity: ['Quantity', 'Shares', 'Qty'],
  price: ['Last Price', 'Price', 'Most Recent Price', 'Closing Price', 'Recent Price'],
  value: ['Current Value', 'Most Recent Value', 'Market Value', 'Ending Value', 'Value'],
  gain: ['Total Gain/Loss Dollar', 'Total Gain/Loss $', 'Total Gain/Loss', '$ Total Gain/Loss', 'Gain/Loss Dollar'],
  cost: ['Cost Basis Total', 'Total Cost Basis', 'Cost Basis'],
  unitCost: ['Average Cost Basis', 'Cost Basis Per Share', 'Average Cost', 'Avg Cost Basis', 'Average Cost Basis Per Share', 'Cost Basis/Share'],
  type: ['Type', 'Account Type', 'Held In'],
  acquired: ['Acquired', 'Date Acquired', 'Acquired Date', 'Acquisition Date', 'Purchase Date', 'Open Date'],
  term: ['Term', 'Holding Period', 'Short/Long'],
} satisfies Fields;

export type HoldingField = keyof typeof holdingFields;

/** Whose the holding of a row is. */
export const ownerOf = (line: Line<HoldingField>): Owner => findOwner(line.text('accountNumber'), line.text('accountLabel'));

/** `Cash`, `Margin` or `Short`, where the row says which of an account's registrations holds it. */
export function subAccountOf(text: string | null): string | null {
  return /^(?:cash|margin|short)$/i.test(text ?? '') ? text : null;
}

/** What a row says of shares, options or bonds. */
export function readHolding(line: Line<HoldingField>, reader: LineReader<HoldingField>): Partial<ImportRow> {
  const description = line.text('description');
  const { symbol, cusip, assetType } = readSecurity(line.text('symbol'), description);
  const quantity = line.amount('quantity');
  const stated = { value: line.amount('value'), price: line.amount('price') };
  const marketValue = stated.value ?? worth(quantity, stated.price, assetType);
  const price = stated.price ?? priceOf(marketValue, quantity, assetType);
  const { unitCost, costBasis } = readCost(line, { quantity, marketValue, assetType }, reader);
  return { symbol, cusip, description, quantity, price, marketValue, unitCost, costBasis, assetType, subAccountType: subAccountOf(line.text('type')) };
}

type Figures = Pick<ImportRow, 'quantity' | 'marketValue' | 'assetType'>;

/** The total as stated; where the file has no such column, value less gain, or quantity × cost per share. */
function readCost(line: Line<HoldingField>, figures: Figures, reader: LineReader<HoldingField>): Pick<ImportRow, 'unitCost' | 'costBasis'> {
  const unitCost = line.amount('unitCost');
  const total = line.amount('cost');
  const fromUnit = size(worth(figures.quantity, unitCost, figures.assetType));
  if (total === null) {
    const fromGain = reader.has('cost') ? null : size(lessKnown(figures.marketValue, line.amount('gain')));
    return { unitCost, costBasis: fromGain ?? fromUnit };
  }
  if (fromUnit !== null && !fits(fromUnit, total, figures)) {
    reader.complain('I09', line.number, 'unitCost', {
      found: String(unitCost),
      message: `${line.text('symbol') ?? 'The holding'} on line ${line.number} costs ${fromUnit} by its cost per share, but ${total} in total; the total was kept.`,
      fix: 'Maybe one of the two was edited.',
    });
  }
  return { unitCost, costBasis: total };
}

/** A short position's cost, what was received, is printed without sign. */
const size = (dollars: number | null): number | null => (dollars === null ? null : Math.abs(dollars));

/** Cost per share is printed to the cent, so it may be off by half a cent a share. */
function fits(fromUnit: number, total: number, { quantity, assetType }: Figures): boolean {
  if (Math.abs(fromUnit - Math.abs(total)) < 0.01) return true;
  const tolerance = new Decimal(quantity ?? 0).abs().times(pricedPer(assetType)).times(0.00501).plus(0.02);
  return new Decimal(fromUnit).minus(new Decimal(total).abs()).abs().lte(tolerance);
}

/** Money is a dollar a share; often only its worth is printed. */
export function asMoney({ symbol, description, quantity, marketValue, costBasis }: Partial<ImportRow>): Partial<ImportRow> {
  const amount = marketValue ?? quantity ?? null;
  return { symbol: symbol ?? 'CASH', description, quantity: amount, price: 1, marketValue: amount, costBasis: costBasis ?? amount, assetType: 'cash' };
}
