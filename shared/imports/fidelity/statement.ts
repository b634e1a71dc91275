import { dateFromParts } from '../../dates';
import type { Issue } from '../../issue';
import { toCents, type IsoDate } from '../../units';
import { importRow, type Contents, type CustodianFile, type ImportFormat, type ImportRow } from '../format';
import { importIssue } from '../issues';
import { findBlocks, noHeader, type Block } from '../table/blocks';
import type { Fields } from '../table/header';
import { LineReader } from '../table/line';
import { isSentence } from '../table/notes';
import { addsUp, sumKnown } from '../table/sums';
import { holdingFields, type HoldingField } from './holding';
import { StatementReading } from './statement-reading';

/**
 * Fidelity, monthly statement as CSV (`Statement3312026.csv`).
 *
 * ```
 * Account Type,Account,Beginning mkt Value,Change in Investment,Ending mkt Value,…           one row an account
 * Individual - TOD,X10020030,8300.00,120.00,8420.00,…
 *
 * Symbol/CUSIP,Description,Quantity,Price,Beginning Value,Ending Value,Cost Basis
 *
 * X10020030,,,,,,                                                                            account, then kind
 * Stocks,,,,,,
 * KLMN,KLMN INC,20,410.00,8000.00,8200.00,5000.00
 * Subtotal of Stocks,,,,,8200.00,5000.00
 *
 * X10020030,,,,,,
 * Core Account,,,,,,
 * SPAXX,FIDELITY GOVERNMENT MONEY MARKET,220.00,1,300.00,220.00,not applicable
 * ```
 */
export const fidelityStatement: ImportFormat = {
  title: 'Fidelity, monthly statement (CSV)',
  about: [
    'Documents page, *Statements*, a month, *Download as CSV*.',
    'The file states its accounts and their worth first, then the holdings of each. It has no lots.',
    'The day is only in the file’s name (`Statement3312026.csv`), so keep the name.',
  ],
  recognizes: (file) => (holdingsOf(file).length === 0 ? 0 : accountsOf(file).length === 0 ? 0.8 : 1),
  read,
};

const accountFields = {
  name: ['Account Type'],
  account: ['Account'],
  value: ['Ending Net Value', 'Ending mkt Value'],
  marketValue: ['Ending mkt Value'],
} satisfies Fields;

type AccountField = keyof typeof accountFields;

const accountsOf = (file: CustodianFile) => findBlocks<AccountField>(file, accountFields, [['account'], ['marketValue']]);

const holdingsOf = (file: CustodianFile) =>
  findBlocks<HoldingField>(file, holdingFields, [['symbol'], ['quantity'], ['value']]).filter(({ table, header }) => {
    const names = table.cells[header.row].map((cell) => cell.trim().toLowerCase());
    return ['symbol/cusip', 'beginning value', 'ending value'].every((name) => names.includes(name));
  });

function read(file: CustodianFile): Contents {
  const blocks = holdingsOf(file);
  if (blocks.length === 0) return noHeader(file, 'Symbol/CUSIP, Quantity and Ending Value');
  const accounts = accountsOf(file).map((block) => readAccounts(file, block, blocks.map(({ header }) => header.row)));
  const owners = new Map(accounts.flatMap(({ rows }) => rows.map(({ account, accountName }) => [account ?? '', accountName])));
  const holdings = blocks.map((block) => new StatementReading(file, block, owners).contents());
  const all = [...accounts, ...holdings];
  const totals = accounts.flatMap(({ rows }) => rows).filter(({ account }) => account !== null);
  const issues = [...all.flatMap((contents) => contents.issues), ...checkAccounts(file, totals, holdings.flatMap(({ rows }) => rows))];
  return { asOf: findStatementDay(file.name), rows: all.flatMap(({ rows }) => rows), issues };
}

/** The worth of each account, a total of its holdings below. */
function readAccounts(file: CustodianFile, block: Block<AccountField>, holdingRows: readonly number[]): Contents {
  const reader = new LineReader<AccountField>(file, block.table, block.header, accountFields);
  const end = Math.min(block.end, ...holdingRows.filter((row) => row > block.header.row));
  const lines = [...reader.lines(end)].filter((line) => line.text('account') !== null && !isSentence(line.cells));
  const rows = lines.map((line) =>
    importRow('total', line.number, { account: line.text('account'), accountName: line.text('name'), marketValue: line.amount('value') ?? line.amount('marketValue') }),
  );
  return { rows, issues: reader.issues };
}

/** Says which accounts' holdings do not add up to the worth that the file states first. */
function checkAccounts(file: CustodianFile, totals: readonly ImportRow[], rows: readonly ImportRow[]): Issue[] {
  return totals.flatMap(({ account, marketValue, line }) => {
    const held = rows.filter((row) => row.account === account && row.kind !== 'total').map((row) => row.marketValue);
    if (marketValue === null || addsUp(held, marketValue)) return [];
    const message = `Holdings of ${account ?? ''} add up to ${toCents(sumKnown(held) ?? 0)}, but line ${line} says ${marketValue}.`;
    const details = { message, fix: 'Maybe rows were deleted before the file was saved.', accounts: account === null ? undefined : [account] };
    return [importIssue('H13', { file: file.name, line }, details)];
  });
}

/** `Statement3312026.csv`: month, day of two digits, year. */
function findStatementDay(name: string | undefined): IsoDate | undefined {
  const match = /Statement_?(\d{1,2})(\d{2})(\d{4})\b/i.exec(name ?? '');
  return match ? (dateFromParts(Number(match[3]), Number(match[1]), Number(match[2])) ?? undefined) : undefined;
}
