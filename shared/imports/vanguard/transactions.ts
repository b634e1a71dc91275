import { importRow, type Contents, type CustodianFile, type ImportRow } from '../format';
import { findBlocks, type Block } from '../table/blocks';
import type { Fields } from '../table/header';
import { LineReader, type Line } from '../table/line';
import { isSentence } from '../table/notes';
import { wholeLines } from '../table/whole-lines';
import { readAction, signOf } from './action';
import { readSecurity } from './security';
import { endAtNextHeader } from './tables';

const fields = {
  account: ['Account Number', 'Fund Account Number', 'Account'],
  date: ['Trade Date', 'Transaction Date'],
  type: ['Transaction Type', 'Transaction Activity'],
  words: ['Transaction Description', 'Description'],
  name: ['Investment Name', 'Fund Name'],
  symbol: ['Symbol'],
  shares: ['Shares', 'Transaction Shares', 'Quantity'],
  price: ['Share Price', 'Price'],
  principal: ['Principal Amount', 'Gross Amount'],
  fees: ['Commissions and Fees', 'Commission Fees', 'Commissions & Fees', 'Commission and Fees'],
  net: ['Net Amount', 'Dollar Amount', 'Amount'],
  accountType: ['Account Type'],
} satisfies Fields;

type Field = keyof typeof fields;

/** The tables of transactions: `Transaction Type` beside `Investment Name` or the settlement are Vanguard's words. */
export function findTransactions(file: CustodianFile): Block<Field>[] {
  const blocks = findBlocks<Field>(file, fields, [['date'], ['type'], ['shares'], ['net', 'principal'], ['words']]).filter(({ header }) => header.columns.name !== undefined);
  return endAtNextHeader(file, blocks);
}

/** Transactions of one or several accounts. */
export function readTransactions(file: CustodianFile, block: Block<Field>): Contents {
  const reader = new LineReader<Field>(file, block.table, block.header, fields);
  const rows: ImportRow[] = [];
  for (const line of wholeLines(file, block, reader, ({ cells }) => isSentence(cells))) {
    reader.subject = { account: line.text('account'), symbol: line.text('symbol') };
    rows.push(readTransaction(line));
  }
  return { rows: signed(rows), issues: reader.issues };
}

function readTransaction(line: Line<Field>): ImportRow {
  const [quantity, amount, fees] = [line.amount('shares'), line.amount('net') ?? line.amount('principal'), line.amount('fees')];
  const [name, words] = [line.text('name'), line.text('words')];
  const price = line.amount('price');
  return importRow('transaction', line.number, {
    account: line.text('account'),
    ...readSecurity(line.text('symbol'), name),
    description: name ?? words,
    date: line.day('date'),
    action: readAction(line.text('type'), words, { quantity, amount }),
    quantity: quantity ? Math.abs(quantity) : null,
    price: quantity ? price : price || null,
    amount,
    fees: fees === null ? null : Math.abs(fees),
    accountType: line.text('accountType'),
  });
}

/** A purchase is paid for: where no amount of a table with purchases is negative, signs were left out, and the actions give them. */
function signed(rows: readonly ImportRow[]): ImportRow[] {
  const isUnsigned = rows.every(({ amount }) => (amount ?? 0) >= 0) && rows.some(({ action, amount }) => (action === 'Buy' || action === 'Reinvest') && (amount ?? 0) > 0);
  if (!isUnsigned) return [...rows];
  return rows.map((row) => (row.amount ? { ...row, amount: row.amount * signOf(row.action ?? 'Other') } : row));
}
