import { sumKnown } from '../table/sums';
import { importRow, type ImportRow } from '../format';
import { paysMoney, readAction } from './actions';
import type { CellReader } from './cell-reader';
import { absolute, pick } from './read-holding';
import type { SecurityName } from './securities';

/** A row of an activity: its shares without a sign, the sign of money as the file has it. */
export function readActivity(reader: CellReader, security: SecurityName, owned: Pick<ImportRow, 'account' | 'accountName'>): ImportRow {
  const [quantity, amount] = [reader.amount('quantity'), reader.amount('amount')];
  return importRow('transaction', reader.line, {
    ...owned,
    ...pick(security),
    date: reader.day('date'),
    action: readAction(reader.text('action'), quantity, amount),
    quantity: absolute(quantity) || null,
    price: reader.amount('price'),
    amount,
    fees: absolute(sumKnown([reader.amount('commission'), reader.amount('fees')])),
    transactionId: reader.text('transactionId'),
    currency: reader.text('currency'),
    accountType: reader.text('accountType'),
  });
}

/** Gives amounts their sign by what happened, in files that write them all without one. */
export function signAmounts(rows: readonly ImportRow[]): ImportRow[] {
  const unsigned = rows.every(({ amount }) => amount === null || amount >= 0);
  if (!unsigned) return [...rows];
  return rows.map((row) => (row.amount && row.action && paysMoney.has(row.action) ? { ...row, amount: -row.amount } : row));
}
