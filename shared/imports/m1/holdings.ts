import { importRow, type Contents, type CustodianFile, type ImportFormat, type ImportRow } from '../format';
import { findBlocks, findFirstBlock, joinContents, noHeader, type Block } from '../table/blocks';
import { certaintyOf, type Mark } from '../table/certainty';
import type { Fields } from '../table/header';
import { LineReader, type Line } from '../table/line';
import { isNote } from '../table/notes';
import { lessKnown } from '../table/sums';
import { checkTotal } from '../table/total';
import { complainOfNoAccount } from '../table/unnamed-account';
import { wholeLines } from '../table/whole-lines';
import { findAccount } from './account';

/**
 * M1 Finance, Holdings, "Download", holdings: one row a position.
 *
 * ```
 * Symbol,Name,Quantity,Avg. Price,Cost Basis,Unrealized Gain ($),Unrealized Gain (%),Value
 * ORLN,Orlean Motors Inc.,16.4,194.90,"2,890.37","223.93",7.75,"3,114.30"
 * SPNX,Spun Off Co.,7.25,,,,,145.20                                        cost is not known yet
 * ```
 */
export const m1Holdings: ImportFormat = {
  title: 'M1, holdings (CSV)',
  about: [
    'Invest, Holdings, *Download*, Holdings. It has no purchase dates: download Open tax lots as well, if lots matter.',
    'A position whose cost is blank, such as one just spun off, is read with an unknown cost.',
    'The file does not name its account; choose it.',
  ],
  recognizes,
  read,
};

const fields = {
  symbol: ['Symbol', 'Ticker'],
  name: ['Name'],
  quantity: ['Quantity', 'Shares', 'Qty'],
  unitCost: ['Avg. Price', 'Average Price', 'Avg. Share Price', 'Avg. Cost'],
  cost: ['Cost Basis', 'Total Cost'],
  gain: ['Unrealized Gain ($)', 'Unrealized Gain/Loss ($)'],
  gainPercent: ['Unrealized Gain (%)', 'Unrealized Gain/Loss (%)'],
  value: ['Value', 'Market Value', 'Value ($)', 'Current Value'],
} satisfies Fields;

type Field = keyof typeof fields;

const needs: readonly (readonly Field[])[] = [['symbol'], ['name'], ['quantity'], ['value']];

/** What M1 never shows beside a position; others that head a column `Name` do. */
const foreign = /^(?:cusip|account|product type|security type|asset|last|price|day change|date)\b/i;

function recognizes(file: CustodianFile): number {
  const block = findFirstBlock<Field>(file, fields, needs);
  if (!block) return 0;
  const { columns, row } = block.header;
  if (columns.unitCost === undefined || block.table.cells[row].some((name) => foreign.test(name.trim()))) return 0.2;
  const marks: readonly Mark[] = [
    [columns.unitCost !== undefined, 0.35],
    [columns.cost !== undefined, 0.1],
    [columns.gain !== undefined, 0.25],
    [columns.gainPercent !== undefined, 0.1],
    [/^Holdings-[A-Z][a-z]{2}-\d/.test((file.name ?? '').split(/[\\/]/).at(-1) ?? ''), 0.05],
  ];
  return certaintyOf(0.15, marks);
}

function read(file: CustodianFile): Contents {
  const blocks = findBlocks<Field>(file, fields, needs);
  return blocks.length === 0 ? noHeader(file, 'Symbol, Name, Quantity and Value') : joinContents(blocks.map((block) => readBlock(file, block)));
}

function readBlock(file: CustodianFile, block: Block<Field>): Contents {
  const reader = new LineReader<Field>(file, block.table, block.header, fields);
  const account = findAccount(file.name);
  if (account === null) {
    complainOfNoAccount(reader, block.header.row + 1, 'positions', 'Choose the account: M1 leaves it out.');
  }
  const rows: ImportRow[] = [];
  for (const line of wholeLines(file, block, reader, (candidate) => isNote(candidate, ['symbol', 'quantity', 'value']))) {
    const symbol = line.text('symbol');
    reader.subject = { symbol, account };
    rows.push(/^totals?$/i.test(symbol ?? line.text('name') ?? '') ? readTotal(line, account, rows, reader) : readPosition(line, account));
  }
  return { rows, issues: reader.issues };
}

function readPosition(line: Line<Field>, account: string | null): ImportRow {
  const [symbol, description] = [line.text('symbol'), line.text('name')];
  const [quantity, marketValue] = [line.amount('quantity'), line.amount('value')];
  if (/^cash$/i.test(symbol ?? description ?? '') && /^cash\b/i.test(description ?? 'cash')) {
    const amount = marketValue ?? quantity;
    return importRow('cash', line.number, { account, symbol: 'CASH', description, quantity: amount, price: 1, marketValue: amount, assetType: 'cash' });
  }
  const costBasis = line.amount('cost') ?? lessKnown(marketValue, line.amount('gain'));
  return importRow('position', line.number, { account, symbol, description, quantity, unitCost: line.amount('unitCost'), costBasis, marketValue });
}

function readTotal(line: Line<Field>, account: string | null, above: readonly ImportRow[], reader: LineReader<Field>): ImportRow {
  const total = line.amount('value');
  checkTotal(reader, { line: line.number, field: 'value', total, parts: above.map(({ marketValue }) => marketValue), what: 'Positions' });
  return importRow('total', line.number, { account, costBasis: line.amount('cost'), marketValue: total });
}
