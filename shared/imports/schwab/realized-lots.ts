import type { Issue } from '../../issue';
import { importRow, type Contents, type CustodianFile, type ImportFormat, type ImportRow } from '../format';
import { noHeader } from '../table/blocks';
import { complainOfCut } from '../table/cut';
import { readFlag } from '../table/flag';
import type { Fields } from '../table/header';
import { LineReader, type Line } from '../table/line';
import { readTerm } from '../table/term';
import { complainOfNoAccount } from '../table/unnamed-account';
import { isSentence } from '../table/notes';
import { nameOwner, ownerInFileName, readOwner, type Owner } from './owner';
import { findMaskedLabel, findSections, findTitleOf, isBroken, noTitle, type Section } from './sections';
import { identify } from './security';
import { checkTotal } from './total';

/**
 * Schwab, "Export" of Realized Gain/Loss: lot details, or the summary that has a row a sale.
 *
 * ```
 * "Realized Gain/Loss - Lot Details for Joint_Tenant as of Sun May 03  13:18:19 EDT 2026 from 01/01/2024 to 05/03/2026","",…
 * "Individual ...119"                                                     of all accounts only: a label and a header each
 * "Symbol","Name","Closed Date","Opened Date","Quantity","Proceeds Per Share",…,"Wash Sale?","Disallowed Loss",…
 * "VUG","VANGUARD GROWTH ETF","04/21/2026","11/23/2016","0.03","$82.73",…,"No","",…
 * "Total","","","","","","$50,371.90","$49,629.03","$742.87",…            of the summary
 * ```
 *
 * Columns that begin with "Transaction" repeat figures before wash sales; they are not read.
 */
export const schwabRealizedLots: ImportFormat = {
  title: 'Charles Schwab, realized gain and loss (CSV)',
  about: [
    'Accounts, *Realized Gain/Loss*, *Export*, for one account or for all of them. Choose *Lot Details*: the summary does not say when a lot was bought.',
    'Disallowed losses of wash sales are printed with either sign; they are read as amounts without one.',
    'The file of a single account often gives its kind (`Joint_Tenant`) and no number; then choose the account.',
  ],
  recognizes,
  read,
};

const fields = {
  symbol: ['Symbol'],
  description: ['Name', 'Description', 'Security Name'],
  closed: ['Closed Date', 'Date Closed', 'Close Date', 'Date Sold', 'Sale Date'],
  acquired: ['Opened Date', 'Open Date', 'Date Opened', 'Date Acquired', 'Purchase Date'],
  quantity: ['Quantity', 'Qty', 'Shares'],
  price: ['Proceeds Per Share', 'Proceeds/Share', 'Closing Price', 'Sale Price'],
  unitCost: ['Cost Per Share', 'Cost/Share'],
  proceeds: ['Proceeds', 'Total Proceeds'],
  costBasis: ['Cost Basis (CB)', 'Cost Basis'],
  gain: ['Gain/Loss ($)', 'Gain/Loss $', 'Total Gain/Loss ($)', 'Total Gain/Loss $', 'Realized Gain/Loss ($)', 'Gain/Loss Amount'],
  longGain: ['Long Term Gain/Loss', 'Long Term (LT) Gain/Loss ($)', 'Long Term Gain/Loss ($)', 'LT Gain/Loss', 'LT Gain/Loss ($)'],
  shortGain: ['Short Term Gain/Loss', 'Short Term (ST) Gain/Loss ($)', 'Short Term Gain/Loss ($)', 'ST Gain/Loss', 'ST Gain/Loss ($)'],
  term: ['Term', 'Holding Period'],
  washSale: ['Wash Sale?', 'Wash Sale'],
  disallowedLoss: ['Disallowed Loss', 'Disallowed Loss ($)', 'Wash Sale Disallowed Loss'],
  account: ['Account', 'Account Name', 'Account Number'],
} satisfies Fields;

type Field = keyof typeof fields;

const findAll = (file: CustodianFile) =>
  findSections<Field>(file, { report: 'realized', fields, needs: [['symbol'], ['closed'], ['quantity', 'proceeds'], ['costBasis', 'gain']] });

