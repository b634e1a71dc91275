import type { Issue } from '../../issue';
import { importRow, type Contents, type CustodianFile, type ImportFormat, type ImportRow } from '../format';
import { noHeader } from '../table/blocks';
import { isBlankRow } from '../table/cells';
import { complainOfCut } from '../table/cut';
import { LineReader, type Line } from '../table/line';
import { complainOfNoAccount } from '../table/unnamed-account';
import { isSentence } from '../table/notes';
import { nameOwner, type Owner } from './owner';
import { findMaskedLabel, findSections, findTitleOf, isBroken, ownerOf, noTitle, type Section } from './sections';
import { checkTotal } from './total';
import { readTransaction, transactionFields, type TransactionField } from './transaction';

/**
 * Schwab, "Export" on the History page, of brokerage accounts. Checking accounts and equity awards have reports of their own.
 *
 * ```
 * "Transactions  for account General Investing ...XXX as of 05/03/2023 02:21:05 PM ET"      until 2023
 * "Date","Action","Symbol","Description","Quantity","Price","Fees & Comm","Amount"
 * "04/18/2023","Sell","BND","VANGUARD TOTAL BOND MARKET ETF","10.065","$73.4049","$0.01","$738.81"
 * "04/17/2023 as of 04/15/2023","Bank Interest","","BANK INT 031623-041523","","","","$0.03"
 * "Transactions Total","","","","","","","$738.84",                                         until 2023
 * ```
 */
export const schwabTransactions: ImportFormat = {
  title: 'Charles Schwab, transactions (CSV)',
  about: [
    'Accounts, *History*, *Export*, CSV. Since 2024 the file names its account in its file name only, so keep that name.',
    'Of `11/16/2020 as of 11/15/2020` the second day counts: the first is when Schwab booked it.',
    'Sales are printed with either sign of the quantity; quantities are read without one. Shares that leave by a split, a merger or a journal are transfers out.',
    'A reinvested dividend is two rows, the dividend and the purchase.',
  ],
  recognizes,
  read,
};

const findAll = (file: CustodianFile) =>
  findSections<TransactionField>(file, {
    report: 'transactions',
    fields: transactionFields,
    needs: [['date'], ['action'], ['amount'], ['symbol', 'description']],
    foreign: ['award'],
  });

const findTitle = (row: readonly string[]) => findTitleOf('transactions', row);
const titleOf = ({ tables }: CustodianFile) => tables.flatMap(({ cells }) => cells.map(findTitle)).find((title) => title !== undefined);

/** An account without transactions may have no header either. */
const isEmpty = (file: CustodianFile) =>
  file.tables.every(({ cells }) => cells.every((row) => isBlankRow(row) || findTitle(row))) && titleOf(file) !== undefined;

function recognizes(file: CustodianFile): number {
  const sections = findAll(file);
  const title = titleOf(file);
  if (sections.length === 0) return isEmpty(file) ? 0.9 : title ? 0.6 : 0;
  const isMarked = sections.some(({ header: { columns } }) => columns.fees !== undefined && columns.symbol !== undefined && columns.quantity !== undefined);
  const names = sections.flatMap(({ table, header }) => table.cells[header.row].map((cell) => cell.trim().toLowerCase()));
  const isSpelled = isMarked && names.includes('fees & comm');
  const hasTotal = sections.some(({ table: { cells } }) => cells.some((row) => row.some((cell) => /^transactions total$/i.test(cell.trim()))));
  return Math.min(1, 0.1 + (title ? 0.5 : 0) + (isMarked ? 0.3 : 0) + (isSpelled ? 0.5 : 0) + (hasTotal ? 0.2 : 0));
}

function read(file: CustodianFile): Contents {
  const sections = findAll(file);
  if (isEmpty(file)) return { asOf: titleOf(file)?.asOf, rows: [], issues: [] };
  if (sections.length === 0) return noHeader(file, 'Date, Action and Amount');
  const readings = sections.map((section) => readSection(section, file));
  return {
    asOf: sections.find(({ title }) => title?.asOf)?.title?.asOf,
    rows: readings.flatMap(({ rows }) => rows),
    issues: readings.flatMap(({ issues }) => issues),
  };
}

function readSection(section: Section<TransactionField>, file: CustodianFile): { rows: ImportRow[]; issues: readonly Issue[] } {
  const { table, header, end } = section;
  const reader = new LineReader<TransactionField>(file, table, header, transactionFields);
  const rows: ImportRow[] = [];
  let owner = ownerOf(section, file);
  for (const line of reader.lines(end)) {
    const label = findMaskedLabel(line.cells);
    const account = line.text('account');
    if (label !== undefined) owner = nameOwner(label);
    else if (isTotal(line)) rows.push(readTotal(reader, line, owner, rows));
    else if (isBroken(section, file, line)) complainOfCut(reader, line);
    else if (!isSentence(line.cells)) rows.push(readTransaction(reader, line, account === null ? owner : nameOwner(account)));
  }
  reader.subject = {};
  if (rows.some(({ kind, account }) => account === null && kind !== 'total')) complainOfNoAccount(reader, header.row + 1, 'rows', noTitle);
  return { rows, issues: reader.issues };
}

const isTotal = ({ cells, text }: Line<TransactionField>) => [text('date') ?? '', cells[0].trim()].some((cell) => /^transactions total$/i.test(cell));

function readTotal(reader: LineReader<TransactionField>, line: Line<TransactionField>, owner: Owner, rows: readonly ImportRow[]): ImportRow {
  const row = importRow('total', line.number, { ...owner, amount: line.amount('amount') });
  const parts = rows.filter(({ kind, amount }) => kind === 'transaction' && amount !== null).map(({ amount }) => amount);
  checkTotal(reader, { row, amount: row.amount, parts, what: 'Amounts' }, 'amount');
  return row;
}
