import { importRow, type Contents, type CustodianFile, type ImportFormat, type ImportRow } from '../format';
import { findBlocks, noHeader, type Block } from '../table/blocks';
import { readCusip } from '../table/cusip';
import type { Fields } from '../table/header';
import { LineReader, type Line } from '../table/line';
import { isSentence } from '../table/notes';
import { lessKnown, sumKnown } from '../table/sums';
import { splitGain } from '../table/split-gain';
import { checkTotal } from '../table/total';
import { complainOfNoAccount } from '../table/unnamed-account';
import { wholeLines } from '../table/whole-lines';
import { findOwner } from './account';
import { findDay } from './day';
import { readSecurity } from './security';

/**
 * Fidelity, closed positions: the realized gains and losses of a year.
 *
 * ```
 * Symbol(CUSIP),Security Description,Quantity,Date Acquired,Date Sold,Proceeds,Cost Basis,Short Term Gain/Loss,Long Term Gain/Loss
 * KLMN(009000101),"KLMN INC COM CL A",30.00000,08/04/2025,08/17/2026,"$3621.38 ","$3562.51 ",-,"$58.87 "
 * undefined(064000SH0),BANK NOVA B CNOTE 2.00000% 11/15/2026,"35,000",2025-04-19,2026-11-15,"$35,000.00","$35,000.00", --,$0.00,
 * ```
 */
export const fidelityRealized: ImportFormat = {
  title: 'Fidelity, realized gains and losses (CSV)',
  about: [
    'Tax forms & information page, *Year-to-date realized gain/loss*, closed lots, *Download*.',
    'The term of a lot is that of the column its gain stands in.',
    'Most of these files do not name the account; then you choose it.',
  ],
  recognizes,
  read,
};

const fields = {
  accountNumber: ['Account Number', 'Account #'],
  accountLabel: ['Account', 'Account Name', 'Account Name/Number'],
  symbol: ['Symbol(CUSIP)', 'Symbol'],
  description: ['Security Description', 'Description'],
  quantity: ['Quantity', 'Shares', 'Shares Sold'],
  acquired: ['Date Acquired', 'Acquired Date', 'Acquired', 'Open Date'],
  closed: ['Date Sold', 'Sold Date', 'Sale Date', 'Date Sold or Disposed'],
  proceeds: ['Proceeds', 'Sale Proceeds', 'Gross Proceeds'],
  cost: ['Cost Basis', 'Adjusted Cost Basis', 'Cost'],
  shortGain: ['Short Term Gain/Loss', 'Short-Term Gain/Loss', 'ST Gain/Loss'],
  longGain: ['Long Term Gain/Loss', 'Long-Term Gain/Loss', 'LT Gain/Loss'],
  disallowed: ['Wash Sale Loss Disallowed', 'Disallowed Loss', 'Wash Sale Disallowed', 'Wash Sale Amount'],
} satisfies Fields;

type Field = keyof typeof fields;

const needs: readonly (readonly Field[])[] = [['symbol'], ['closed'], ['proceeds'], ['shortGain'], ['longGain']];
const blocksOf = (file: CustodianFile) => findBlocks<Field>(file, fields, needs);

function recognizes(file: CustodianFile): number {
  const scores = blocksOf(file).map(({ table, header: { row, columns } }) => {
    const names = table.cells[row].map((cell) => cell.replace(/\s/g, '').toLowerCase());
    const marks = [names.includes('symbol(cusip)'), names.includes('datesold'), names.includes('dateacquired'), columns.cost !== undefined];
    return marks.filter(Boolean).length * 0.25;
  });
  return Math.max(0, ...scores);
}

function read(file: CustodianFile): Contents {
  const blocks = blocksOf(file);
  if (blocks.length === 0) return noHeader(file, 'Symbol, Date Sold and Proceeds');
  const readings = blocks.map((block) => readBlock(file, block));
  return { asOf: findDay(file), rows: readings.flatMap(({ rows }) => rows), issues: readings.flatMap(({ issues }) => issues) };
}

function readBlock(file: CustodianFile, block: Block<Field>): Contents {
  const reader = new LineReader<Field>(file, block.table, block.header, fields);
  const rows: ImportRow[] = [];
  for (const line of wholeLines(file, block, reader, ({ cells }) => isSentence(cells))) {
    const isTotal = line.cells.some((cell) => /^\s*(?:(?:grand|short.term|long.term) )?totals?:?\s*$/i.test(cell));
    if (isTotal) rows.push(readTotal(line, rows, reader));
    else rows.push(readLot(line, reader));
  }
  if (rows.some(({ account, kind }) => kind === 'realized-lot' && account === null)) {
    reader.subject = {};
    complainOfNoAccount(reader, block.header.row + 1, 'lots', 'Choose the account.');
  }
  return { rows, issues: reader.issues };
}

/** A total of the lots above it. */
function readTotal(line: Line<Field>, rows: readonly ImportRow[], reader: LineReader<Field>): ImportRow {
  const [proceeds, costBasis] = [line.amount('proceeds'), line.amount('cost')];
  const above = rows.slice(rows.findLastIndex(({ kind }) => kind === 'total') + 1).map((row) => row.proceeds);
  if (above.length > 0) checkTotal(reader, { line: line.number, field: 'proceeds', total: proceeds, parts: above, what: 'Proceeds of the lots above' });
  return importRow('total', line.number, { proceeds, costBasis, gain: sumKnown([line.amount('shortGain'), line.amount('longGain')]) });
}

function readLot(line: Line<Field>, reader: LineReader<Field>): ImportRow {
  const owner = findOwner(line.text('accountNumber'), line.text('accountLabel'));
  const description = line.text('description');
  const [symbol, cusip] = splitSymbol(line.text('symbol'));
  const security = readSecurity(symbol, description);
  reader.subject = { ...owner, symbol: security.symbol ?? cusip };
  const [proceeds, costBasis] = [line.amount('proceeds'), line.amount('cost')];
  const { gain, term } = splitGain(line.amount('shortGain'), line.amount('longGain'));
  const disallowed = line.amount('disallowed');
  return importRow('realized-lot', line.number, {
    ...owner,
    ...security,
    cusip: readCusip(cusip) ?? security.cusip,
    description,
    quantity: line.amount('quantity'),
    acquired: line.day('acquired'),
    closed: line.day('closed'),
    proceeds,
    costBasis,
    gain: gain ?? lessKnown(proceeds, costBasis),
    term,
    washSale: reader.has('disallowed') ? Boolean(disallowed) : null,
    disallowedLoss: disallowed === null ? null : Math.abs(disallowed),
  });
}

/** `KLMN(009000101)`; a bond has `undefined` for its symbol. */
function splitSymbol(cell: string | null): [symbol: string | null, cusip: string | null] {
  const match = /^(.*?)\s*\(([^()]+)\)$/.exec(cell ?? '');
  if (!match) return [cell, null];
  return [/^(?:undefined|null|)$/i.test(match[1]) ? null : match[1], match[2].trim()];
}
