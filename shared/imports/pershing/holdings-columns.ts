import type { Fields } from '../table/header';
import type { Line } from '../table/line';
import { isMissing, readAmount } from '../table/values';
import { readCusip } from './security';

/** The columns of NetX360's lists of holdings, by all names seen. */
export const fields = {
  snapshot: ['Snapshot Date', 'As of Date', 'As of'],
  account: ['Account Number', 'Account No', 'Account', 'Acct Number', 'Account ID'],
  firstName: ['First Name'],
  lastName: ['Last Name'],
  accountName: ['Account Name', 'Client Name', 'Short Name', 'Account Title', 'Name'],
  accountType: ['Account Type Description', 'Account Type'],
  cusip: ['CUSIP', 'CUSIP Number', 'Security CUSIP'],
  symbol: ['Symbol', 'Ticker', 'Security Symbol'],
  securityId: ['Security Identifier', 'Security ID'],
  description: ['Security Description', 'Description', 'Security Name'],
  securityType: ['Security Type', 'Asset Type', 'Asset Category'],
  currency: ['Position Currency', 'Issue Currency', 'Currency', 'Currency Code'],
  quantity: ['Quantity', 'Trade Date Quantity', 'TD Quantity', 'Settlement Date Quantity'],
  marketValue: ['Market Value', 'Market Value (USDE)', 'Current Value', 'Value'],
  dollarValue: ['Market Value (USDE)'],
  exchangeRate: ['FX Rate (To USDE)'],
  gain: ['Net Unrealized Gain/Loss', 'Unrealized Gain/Loss', 'Gain/Loss'],
  fixedIncome: ['Fixed Income'],
  cashAmount: ['Cash and Cash Equivalents', 'Cash & Cash Equivalents', 'Cash Equivalents'],
  cost: ['Cost (Position)', 'Cost Basis', 'Total Cost', 'Current Total Cost', 'Cost'],
  unitCost: ['Unit Cost', 'Average Unit Cost', 'Average Cost'],
  price: ['Price'],
} satisfies Fields;

export type HoldingsField = keyof typeof fields;

/** What a header must have: a security, a quantity, and an amount of money. */
export const needs: readonly (readonly HoldingsField[])[] = [['cusip', 'symbol', 'securityId'], ['quantity'], ['marketValue', 'cashAmount', 'cost']];

/** The names of a position's currency, which the headers of its values repeat: only a column of exactly that name says it. */
export const findCurrencyColumn = (header: readonly string[]): number | undefined => {
  const column = header.findIndex((name) => /^(position|issue)? ?(ccy|currency)( code)?$/i.test(name.trim()));
  return column < 0 ? undefined : column;
};

/** What a row says of its security. */
export interface Described {
  readonly cusip: string | null;
  readonly symbol: string | null;
  readonly description: string | null;
  readonly securityType: string | null;
}

/** NetX360+ identifies a security by its symbol where it has one, else by its CUSIP. */
export function describe(line: Line<HoldingsField>): Described {
  const identifier = line.text('securityId');
  const cusip = line.text('cusip') ?? (readCusip(identifier) === null ? null : identifier);
  const symbol = line.text('symbol') ?? (identifier === cusip ? null : identifier);
  return { cusip, symbol, description: line.text('description'), securityType: line.text('securityType') };
}

/** First and last name, of which a company has one. */
export function nameOf(line: Line<HoldingsField>): string | null {
  const name = [line.text('firstName'), line.text('lastName')].filter((part) => part !== null).join(' ');
  return name || line.text('accountName');
}

/** A sweep whose CUSIP was left out is known by its amount, which only balances have. */
export const isBalance = ({ text }: Line<HoldingsField>): boolean => !!readAmount(text('cashAmount') ?? '') && !readAmount(text('quantity') ?? '') && !readAmount(text('marketValue') ?? '');

/** The row of a sum, which names no security. */
export const isTotal = ({ cells, text }: Line<HoldingsField>): boolean =>
  text('cusip') === null && /^(grand |sub)?totals?\b/i.test(cells.find((cell) => cell.trim() !== '')?.trim() ?? '');

/** Disclaimers, and headers that are printed again, are no rows. */
export function isRow({ text, cells }: Line<HoldingsField>): boolean {
  const named = [text('cusip'), text('symbol'), text('securityId'), text('description')].some((cell) => cell !== null);
  const filled = cells.filter((cell) => !isMissing(cell)).length;
  const counted = cells.some((cell) => typeof readAmount(cell) === 'number' && !Number.isNaN(readAmount(cell)));
  return named && filled > 1 && counted;
}
