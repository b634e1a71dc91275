import Decimal from 'decimal.js';
import { sumKnown } from '../table/sums';
import { importRow, type ImportRow } from '../format';
import { paysMoney, readAction } from './actions';
import type { CellReader } from './cell-reader';
import { absolute, pick } from './read-holding';
import { isOption, type SecurityName } from './securities';

/** A row of an activity: its shares without a sign, the sign of money as the file has it. */
export function readActivity(reader: CellReader, security: SecurityName, owned: Pick<ImportRow, 'account' | 'accountName'>): ImportRow {
  const [quantity, amount] = [reader.amount('quantity'), reader.amount('amount') ?? netOf(reader)];
  const nothing = quantity === null && amount === null && reader.raw('date') === '';
  return importRow(nothing || isCalledOff(reader.text('status')) ? 'skip' : 'transaction', reader.line, {
    ...owned,
    ...pick(security),
    date: reader.day('date'),
    action: actionOf(reader, quantity, amount),
    quantity: absolute(quantity) || null,
    price: absolute(reader.amount('price')),
    amount,
    fees: absolute(sumKnown([reader.amount('commission'), reader.amount('fees')])),
    transactionId: reader.text('transactionId'),
    currency: reader.currencyOf('amount'),
    accountType: reader.text('accountType'),
    assetType: isOption([security.symbol, security.description]) || /\boption\b/i.test(reader.text('assetClass') ?? '') ? 'option' : null,
  });
}

/** What happened, by the column that says it best; by the other where that one is blank or says nothing we know. */
function actionOf(reader: CellReader, quantity: number | null, amount: number | null): ImportRow['action'] {
  const first = readAction(reader.text('action'), quantity, amount);
  const detail = first === null || first === 'Other' ? readAction(reader.text('actionDetail'), quantity, amount) : null;
  return detail ?? first ?? (reader.flows ? bySigns(quantity, amount) : null);
}

/** Shares that came for money were bought, those that went for money were sold. */
const bySigns = (quantity: number | null, amount: number | null): ImportRow['action'] =>
  quantity && amount && Math.sign(quantity) !== Math.sign(amount) ? (quantity > 0 ? 'Buy' : 'Sell') : null;

/** Money in less money out, where they have columns of their own. */
function netOf(reader: CellReader): number | null {
  const [credit, debit] = [reader.amount('credit'), absolute(reader.amount('debit'))];
  return debit ? new Decimal(credit ?? 0).minus(debit).toNumber() : (credit ?? debit);
}

/** An order that was never filled. */
const isCalledOff = (status: string | null): boolean => status !== null && /^(?:cancel|reject|fail|void|expired)/i.test(status);

/** Gives amounts their sign by what happened, in files that write them all without one. */
export function signAmounts(rows: readonly ImportRow[]): ImportRow[] {
  const unsigned = rows.every(({ amount }) => amount === null || amount >= 0);
  if (!unsigned) return [...rows];
  return rows.map((row) => (row.amount && row.action && paysMoney.has(row.action) ? { ...row, amount: -row.amount } : row));
}
