import Decimal from 'decimal.js';
import { importRow, type ImportAction, type ImportRow } from '../format';
import type { Line } from '../table/line';
import type { OfxField } from './fields';
import type { Owner } from './positions';
import type { Security } from './securities';

type OfxLine = Line<OfxField>;

const income: Readonly<Record<string, ImportAction | undefined>> = { DIV: 'Dividend', CGLONG: 'Dividend', CGSHORT: 'Dividend', INTEREST: 'Interest' };

const buy = (line: OfxLine): ImportAction => (/^reinvest/i.test(line.text('memo') ?? '') ? 'Reinvest' : 'Buy');
const sell = (): ImportAction => 'Sell';
const other = (): ImportAction => 'Other';

/** What each element of a list of transactions is. */
const actionOf: Readonly<Record<string, ((line: OfxLine) => ImportAction) | undefined>> = {
  BUYSTOCK: buy, BUYMF: buy, BUYDEBT: buy, BUYOPT: buy, BUYOTHER: buy,
  SELLSTOCK: sell, SELLMF: sell, SELLDEBT: sell, SELLOPT: sell, SELLOTHER: sell,
  REINVEST: () => 'Reinvest',
  INCOME: (line) => income[line.text('incomeType')?.toUpperCase() ?? ''] ?? 'Other',
  TRANSFER: (line) => ((line.text('transferAction') ?? ((line.amount('units') ?? 0) < 0 ? 'OUT' : 'IN')).toUpperCase() === 'OUT' ? 'Transfer out' : 'Transfer in'),
  SPLIT: () => 'Split',
  INVEXPENSE: () => 'Fee',
  MARGININTEREST: () => 'Interest',
  RETOFCAP: other, JRNLFUND: other, JRNLSEC: other, CLOSUREOPT: other,
  INVBANKTRAN: bankAction,
  STMTTRN: bankAction,
};

/** The elements of transactions. */
export const transactionElements: ReadonlySet<string> = new Set(Object.keys(actionOf));

/** Brokers call most entries a deposit or `OTHER`, so the name says more than the type. */
function bankAction(line: OfxLine): ImportAction {
  const type = line.text('trnType')?.toUpperCase() ?? '';
  const name = `${line.text('name') ?? ''} ${line.text('memo') ?? ''}`;
  if (type === 'INT' || /\binterest\b/i.test(name)) return 'Interest';
  if (type === 'DIV' || /\bdividend\b/i.test(name)) return 'Dividend';
  if (type === 'FEE' || type === 'SRVCHG' || /\bfees?\b/i.test(name)) return 'Fee';
  const amount = line.amount('total');
  return amount === null ? 'Other' : amount < 0 ? 'Withdrawal' : 'Deposit';
}

/** A transaction of `element`. Identifiers may repeat across elements, so they do not tell one from another. */
export function transactionRow(element: string, line: OfxLine, security: Security, { account, currency }: Owner): ImportRow {
  const quantity = line.amount('units') ?? line.amount('newUnits');
  return importRow('transaction', line.number, {
    account,
    ...security,
    description: security.description ?? line.text('name') ?? line.text('memo'),
    date: line.day('tradeDay'),
    action: actionOf[element]?.(line) ?? 'Other',
    quantity: quantity ? Math.abs(quantity) : null,
    price: line.amount('unitPrice'),
    amount: line.amount('total'),
    fees: feesOf(line),
    transactionId: line.text('transactionId'),
    currency: line.text('currency') ?? currency,
  });
}

function feesOf(line: OfxLine): number | null {
  const parts = [line.amount('commission'), line.amount('fees'), line.amount('taxes'), line.amount('load')].filter((part) => part !== null);
  return parts.length === 0 ? null : parts.reduce((sum, part) => sum.plus(part), new Decimal(0)).toNumber();
}
