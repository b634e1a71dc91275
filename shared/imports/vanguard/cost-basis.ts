import { importRow, type Contents, type CustodianFile, type ImportFormat, type ImportRow } from '../format';
import { priceOf } from '../table/asset-type';
import { findBlocks, noHeader, type Block } from '../table/blocks';
import { complainOfCut, isCutOff } from '../table/cut';
import type { Fields } from '../table/header';
import { LineReader, type Line } from '../table/line';
import { markParents } from '../table/parents';
import { isSentence } from '../table/notes';
import { splitGain } from '../table/split-gain';
import { checkTotal } from '../table/total';
import { complainOfNoAccount } from '../table/unnamed-account';
import { readDay } from '../table/values';
import type { IsoDate } from '../../units';
import { readSecurity } from './security';
import { mendTimestamps } from './timestamps';

/**
 * Vanguard, Cost basis, "Export": unrealized gains, a row a lot. Names of columns hold the moment of the export.
 *
 * ```
 * (a line or two of comment)
 * Account,Symbol/CUSIP,Description,Acquired date,Cost basis method,Quantity,Cost per share,Total cost,"Market value as of 09/03/2026 02:17 PM, ET",…
 * 10020030,VTI,Vanguard Total Stock Market ETF,03/15/2020,FIFO,50.0000,240.00,12000.00,18000.00,0.00,6000.00,6000.00,Covered,50.00%
 * 10020030,VTSAX,Vanguard Total Stock Market Index,Multiple,AvgCost,10.000,100.00,1000.00,1200.00, - , - ,200.00,Noncovered,20.00%
 * ```
 */
export const vanguardCostBasis: ImportFormat = {
  title: 'Vanguard, cost basis export (CSV)',
  about: [
    '*Cost basis*, *Export*, *Unrealized gains*. The export of realized gains is read by its columns *Proceeds* and *Date sold*.',
    'The term of a lot is that of the column its gain stands in. *Multiple* is an unknown day.',
    'There is no price: it is the market value divided by the quantity.',
  ],
  recognizes,
  read,
};

const fields = {
  account: ['Account', 'Account Number'],
  accountName: ['Account Name'],
  symbol: ['Symbol/CUSIP', 'Symbol', 'CUSIP'],
  description: ['Description', 'Investment Name'],
  acquired: ['Acquired date', 'Date acquired', 'Acquired'],
  closed: ['Sold date', 'Date sold', 'Sale date', 'Sell date', 'Closed date'],
  method: ['Cost basis method'],
  quantity: ['Quantity', 'Shares'],
  unitCost: ['Cost per share', 'Unit cost'],
  cost: ['Total cost', 'Cost basis', 'Total cost basis'],
  proceeds: ['Proceeds', 'Total proceeds'],
  value: ['Market value', 'Current value'],
  shortGain: ['Short term gain loss', 'Short-term gain/loss', 'Short term gain/loss', 'Short term capital gain/loss', 'Short-term capital gain/loss'],
  longGain: ['Long term gain loss', 'Long-term gain/loss', 'Long term gain/loss', 'Long term capital gain/loss', 'Long-term capital gain/loss'],
  totalGain: ['Total gain loss', 'Total gain/loss', 'Total capital gain/loss'],
  disallowed: ['Wash sale loss disallowed', 'Disallowed loss', 'Wash sale disallowed', 'Wash sale adjustment'],
} satisfies Fields;

type Field = keyof typeof fields;

const needs: readonly (readonly Field[])[] = [['symbol'], ['quantity'], ['cost', 'unitCost'], ['value', 'proceeds', 'totalGain']];
const blocksOf = (file: CustodianFile) => findBlocks<Field>(mendTimestamps(file), fields, needs);

/** Names that only Vanguard's header has. */
const marks = [/^symbol\/cusip$/i, /^(?:acquired date|position type)$/i, /^cost basis method$/i, /^total cost$/i, /^(?:short|long) term gain loss\b/i, /^covered\/non-?covered$/i, /^market value as of /i];

