import { importRow, type Contents, type CustodianFile, type ImportFormat, type ImportRow } from '../format';
import { findBlocks, findFirstBlock, joinContents, noHeader, type Block } from '../table/blocks';
import { certaintyOf, type Mark } from '../table/certainty';
import { readCusip } from '../table/cusip';
import type { Fields } from '../table/header';
import { LineReader, type Line } from '../table/line';
import { isNote } from '../table/notes';
import { addsUp, lessKnown } from '../table/sums';
import { complainOfTotal } from '../table/total';
import { wholeLines } from '../table/whole-lines';
import { findAssetType } from './asset-type';

/**
 * Merrill Edge and Merrill Lynch, "Export" of holdings: one row a position, of one account or of all.
 *
 * ```
 * "COB Date","Security #","Symbol","CUSIP #","Security Description","Account Nickname",…,"Value ($)","Unrealized Gain/Loss ($)",…
 * "6/12/2026","00713","ORLN","700112233","ORLEAN MOTORS INC","--","CMA-Edge","51A-20B77","12","210.00","2,520.00","(180.40)",…
 * "6/12/2026","94SX0","--","990156937","ML DIRECT DEPOSIT PROGRM","--","CMA-Edge","51A-20B77","310.5","1.00","310.50","--",…
 * ```
 */
export const merrillHoldings: ImportFormat = {
  title: 'Merrill, holdings (CSV)',
  about: [
    'Portfolio, *Export*, holdings. The file may cover several accounts; it holds positions, not lots.',
    'There is no cost column: cost is the value less the unrealized gain, and unknown where Merrill shows `--`.',
    'The deposit program is read as cash. A cash balance outside of it is only in the portfolio summary, so import that too.',
  ],
  recognizes,
  read,
};

const fields = {
  asOf: ['COB Date', 'As of Date'],
  securityNumber: ['Security #', 'Security Number'],
  symbol: ['Symbol'],
  cusip: ['CUSIP #', 'CUSIP', 'CUSIP Number'],
  description: ['Security Description', 'Description'],
  nickname: ['Account Nickname'],
  registration: ['Account Registration'],
  account: ['Account #', 'Account Number', 'Account'],
  quantity: ['Quantity'],
  price: ['Price ($)', 'Price'],
  value: ['Value ($)', 'Market Value ($)', 'Value'],
  gain: ['Unrealized Gain/Loss ($)'],
  cost: ['Cost Basis ($)', 'Total Cost ($)', 'Cost Basis'],
  unitCost: ['Unit Cost ($)', 'Cost per Share ($)'],
} satisfies Fields;

type Field = keyof typeof fields;

const needs: readonly (readonly Field[])[] = [['symbol', 'cusip'], ['quantity', 'value'], ['asOf', 'securityNumber', 'registration']];

function recognizes(file: CustodianFile): number {
  const columns = findFirstBlock<Field>(file, fields, needs)?.header.columns;
  if (!columns) return 0;
  const marks: readonly Mark[] = [
    [columns.asOf !== undefined, 0.35],
    [columns.securityNumber !== undefined, 0.25],
    [columns.registration !== undefined && columns.account !== undefined, 0.25],
    [columns.gain !== undefined && columns.value !== undefined, 0.2],
    [columns.cusip !== undefined && columns.description !== undefined, 0.1],
  ];
  return certaintyOf(0, marks);
}

function read(file: CustodianFile): Contents {
  const blocks = findBlocks<Field>(file, fields, needs);
  if (blocks.length === 0) return noHeader(file, 'COB Date, Symbol and Quantity');
  return joinContents(blocks.map((block) => readBlock(file, block)));
}

function readBlock(file: CustodianFile, block: Block<Field>): Contents {
  const reader = new LineReader<Field>(file, block.table, block.header, fields);
  const days: string[] = [];
  const rows: ImportRow[] = [];
  for (const line of wholeLines(file, block, reader, (candidate) => isNote(candidate, ['symbol', 'cusip', 'quantity', 'value']))) {
    if (isTotal(line)) {
      rows.push(importRow('total', line.number, { account: line.text('account'), marketValue: line.amount('value') }));
      continue;
    }
    reader.subject = { symbol: line.text('symbol') ?? line.text('description'), account: line.text('account') };
    rows.push(readPosition(line));
    const day = line.day('asOf');
    if (day) days.push(day);
  }
  checkTotals(rows, reader);
  return { asOf: days.sort().at(-1), rows, issues: reader.issues };
}

const isTotal = (line: Line<Field>): boolean => line.cells.some((cell) => /^(?:grand )?totals?:?$/i.test(cell.trim()));

function readPosition(line: Line<Field>): ImportRow {
  const [quantity, price, marketValue, gain] = [line.amount('quantity'), line.amount('price'), line.amount('value'), line.amount('gain')];
  const known = {
    account: line.text('account'),
    accountName: line.text('nickname') ?? line.text('registration'),
    symbol: line.text('symbol'),
    cusip: readCusip(line.text('cusip')),
    description: line.text('description'),
    quantity,
    price,
    marketValue,
  };
  if (isCash(line, { price, gain })) {
    const amount = quantity ?? marketValue;
    return importRow('cash', line.number, { ...known, quantity: amount, price: 1, marketValue: marketValue ?? amount, assetType: 'cash' });
  }
  const costBasis = line.amount('cost') ?? lessKnown(marketValue, gain);
  const assetType = findAssetType(known);
  return importRow('position', line.number, { ...known, unitCost: line.amount('unitCost'), costBasis, assetType });
}

/** The sweep: a dollar a unit, without a gain, and with no symbol or with a deposit's or a money fund's. */
function isCash(line: Line<Field>, { price, gain }: { price: number | null; gain: number | null }): boolean {
  if (price !== 1 || gain) return false;
  const symbol = line.text('symbol');
  return symbol === null || /XX$/.test(symbol) || /deposit|\brasp\b|money|sweep|\bcash\b/i.test(line.text('description') ?? '');
}

/** A total is of the rows above it, back to the total before. */
function checkTotals(rows: readonly ImportRow[], reader: LineReader<Field>): void {
  let above: (number | null)[] = [];
  const all: (number | null)[] = [];
  for (const { kind, marketValue, line, account } of rows) {
    if (kind !== 'total') {
      above.push(marketValue);
      all.push(marketValue);
    } else if (marketValue !== null && !addsUp(above, marketValue) && !addsUp(all, marketValue)) {
      reader.subject = { account };
      complainOfTotal(reader, { line, field: 'value', total: marketValue, parts: above, what: 'Positions and cash' });
    }
    if (kind === 'total') above = [];
  }
}
