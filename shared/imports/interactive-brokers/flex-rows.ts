import Decimal from 'decimal.js';
import type { IsoDate } from '../../units';
import { importRow, type ImportAction, type ImportRow } from '../format';
import { readCusip } from '../table/cusip';
import type { Line } from '../table/line';
import { lessKnown } from '../table/sums';
import type { FlexField } from './flex-fields';
import { cashAction, findAssetType, findTerm, symbolOf } from './terms';

/** What a record inherits from the statement around it. */
export interface FlexContext {
  readonly account: string | null;
  readonly toDate: IsoDate | null;
}

type FlexLine = Line<FlexField>;

/** What every record says about itself: whose, of what, in which currency. */
function named(line: FlexLine, { account }: FlexContext): Partial<ImportRow> {
  const description = line.text('description');
  const own = line.text('account');
  return {
    account: own === '-' ? account : (own ?? account),
    accountName: line.text('accountName'),
    symbol: line.text('symbol') ?? description,
    cusip: readCusip(line.text('cusip')) ?? line.text('cusip'),
    description,
    currency: baseless(line.text('currency')),
    assetType: line.text('putCall') ? 'option' : (findAssetType(line.text('category')) ?? findAssetType(line.text('subCategory'))),
  };
}

/** `BASE_SUMMARY` is a sum over currencies and no currency. */
const baseless = (currency: string | null) => (currency !== null && /^[A-Z]{3}$/i.test(currency) ? currency.toUpperCase() : null);

/** A position, or a lot of one when its level of detail says so. Costs and values of short positions are negative, as in the file. */
export function positionRow(line: FlexLine, context: FlexContext): ImportRow {
  const isLot = /lot/i.test(line.text('level') ?? '');
  return importRow(isLot ? 'lot' : 'position', line.number, {
    ...named(line, context),
    lotId: isLot ? line.text('lotId') : null,
    acquired: isLot ? line.day('opened') : null,
    quantity: line.amount('position'),
    unitCost: line.amount('costPrice'),
    costBasis: line.amount('costMoney'),
    price: line.amount('markPrice'),
    marketValue: line.amount('positionValue'),
    term: isLot ? findTerm(line.text('code')) : null,
  });
}

/** An execution or an order. */
export function tradeRow(line: FlexLine, context: FlexContext): ImportRow {
  const quantity = line.amount('quantity');
  const fees = feesOf(line);
  return importRow('transaction', line.number, {
    ...named(line, context),
    date: line.day('tradeDay'),
    action: tradeAction(line, quantity),
    quantity: size(quantity),
    price: line.amount('tradePrice'),
    amount: tradeAmount(line, fees),
    fees,
    transactionId: line.text('transactionId'),
  });
}

/** Money exchanged for money is no purchase of a security, and a canceled trade undoes one. */
function tradeAction(line: FlexLine, quantity: number | null): ImportAction {
  const side = (line.text('buySell') ?? '').toUpperCase();
  if (isForex(line) || /\(CA/.test(side)) return 'Other';
  if (side.startsWith('B')) return 'Buy';
  if (side.startsWith('S')) return 'Sell';
  return quantity === null ? 'Other' : quantity < 0 ? 'Sell' : 'Buy';
}

const isForex = (line: FlexLine): boolean => line.text('category')?.toUpperCase() === 'CASH';

/** Commission and taxes of a trade; unknown when paid in another currency. */
function feesOf(line: FlexLine): number | null {
  const paidIn = line.text('commissionCurrency');
  const [commission, taxes] = [line.amount('commission'), line.amount('taxes')];
  const elsewhere = commission !== null && commission !== 0 && paidIn !== null && paidIn !== (line.text('currency') ?? paidIn);
  if (elsewhere || (commission === null && taxes === null)) return null;
  return new Decimal(commission ?? 0).plus(taxes ?? 0).neg().plus(0).toNumber();
}

/** Net cash, else proceeds or minus the money traded, less fees. Money for money has no net cash, but proceeds. */
function tradeAmount(line: FlexLine, fees: number | null): number | null {
  const net = isForex(line) ? null : line.amount('netCash');
  if (net !== null) return net;
  const [proceeds, money] = [line.amount('proceeds'), line.amount('tradeMoney')];
  const gross = proceeds ?? lessKnown(0, money);
  return gross === null ? null : new Decimal(gross).minus(fees ?? 0).toNumber();
}

/** A closed lot: what it cost and what closing it realized. */
export function closedLotRow(line: FlexLine, context: FlexContext): ImportRow {
  const [costBasis, gain] = [line.amount('cost'), line.amount('realized')];
  return importRow('realized-lot', line.number, {
    ...named(line, context),
    acquired: line.day('opened'),
    closed: line.day('tradeDay'),
    quantity: size(line.amount('quantity')),
    costBasis,
    gain,
    proceeds: costBasis === null || gain === null ? null : new Decimal(costBasis).plus(gain).toNumber(),
    term: findTerm(line.text('code')),
    transactionId: line.text('transactionId'),
  });
}

/** Dividends, interest, fees, taxes, deposits. */
export function cashTransactionRow(line: FlexLine, context: FlexContext): ImportRow {
  const amount = line.amount('amount');
  const description = line.text('description');
  return importRow('transaction', line.number, {
    ...named(line, context),
    symbol: line.text('symbol') ?? symbolOf(description),
    date: line.day('cashDay'),
    action: cashAction(line.text('type'), amount),
    amount,
    transactionId: line.text('transactionId'),
  });
}

/** A split or another corporate action; `FS` and `RS` are the types of splits. */
export function corporateActionRow(line: FlexLine, context: FlexContext): ImportRow {
  return importRow('transaction', line.number, {
    ...named(line, context),
    date: line.day('actionDay'),
    action: /^(?:FS|RS)$/i.test(line.text('type') ?? '') || /\bSPLIT\b/i.test(line.text('description') ?? '') ? 'Split' : 'Other',
    quantity: size(line.amount('quantity')),
    amount: line.amount('proceeds') ?? line.amount('amount'),
    transactionId: line.text('transactionId'),
  });
}

/** Shares or money that came from or went to another account. A price of 0 means that none is known. */
export function transferRow(line: FlexLine, context: FlexContext): ImportRow {
  const [quantity, money] = [line.amount('quantity'), line.amount('transferMoney')];
  const direction = line.text('direction');
  const isOut = direction ? /out/i.test(direction) : (quantity ?? money ?? 0) < 0;
  return importRow('transaction', line.number, {
    ...named(line, context),
    date: line.day('actionDay'),
    action: isOut ? 'Transfer out' : 'Transfer in',
    quantity: size(quantity),
    price: line.amount('transferPrice') || null,
    amount: money,
    transactionId: line.text('transactionId'),
  });
}

/** The money of one currency at the end of the period. */
export function cashRow(line: FlexLine, context: FlexContext): ImportRow {
  const balance = line.amount('endingCash');
  const { account, accountName, currency } = named(line, context);
  const known = { account, accountName, currency, quantity: balance, price: 1, marketValue: balance };
  return importRow('cash', line.number, { ...known, symbol: 'CASH', assetType: 'cash' });
}

/** True for the sum over all currencies, in the base currency. */
export const isBaseSummary = (line: FlexLine): boolean =>
  /base/i.test(line.text('currency') ?? '') || /base/i.test(line.text('level') ?? '');

const size = (quantity: number | null) => (quantity === null || quantity === 0 ? null : Math.abs(quantity));
