import { importRow, type Contents, type CustodianFile, type ImportFormat, type ImportRow } from '../format';
import { findBlocks, findFirstBlock, joinContents, noHeader, type Block } from '../table/blocks';
import type { Fields } from '../table/header';
import { LineReader, type Line } from '../table/line';
import { isNote } from '../table/notes';
import { addsUp, sumKnown } from '../table/sums';
import { checkTotal } from '../table/total';
import { wholeLines } from '../table/whole-lines';

/**
 * Merrill Edge and Merrill Lynch, "Export" of the portfolio summary: one row an account.
 *
 * ```
 * "COB Date","Account Nickname","Account Registration","Account #","Cash Balance ($)","Money Accounts ($)","Priced Investments ($)",…,"Net Value ($)",
 * "06/12/2026","--","CMA-Edge","51A-20B77","0.89","310.50","2,520.00","--","--","--","--","--","--","2,831.39",
 * ```
 */
export const merrillSummary: ImportFormat = {
  title: 'Merrill, portfolio summary (CSV)',
  about: [
    'Portfolio, *Export*, portfolio summary. It adds to the holdings what they lack: the cash balance of each account.',
    'Money accounts and priced investments are the rows of the holdings file, so they are only checked against the net value, not imported.',
  ],
  recognizes,
  read,
};

const fields = {
  asOf: ['COB Date', 'As of Date'],
  nickname: ['Account Nickname'],
  registration: ['Account Registration'],
  account: ['Account #', 'Account Number', 'Account'],
  cash: ['Cash Balance ($)', 'Cash Balance'],
  money: ['Money Accounts ($)', 'Money Accounts'],
  priced: ['Priced Investments ($)', 'Priced Investments'],
  margin: ['Margin Balance ($)', 'Margin Balance'],
  loan: ['Loan Balance ($)', 'Loan Balance'],
  net: ['Net Value ($)', 'Net Portfolio Value ($)', 'Total Value ($)', 'Net Value'],
} satisfies Fields;

type Field = keyof typeof fields;

const needs: readonly (readonly Field[])[] = [['account'], ['cash'], ['net', 'priced', 'money']];

function recognizes(file: CustodianFile): number {
  const columns = findFirstBlock<Field>(file, fields, needs)?.header.columns;
  if (!columns) return 0;
  const has = (...names: readonly Field[]) => names.every((name) => columns[name] !== undefined);
  const named = /PortfolioSummary/i.test(file.name ?? '') ? 0.05 : 0;
  return 0.1 + (has('money') ? 0.35 : 0) + (has('priced') ? 0.35 : 0) + (has('asOf') || has('registration') ? 0.15 : 0) + named;
}

function read(file: CustodianFile): Contents {
  const blocks = findBlocks<Field>(file, fields, needs);
  if (blocks.length === 0) return noHeader(file, 'Account #, Cash Balance and Net Value');
  return joinContents(blocks.map((block) => readBlock(file, block)));
}

function readBlock(file: CustodianFile, block: Block<Field>): Contents {
  const reader = new LineReader<Field>(file, block.table, block.header, fields);
  const days: string[] = [];
  const rows: ImportRow[] = [];
  for (const line of wholeLines(file, block, reader, (candidate) => isNote(candidate, ['account', 'cash', 'net']))) {
    reader.subject = { account: line.text('account') };
    if (line.text('account') === null) {
      rows.push(readGrandTotal(line, rows, reader));
      continue;
    }
    rows.push(...readAccount(line, reader));
    const day = line.day('asOf');
    if (day) days.push(day);
  }
  return { asOf: days.sort().at(-1), rows, issues: reader.issues };
}

function readAccount(line: Line<Field>, reader: LineReader<Field>): ImportRow[] {
  const owner = { account: line.text('account'), accountName: line.text('nickname') ?? line.text('registration') };
  const [cash, net] = [line.amount('cash'), line.amount('net')];
  const assets = [cash, line.amount('money'), line.amount('priced')];
  const margin = findMargin(sumKnown([line.amount('margin'), line.amount('loan')]), assets, net);
  const money = { price: 1, symbol: 'CASH', assetType: 'cash' } as const;
  const rows: ImportRow[] = [];
  if (cash !== null) rows.push(importRow('cash', line.number, { ...owner, ...money, quantity: cash, marketValue: cash }));
  if (margin) rows.push(importRow('cash', line.number, { ...owner, ...money, quantity: margin, marketValue: margin, subAccountType: 'Margin' }));
  rows.push(importRow('total', line.number, { ...owner, marketValue: net }));
  checkNet(reader, line, net, [...assets, margin], `Cash, money accounts and investments of ${owner.account}`);
  return rows;
}

/** What is owed is printed with or without a minus; the net value tells. Without it the file's sign counts. */
function findMargin(stated: number | null, assets: readonly (number | null)[], net: number | null): number | null {
  if (!stated || net === null || addsUp([...assets, stated], net)) return stated;
  return addsUp([...assets, -stated], net) ? -stated : stated;
}

/** A last row without an account is the sum of the accounts. */
function readGrandTotal(line: Line<Field>, above: readonly ImportRow[], reader: LineReader<Field>): ImportRow {
  const net = line.amount('net');
  const nets = above.filter(({ kind }) => kind === 'total').map(({ marketValue }) => marketValue);
  checkNet(reader, line, net, nets, 'The accounts');
  return importRow('total', line.number, { marketValue: net });
}

function checkNet(reader: LineReader<Field>, line: Line<Field>, total: number | null, parts: readonly (number | null)[], what: string): void {
  checkTotal(reader, { line: line.number, field: 'net', total, parts, what, fix: 'Maybe a column was left out before the file was saved.' });
}