function recognizes(file: CustodianFile): number {
  const scores = blocksOf(file).map(({ table, header }) => {
    const names = table.cells[header.row].map((cell) => cell.trim());
    return Math.min(1, marks.filter((pattern) => names.some((name) => pattern.test(name))).length * 0.19);
  });
  return Math.max(0, ...scores);
}

function read(file: CustodianFile): Contents {
  const blocks = blocksOf(file);
  if (blocks.length === 0) return noHeader(file, 'Symbol/CUSIP, Quantity and Total cost');
  const readings = blocks.map((block) => readBlock(file, block));
  return { asOf: readings.find(({ asOf }) => asOf)?.asOf, rows: readings.flatMap(({ rows }) => rows), issues: readings.flatMap(({ issues }) => issues) };
}

function readBlock(file: CustodianFile, block: Block<Field>): Contents {
  const reader = new LineReader<Field>(file, block.table, block.header, fields);
  const rows: ImportRow[] = [];
  for (const line of reader.lines(block.end)) {
    reader.subject = { account: line.text('account'), symbol: line.text('symbol') };
    const isTotal = [line.text('account'), line.text('symbol'), line.text('description')].some((label) => /^(?:grand |account |sub)?totals?\b/i.test(label ?? ''));
    if (isTotal) rows.push(readTotal(line, rows, reader));
    else if (isCutOff(file, block, line.number - 1)) complainOfCut(reader, line);
    else if (!isSentence(line.cells)) rows.push(readLot(line, reader));
  }
  if (rows.some(({ account, kind }) => account === null && kind !== 'total')) {
    reader.subject = {};
    complainOfNoAccount(reader, block.header.row + 1, 'lots', 'Choose the account.');
  }
  return { asOf: statedDay(block.table.cells[block.header.row]), rows: markParents(rows), issues: reader.issues };
}

function readLot(line: Line<Field>, reader: LineReader<Field>): ImportRow {
  const description = line.text('description');
  const security = readSecurity(line.text('symbol'), description);
  const [quantity, marketValue] = [line.amount('quantity'), line.amount('value')];
  const { gain, term } = splitGain(line.amount('shortGain'), line.amount('longGain'));
  const known = {
    account: line.text('account'),
    accountName: line.text('accountName'),
    ...security,
    description,
    acquired: line.day('acquired'),
    quantity,
    unitCost: line.amount('unitCost'),
    costBasis: line.amount('cost'),
    term,
  };
  if (!reader.has('proceeds')) return importRow('lot', line.number, { ...known, marketValue, price: priceOf(marketValue, quantity, security.assetType) });
  const disallowed = line.amount('disallowed');
  return importRow('realized-lot', line.number, {
    ...known,
    closed: line.day('closed'),
    proceeds: line.amount('proceeds'),
    gain: line.amount('totalGain') ?? gain,
    washSale: reader.has('disallowed') ? Boolean(disallowed) : null,
    disallowedLoss: disallowed === null ? null : Math.abs(disallowed),
  });
}

/** A total of the lots above it, back to the total before. */
function readTotal(line: Line<Field>, rows: readonly ImportRow[], reader: LineReader<Field>): ImportRow {
  const [costBasis, marketValue, proceeds] = [line.amount('cost'), line.amount('value'), line.amount('proceeds')];
  const lots = markParents(rows.slice(rows.findLastIndex(({ kind }) => kind === 'total') + 1)).filter(({ kind }) => kind !== 'position');
  const check = (field: Field, total: number | null, key: 'costBasis' | 'marketValue' | 'proceeds', what: string) =>
    lots.length > 0 && checkTotal(reader, { line: line.number, field, total, parts: lots.map((row) => row[key]), what });
  check('cost', costBasis, 'costBasis', 'Costs of the lots above');
  check('value', marketValue, 'marketValue', 'Values of the lots above');
  check('proceeds', proceeds, 'proceeds', 'Proceeds of the lots above');
  return importRow('total', line.number, { costBasis, marketValue, proceeds });
}

/** The day in `Market value as of 09/03/2026 02:17 PM, ET`. */
function statedDay(names: readonly string[]): IsoDate | undefined {
  return names.map((name) => readDay(/ as of\s+(.+)$/i.exec(name)?.[1])).find((day) => day !== null) ?? undefined;
}