function recognizes(file: CustodianFile): number {
  const sections = findAll(file);
  if (sections.length === 0) return file.tables.some(({ cells }) => cells.some((row) => findTitleOf('realized', row))) ? 0.6 : 0;
  const names = sections.flatMap(({ table, header }) => table.cells[header.row].map((cell) => cell.trim().toLowerCase()));
  const marks = ['closed date', 'wash sale?', 'disallowed loss'].every((name) => names.includes(name)) || names.includes('cost basis (cb)');
  return Math.min(1, 0.1 + (sections.some(({ title }) => title) ? 0.5 : 0) + (marks ? 0.45 : 0));
}

function read(file: CustodianFile): Contents {
  const sections = findAll(file);
  if (sections.length === 0) return noHeader(file, 'Symbol, Closed Date and Cost Basis');
  const readings = sections.map((section) => readSection(section, file));
  return {
    asOf: sections.find(({ title }) => title?.asOf)?.title?.asOf,
    rows: readings.flatMap(({ rows }) => rows),
    issues: readings.flatMap(({ issues }) => issues),
  };
}

/** A title without a number gives the kind of account, which several may share. */
function ownerOfRealized({ title, label }: Section, file: CustodianFile): Owner {
  if (label !== undefined) return nameOwner(label);
  const titled = title ? readOwner(title.label) : undefined;
  return titled ?? ownerInFileName(file.name);
}

function readSection(section: Section<Field>, file: CustodianFile): { rows: ImportRow[]; issues: readonly Issue[] } {
  const { table, header, end } = section;
  const reader = new LineReader<Field>(file, table, header, fields);
  const rows: ImportRow[] = [];
  let owner = ownerOfRealized(section, file);
  for (const line of reader.lines(end)) {
    const label = findMaskedLabel(line.cells);
    const account = line.text('account');
    if (label !== undefined && line.text('closed') === null) owner = nameOwner(label);
    else if (/^(?:(?:grand|accounts?|all accounts) )?totals?$/i.test(line.text('symbol') ?? '')) rows.push(readTotal(reader, line, owner, rows));
    else if (isBroken(section, file, line)) complainOfCut(reader, line);
    else if (!isSentence(line.cells)) rows.push(readLot(reader, line, account === null ? owner : nameOwner(account)));
  }
  reader.subject = {};
  if (rows.some(({ kind, account }) => account === null && kind !== 'total')) complainOfNoAccount(reader, header.row + 1, 'rows', noTitle);
  return { rows, issues: reader.issues };
}

function readLot(reader: LineReader<Field>, line: Line<Field>, owner: Owner): ImportRow {
  const security = identify(line.text('symbol'), null);
  reader.subject = { symbol: security.symbol, account: owner.account };
  const disallowed = line.amount('disallowedLoss');
  return importRow('realized-lot', line.number, {
    ...owner,
    ...security,
    description: line.text('description'),
    closed: line.day('closed'),
    acquired: line.day('acquired'),
    quantity: line.amount('quantity'),
    price: line.amount('price'),
    unitCost: line.amount('unitCost'),
    proceeds: line.amount('proceeds'),
    costBasis: line.amount('costBasis'),
    gain: line.amount('gain'),
    term: readTerm(line.text('term')) ?? termOfGains(line.amount('longGain'), line.amount('shortGain')),
    washSale: readFlag(line.text('washSale')),
    disallowedLoss: disallowed === null ? null : Math.abs(disallowed),
  });
}

/** The summary has no term, but a gain of one kind only says it. */
function termOfGains(long: number | null, short: number | null): 'short' | 'long' | null {
  if ((long === null) === (short === null)) return null;
  return long === null ? 'short' : 'long';
}

function readTotal(reader: LineReader<Field>, line: Line<Field>, owner: Owner, rows: readonly ImportRow[]): ImportRow {
  const amounts = { proceeds: line.amount('proceeds'), costBasis: line.amount('costBasis'), gain: line.amount('gain') };
  const row = importRow('total', line.number, { ...owner, ...amounts });
  const lots = rows.filter(({ kind }) => kind === 'realized-lot');
  checkTotal(reader, { row, amount: amounts.proceeds, parts: lots.map(({ proceeds }) => proceeds), what: 'Proceeds' }, 'proceeds');
  checkTotal(reader, { row, amount: amounts.gain, parts: lots.map(({ gain }) => gain), what: 'Gains and losses' }, 'gain');
  return row;
}
