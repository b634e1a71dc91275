import { importRow, type Contents, type CustodianFile, type ImportFormat, type ImportRow } from '../format';
import { findBlocks, noHeader, type Block } from '../table/blocks';
import type { Fields } from '../table/header';
import { LineReader, type Line } from '../table/line';
import { isSentence } from '../table/notes';
import { sumKnown } from '../table/sums';
import { complainOfNoAccount } from '../table/unnamed-account';
import { readDay } from '../table/values';
import { wholeLines } from '../table/whole-lines';
import { findOwner } from './account';
import { asOfDay, readAction } from './action';
import { findDay } from './day';
import { subAccountOf } from './holding';
import { readSecurity } from './security';

/**
 * Fidelity, "Download" on Activity & Orders: one account (`History_for_Account_X10020030.csv`) or all (`Accounts_History.csv`).
 *
 * ```
 * (blank lines)
 * Run Date,Account,Account Number,Action,Symbol,Description,Type,Price ($),Quantity,Commission ($),Fees ($),…,Amount ($),Settlement Date
 * 11/17/2026,"Brokerage","X10020030","YOU BOUGHT KLMN INC (KLMN) (Margin)",KLMN,"KLMN INC",Margin,208.64,18,,,,-3755.52,11/18/2026
 * 11/16/2026,"Brokerage","X10020030","DIVIDEND RECEIVED KLMN INC (KLMN) (Margin)",KLMN,"KLMN INC",Margin,,0.000,,,,103.19,
 * (blank lines, a disclaimer)
 * Date downloaded 12/03/2026 3:00 pm
 * ```
 *
 * One account: no Account columns. Older files: `Security Description`, `Security Type`, Quantity before Price.
 */
export const fidelityHistory: ImportFormat = {
  title: 'Fidelity, activity history (CSV)',
  about: [
    'Activity & Orders page, *Download*: one account or all accounts.',
    'What happened is told by the first words of *Action* (`YOU BOUGHT`, `REINVESTMENT`, `DIVIDEND RECEIVED`); words that are not known are read as *Other*.',
    'A row posted late says `as of` another day in its Action: that day is the transaction’s.',
    'The file of one account names it only in the name it is downloaded under (`History_for_Account_X10020030.csv`), so keep that. Rows of type *Shares* (mergers, transferred shares) show a value, not cash.',
  ],
  recognizes,
  read,
};

const fields = {
  date: ['Run Date', 'Date', 'Trade Date'],
  accountNumber: ['Account Number', 'Account #'],
  accountLabel: ['Account', 'Account Name', 'Account Name/Number'],
  action: ['Action', 'Transaction', 'Activity'],
  symbol: ['Symbol'],
  description: ['Description', 'Security Description'],
  type: ['Type', 'Security Type', 'Account Type'],
  currency: ['Currency'],
  price: ['Price ($)', 'Price'],
  quantity: ['Quantity', 'Shares'],
  commission: ['Commission ($)', 'Commission'],
  fees: ['Fees ($)', 'Fees'],
  amount: ['Amount ($)', 'Amount'],
  settled: ['Settlement Date'],
} satisfies Fields;

type Field = keyof typeof fields;

const needs: readonly (readonly Field[])[] = [['date'], ['action'], ['symbol', 'description'], ['amount', 'quantity']];
const blocksOf = (file: CustodianFile) => findBlocks<Field>(file, fields, needs);

function recognizes(file: CustodianFile): number {
  const scores = blocksOf(file).map(({ table, header: { row, columns } }) => {
    const names = table.cells[row].map((cell) => cell.trim().toLowerCase());
    if (!names.includes('run date')) return 0;
    const known = [columns.amount, columns.quantity, columns.price, columns.settled, columns.type].filter((column) => column !== undefined);
    return Math.min(1, 0.55 + known.length * 0.1);
  });
  return Math.max(0, ...scores);
}

function read(file: CustodianFile): Contents {
  const blocks = blocksOf(file);
  if (blocks.length === 0) return noHeader(file, 'Run Date, Action and Amount');
  const readings = blocks.map((block) => readBlock(file, block));
  return { asOf: findDay(file), rows: readings.flatMap(({ rows }) => rows), issues: readings.flatMap(({ issues }) => issues) };
}

function readBlock(file: CustodianFile, block: Block<Field>): Contents {
  const reader = new LineReader<Field>(file, block.table, block.header, fields);
  const named = /History_for_Account_([A-Z0-9-]+)/i.exec(file.name ?? '')?.[1] ?? null;
  const rows: ImportRow[] = [];
  const isNote = (line: Line<Field>) => line.text('date') === null || isSentence(line.cells);
  for (const line of wholeLines(file, block, reader, isNote)) rows.push(readTransaction(line, reader, named));
  if (rows.length > 0 && rows.every(({ account }) => account === null)) {
    reader.subject = {};
    complainOfNoAccount(reader, block.header.row + 1, 'transactions', 'Maybe the file was given another name; choose the account.');
  }
  return { rows, issues: reader.issues };
}

/** `named` is the account that the file's name tells, for files of one account. */
function readTransaction(line: Line<Field>, reader: LineReader<Field>, named: string | null): ImportRow {
  const owner = findOwner(line.text('accountNumber') ?? (reader.has('accountLabel') ? null : named), line.text('accountLabel'));
  const [words, description, type] = [line.text('action'), line.text('description'), line.text('type')];
  const security = readSecurity(line.text('symbol'), description);
  reader.subject = { ...owner, symbol: security.symbol };
  const quantity = line.amount('quantity');
  const dollars = line.amount('amount');
  const isValue = /^shares$/i.test(type ?? '');
  const amount = isValue ? null : dollars;
  const charges = [line.amount('commission'), line.amount('fees')].map((charge) => charge && Math.abs(charge));
  return importRow('transaction', line.number, {
    ...owner,
    ...security,
    description: /^no description$/i.test(description ?? '') ? words : description,
    date: readDay(asOfDay(words) ?? '') ?? line.day('date'),
    action: readAction(words, { quantity, amount }),
    quantity: quantity ? Math.abs(quantity) : null,
    price: line.amount('price'),
    amount,
    marketValue: isValue ? dollars : null,
    fees: sumKnown(charges),
    currency: line.text('currency'),
    subAccountType: subAccountOf(type),
  });
}
