import type { IsoDate } from '../../units';
import { importRow, type ImportRow } from '../format';
import type { Fields } from '../table/header';
import type { FieldReader, Line } from '../table/reader';
import { readDay } from '../table/values';
import { readAction } from './actions';
import type { Owner } from './owner';
import { identify } from './security';

/** The columns of a history and the headers they go by. */
export const transactionFields = {
  date: ['Date', 'Transaction Date', 'Trade Date'],
  action: ['Action'],
  symbol: ['Symbol'],
  description: ['Description'],
  quantity: ['Quantity', 'Qty', 'Shares'],
  price: ['Price', 'Share Price'],
  fees: ['Fees & Comm', 'Fees and Comm', 'Fees & Commissions', 'Fees and Commissions', 'Commissions & Fees'],
  amount: ['Amount', 'Net Amount'],
  account: ['Account', 'Account Name', 'Account Number'],
  award: ['Disbursement Election', 'DisbursementElection', 'Award Date', 'AwardDate', 'Award ID', 'AwardId', 'Vest Date', 'VestDate', 'Run Date'],
} satisfies Fields;

export type TransactionField = keyof typeof transactionFields;

/** One transaction of an account. */
export function readTransaction(reader: FieldReader<TransactionField>, line: Line<TransactionField>, owner: Owner): ImportRow {
  const security = identify(line.text('symbol'), null);
  reader.subject = { symbol: security.symbol, account: owner.account };
  const [quantity, amount, fees] = [line.amount('quantity'), line.amount('amount'), line.amount('fees')];
  return importRow('transaction', line.number, {
    ...owner,
    ...security,
    date: readDate(reader, line),
    action: readAction(line.text('action'), { quantity, amount }),
    description: line.text('description'),
    quantity: quantity ? Math.abs(quantity) : null,
    price: line.amount('price'),
    amount,
    fees: fees === null ? null : Math.abs(fees),
  });
}

/** `11/16/2020 as of 11/15/2020` happened on the second day. */
function readDate(reader: FieldReader<TransactionField>, line: Line<TransactionField>): IsoDate | null {
  const text = line.text('date');
  const missing = { message: `Line ${line.number} has no date.`, fix: 'Maybe it was lost when the file was saved again.' };
  if (text === null) reader.complain('I02', line.number, 'date', missing);
  const [first, second] = (text ?? '').split(/\s+as of\s+/i);
  // `Transactions for account … as of 9/26/2021` is no day, though it has one.
  return (readDay(first) && readDay(second)) ?? line.day('date');
}
