import { readFlag } from '../table/flag';
import { readTerm } from '../table/term';
import { splitGain } from '../table/split-gain';
import { importRow, type ImportKind, type ImportRow } from '../format';
import { cashSymbol, isCash, isPending, type CashSigns } from './cash';
import type { CellReader } from './cell-reader';
import { completeFigures } from './figures';
import { priceInPounds } from './pence';
import { checkStatedGain, readCost } from './read-cost';
import type { SecurityName } from './securities';

type Owned = Pick<ImportRow, 'account' | 'accountName'>;

/** A row of holdings: cash, money on its way, or a `position` of which it is not yet known whether it is a lot. */
export function readHolding(reader: CellReader, security: SecurityName, owned: Owned): ImportRow {
  const direction = directionOf(reader);
  const signs = {
    symbol: security.symbol, cusip: security.cusip, description: security.description, assetClass: reader.text('assetClass'),
    quantity: direction(reader.amount('quantity')), price: reader.amount('price'), marketValue: direction(reader.amount('marketValue')),
  };
  const texts = [security.symbol, security.description, reader.text('symbol')];
  if (isPending(texts)) return readPending(reader, owned, signs.marketValue ?? signs.quantity);
  if (isCash(signs)) return readCash(reader, security, owned, signs);
  const split = readSplitGain(reader);
  const gain = reader.amount('gain') ?? split.gain;
  const currency = reader.currencyOf(signs.marketValue === null ? 'price' : 'marketValue');
  const price = priceInPounds(currency, signs);
  const figures = completeFigures({
    quantity: signs.quantity, price, marketValue: signs.marketValue, ...readCost(reader, currency), gain, texts, cusip: security.cusip, assetClass: signs.assetClass,
  });
  checkStatedGain(reader, gain, figures);
  return importRow('position', reader.line, {
    account: owned.account, accountName: owned.accountName, symbol: security.symbol, cusip: security.cusip, description: security.description,
    acquired: reader.day('acquired'),
    lotId: reader.text('lotId'),
    currency: price === signs.price ? currency : 'GBP', accountType: reader.text('accountType'),
    term: readTerm(reader.text('term')) ?? split.term,
    washSale: readFlag(reader.text('washSale')),
    disallowedLoss: absolute(reader.amount('disallowedLoss')),
    quantity: figures.quantity, price: figures.price, marketValue: figures.marketValue, unitCost: figures.unitCost, costBasis: figures.costBasis, assetType: figures.assetType,
  });
}

/** Shares and value of a short position are negative, also in a file that has a column to say so in place of a sign. */
const directionOf = (reader: CellReader): ((amount: number | null) => number | null) =>
  reader.has('direction') && /^s(?:hort)?$/i.test(reader.raw('direction')) ? negative : unchanged;
const negative = (amount: number | null): number | null => (amount ? -Math.abs(amount) : amount);
const unchanged = (amount: number | null): number | null => amount;

const readPending = (reader: CellReader, owned: Owned, marketValue: number | null): ImportRow =>
  importRow('pending-cash', reader.line, { ...owned, currency: reader.currencyOf('marketValue'), accountType: reader.text('accountType'), marketValue, assetType: 'cash' });

/** Cash: its amount stands in place of quantity and value, in whichever column the file has it. */
function readCash(reader: CellReader, { symbol, cusip, description }: SecurityName, owned: Owned, { quantity, marketValue }: CashSigns): ImportRow {
  const amount = marketValue || quantity || (reader.amount('cashAmount') ?? marketValue ?? quantity);
  return importRow('cash', reader.line, {
    ...owned, symbol: cashSymbol(symbol, cusip), cusip, description, quantity: amount, price: 1, marketValue: amount, costBasis: reader.amount('costBasis') || null,
    currency: reader.currencyOf('marketValue'), accountType: reader.text('accountType'), assetType: 'cash',
  });
}

const readSplitGain = (reader: CellReader): Pick<ImportRow, 'gain' | 'term'> =>
  reader.has('gainShort') || reader.has('gainLong') ? splitGain(reader.amount('gainShort'), reader.amount('gainLong')) : { gain: null, term: null };

/** A row of lots that were sold. */
export function readRealized(reader: CellReader, security: SecurityName, owned: Owned): ImportRow {
  const [proceeds, costBasis, quantity] = [reader.amount('proceeds') ?? reader.amount('marketValue'), reader.amount('costBasis'), reader.amount('quantity')];
  const split = readSplitGain(reader);
  const disallowedLoss = absolute(reader.amount('disallowedLoss'));
  const { assetType, unitCost } = completeFigures({
    quantity, price: null, marketValue: proceeds, unitCost: reader.amount('unitCost'), costBasis, gain: null, texts: [security.symbol, security.description], assetClass: reader.text('assetClass'),
  });
  return importRow('realized-lot', reader.line, {
    ...owned,
    ...pick(security),
    acquired: reader.day('acquired'), closed: reader.day('closed'), quantity: absolute(quantity), unitCost, costBasis, proceeds,
    price: reader.amount('price'),
    gain: reader.amount('gain') ?? split.gain,
    term: readTerm(reader.text('term')) ?? split.term,
    washSale: readFlag(reader.text('washSale')) ?? (disallowedLoss ? true : null),
    disallowedLoss,
    lotId: reader.text('lotId'), currency: reader.currencyOf('proceeds'), accountType: reader.text('accountType'), assetType,
  });
}

/** A total: its figures as stated, for checks only. */
export function readTotal(reader: CellReader, owned: Owned, symbol: string | null): ImportRow {
  const sizes = ['quantity', 'costBasis', 'marketValue', 'proceeds', 'gain', 'amount'] as const;
  const [quantity, costBasis, marketValue, proceeds, gain, amount] = sizes.map((field) => (reader.holdsNumber(field) ? reader.amount(field) : null));
  const kind: ImportKind = 'total';
  return importRow(kind, reader.line, { ...owned, symbol, quantity: symbol === null ? null : quantity, costBasis, marketValue, proceeds, amount, gain: reader.has('closed') ? gain : null });
}

export const absolute = (amount: number | null): number | null => (amount === null ? null : Math.abs(amount));

export const pick = ({ symbol, cusip, description }: SecurityName) => ({ symbol, cusip, description });
