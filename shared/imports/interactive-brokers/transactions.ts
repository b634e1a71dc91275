import Decimal from 'decimal.js';
import type { Issue } from '../../issue';
import { importRow, type CellTable, type Contents, type CustodianFile, type ImportAction, type ImportFormat, type ImportRow } from '../format';
import { importIssue } from '../issues';
import { readHeader, type Fields } from '../table/header';
import type { Line, LineReader } from '../table/line';
import { addsUp } from '../table/sums';
import { describedBlocks, type Block } from './blocks';
import { blockLines } from './complete';
import { readFacts, type StatementFacts } from './statement-facts';
import { cashAction } from './terms';

/**
 * Interactive Brokers, Transaction History in CSV: amounts in the base currency, `-` for what does not apply.
 *
 * ```
 * Statement,Data,Title,Transaction History
 * Summary,Data,Base Currency,USD
 * Transaction History,Header,Date,Account,Description,Transaction Type,Symbol,Quantity,Price,Gross Amount ,Commission,Net Amount
 * Transaction History,Data,2026-08-14,U***00001,VANGUARD TOTAL STOCK MKT ETF,Sell,VTI,-2.0,310.5,621.0,-1.0,620.0
 * Transaction History,Data,2026-07-01,U***00001,VTI(US9229087690) Cash Dividend …,Dividend,VTI,-,-,20.0,-,20.0
 * ```
 */
export const interactiveBrokersTransactions: ImportFormat = {
  title: 'Interactive Brokers, Transaction History (CSV)',
  about: [
    'Performance & Reports, *Transaction History*, download as CSV in English. The file holds transactions, no positions.',
    'Amounts are in the base currency of the account. A price in another currency is left out.',
    'The account is masked, as in `U***00001`.',
  ],
  recognizes,
  read,
};

const sectionName = 'Transaction History';

const fields = {
  date: ['Date'],
  account: ['Account'],
  description: ['Description'],
  type: ['Transaction Type', 'Type'],
  symbol: ['Symbol'],
  quantity: ['Quantity'],
  price: ['Price'],
  priceCurrency: ['Price Currency', 'Currency'],
  gross: ['Gross Amount'],
  commission: ['Commission'],
  net: ['Net Amount'],
} satisfies Fields;

type Field = keyof typeof fields;

const historyOf = (table: CellTable): Block[] => describedBlocks(table).blocks.filter(({ section }) => section === sectionName);

function recognizes({ tables }: CustodianFile): number {
  return tables.some((table) => historyOf(table).length > 0) ? 1 : 0;
}

function read(file: CustodianFile): Contents {
  const rows: ImportRow[] = [];
  const issues: Issue[] = [];
  for (const table of file.tables) {
    const facts = readFacts(table.cells);
    for (const block of historyOf(table)) {
      const columns = readHeader(table.cells[block.headerRow], fields);
      if (columns.date === undefined || columns.type === undefined) {
        issues.push(otherLanguage(file, block));
        continue;
      }
      const { reader, end } = blockLines<Field>(file, table, block, fields);
      for (const line of reader.lines(end)) rows.push(rowOf(line, reader, facts));
      issues.push(...reader.issues);
    }
  }
  return { asOf: file.tables.flatMap(({ cells }) => readFacts(cells).asOf ?? []).at(-1), rows, issues };
}

function rowOf(line: Line<Field>, reader: LineReader<Field>, { baseCurrency }: StatementFacts): ImportRow {
  reader.subject = { account: line.text('account'), symbol: line.text('symbol') };
  if ((line.cells[1] ?? '').trim().toLowerCase() !== 'data') return importRow('skip', line.number, { description: line.text('date') });
  const quantity = line.amount('quantity');
  const [commission, net] = [line.amount('commission'), line.amount('net')];
  const sum = gross(line, commission);
  const amount = net ?? sum;
  if (net !== null && sum !== null && !addsUp([sum], net)) complainOfSum(reader, line, sum, net);
  const isForeign = line.text('priceCurrency') !== null && line.text('priceCurrency') !== baseCurrency;
  return importRow('transaction', line.number, {
    account: line.text('account'),
    symbol: line.text('symbol'),
    description: line.text('description'),
    date: line.day('date'),
    action: actionOf(line.text('type'), quantity, amount),
    quantity: quantity ? Math.abs(quantity) : null,
    price: isForeign ? null : line.amount('price'),
    amount,
    fees: commission === null ? null : new Decimal(0).minus(commission).toNumber(),
    currency: baseCurrency,
  });
}

/** Gross amount and commission together; null for futures, whose amounts are notional and marked so: `-48022.672(1)`. */
function gross(line: Line<Field>, commission: number | null): number | null {
  const amount = /\(\d\)$/.test(line.text('gross') ?? '') ? null : line.amount('gross');
  return amount === null ? null : new Decimal(amount).plus(commission ?? 0).toNumber();
}

function complainOfSum(reader: LineReader<Field>, line: Line<Field>, sum: number, net: number): void {
  reader.complain('H13', line.number, 'net', {
    found: String(net),
    message: `Gross amount and commission on line ${line.number} make ${sum}, but the net amount is ${net}.`,
    fix: 'Maybe a number was changed or the download was cut off.',
  });
}

function actionOf(type: string | null, quantity: number | null, amount: number | null): ImportAction {
  const text = type ?? '';
  if (/^buy\b/i.test(text)) return 'Buy';
  if (/^sell\b/i.test(text)) return 'Sell';
  if (/reinvest/i.test(text)) return 'Reinvest';
  if (/split/i.test(text)) return 'Split';
  if (/transfer/i.test(text) && quantity !== null) return quantity < 0 ? 'Transfer out' : 'Transfer in';
  if (/fund transfer/i.test(text)) return cashAction('deposit', amount);
  return cashAction(text, amount);
}

function otherLanguage({ name }: CustodianFile, { headerRow }: Block): Issue {
  const message = `The header of ${sectionName} on line ${headerRow + 1} has no columns Date and Transaction Type.`;
  return importIssue('I01', { file: name, line: headerRow + 1 }, { message, fix: 'Maybe it is in another language: download it in English.' });
}
