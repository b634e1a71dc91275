import { importRow, type Contents, type CustodianFile, type ImportFormat, type ImportRow } from '../format';
import { findBlocks, findFirstBlock, joinContents, noHeader, type Block } from '../table/blocks';
import { certaintyOf, type Mark } from '../table/certainty';
import { readCusip } from '../table/cusip';
import { readFlag } from '../table/flag';
import type { Fields } from '../table/header';
import { LineReader, type Line } from '../table/line';
import { isNote } from '../table/notes';
import { perUnit, sumKnown } from '../table/sums';
import { readTerm } from '../table/term';
import { complainOfNoAccount } from '../table/unnamed-account';
import { wholeLines } from '../table/whole-lines';
import { findAccount } from './account';

/**
 * M1 Finance, Holdings, "Download", open or closed tax lots: one row a lot. Closed lots have the same header and a close date.
 *
 * ```
 * "**This data is being provided for general and reference purposes only. …"        two lines of disclaimers
 * Symbol,Cusip,Acquisition Date,Quantity,Cost Basis,Short/Long Term Holding,Unrealized Gain/Loss,Close Date,…,M1 Tax Lot Id
 * ORLN,700112233,2024-02-15,12,2640.00,Long,435.00,,,,false,,200000001             open: worth cost plus gain
 * FNBX,007112238,2025-01-10,10,140.00,Short,,2025-06-02,-12.00,,true,12.00,200000009  closed
 * ```
 */
export const m1Lots: ImportFormat = {
  title: 'M1, open or closed tax lots (CSV)',
  about: [
    'Invest, Holdings, *Download*, Open tax lots; Closed tax lots are read as realized lots.',
    'The file shows neither prices nor values: a lot is worth its cost plus its unrealized gain, at the close of the day before.',
    'The number of the account is only in the name of the file; if you renamed it, choose the account.',
  ],
  recognizes,
  read,
};

const fields = {
  symbol: ['Symbol', 'Ticker'],
  cusip: ['Cusip'],
  name: ['Name', 'Description', 'Security Name'],
  acquired: ['Acquisition Date', 'Acquired Date', 'Date Acquired', 'Open Date'],
  quantity: ['Quantity', 'Qty', 'Shares'],
  cost: ['Cost Basis', 'Cost'],
  term: ['Short/Long Term Holding', 'Short/Long Term', 'Term'],
  gain: ['Unrealized Gain/Loss', 'Unrealized Gain ($)', 'UGL'],
  closed: ['Close Date', 'Closed Date'],
  shortGain: ['Short Term Realized Gain/Loss'],
  longGain: ['Long Term Realized Gain/Loss'],
  washSale: ['Wash Sale Indicator', 'Wash Sale'],
  disallowed: ['Disallowed Wash Sale Amount', 'Disallowed Loss'],
  lotId: ['M1 Tax Lot Id', 'Tax Lot Id'],
} satisfies Fields;

type Field = keyof typeof fields;

const needs: readonly (readonly Field[])[] = [['symbol', 'cusip'], ['acquired'], ['quantity'], ['cost']];

function recognizes(file: CustodianFile): number {
  const block = findFirstBlock<Field>(file, fields, needs);
  if (!block) return 0;
  const { columns } = block.header;
  const has = (...names: readonly Field[]) => names.every((name) => columns[name] !== undefined);
  const spelled = block.table.cells[block.header.row].map((cell) => cell.trim().toLowerCase());
  const marks: readonly Mark[] = [
    [spelled.includes('m1 tax lot id'), 0.5],
    [spelled.includes('short/long term holding'), 0.45],
    [has('acquired') && spelled.includes('acquisition date'), 0.1],
    [has('shortGain', 'longGain') || has('washSale', 'disallowed'), 0.2],
    [/(?:open|closed)-tax-lots/i.test(file.name ?? ''), 0.05],
  ];
  return certaintyOf(0, marks);
}

function read(file: CustodianFile): Contents {
  const blocks = findBlocks<Field>(file, fields, needs);
  return blocks.length === 0
    ? noHeader(file, 'Symbol, Acquisition Date, Quantity and Cost Basis')
    : joinContents(blocks.map((block) => readBlock(file, block)));
}

function readBlock(file: CustodianFile, block: Block<Field>): Contents {
  const reader = new LineReader<Field>(file, block.table, block.header, fields);
  const account = findAccount(file.name);
  if (account === null) {
    complainOfNoAccount(reader, block.header.row + 1, 'lots', 'Maybe the file was renamed: M1 begins its name with the number of the account.');
  }
  const rows: ImportRow[] = [];
  for (const line of wholeLines(file, block, reader, (candidate) => isNote(candidate, ['quantity', 'cost']))) {
    reader.subject = { symbol: line.text('symbol'), account };
    rows.push(line.text('closed') === null ? openLot(line, account) : closedLot(line, account));
  }
  return { rows, issues: reader.issues };
}

function openLot(line: Line<Field>, account: string | null): ImportRow {
  const [quantity, costBasis, gain] = [line.amount('quantity'), line.amount('cost'), line.amount('gain')];
  const marketValue = costBasis === null || gain === null ? null : sumKnown([costBasis, gain]);
  return importRow('lot', line.number, {
    ...identity(line, account),
    quantity,
    costBasis,
    unitCost: perUnit(costBasis, quantity),
    marketValue,
    price: perUnit(marketValue, quantity),
  });
}

function closedLot(line: Line<Field>, account: string | null): ImportRow {
  const [quantity, costBasis] = [line.amount('quantity'), line.amount('cost')];
  const [shortGain, longGain] = [line.amount('shortGain'), line.amount('longGain')];
  const gain = sumKnown([shortGain, longGain]);
  const proceeds = costBasis === null || gain === null ? null : sumKnown([costBasis, gain]);
  return importRow('realized-lot', line.number, {
    ...identity(line, account),
    closed: line.day('closed'),
    quantity,
    costBasis,
    unitCost: perUnit(costBasis, quantity),
    proceeds,
    price: perUnit(proceeds, quantity),
    gain,
    term: readTerm(line.text('term')) ?? (shortGain ? 'short' : longGain ? 'long' : null),
  });
}

function identity(line: Line<Field>, account: string | null): Partial<ImportRow> {
  const disallowed = line.amount('disallowed');
  return {
    account,
    symbol: line.text('symbol'),
    cusip: readCusip(line.text('cusip')),
    description: line.text('name'),
    lotId: line.text('lotId'),
    acquired: line.day('acquired'),
    term: readTerm(line.text('term')),
    washSale: readFlag(line.text('washSale')),
    disallowedLoss: disallowed === null ? null : Math.abs(disallowed),
  };
}
