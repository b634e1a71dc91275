import { importRow, type Contents, type CustodianFile, type ImportFormat, type ImportRow } from '../format';
import { bannerOf, findBlocks, findFirstBlock, joinContents, noHeader, type Block } from '../table/blocks';
import type { Fields } from '../table/header';
import { readFlag } from '../table/flag';
import { LineReader, type Line } from '../table/line';
import { isLone } from '../table/notes';
import { readTerm } from '../table/term';
import { complainOfNoAccount } from '../table/unnamed-account';
import { wholeLines } from '../table/whole-lines';
import { readBanner, type Banner } from './banner';
import { findAssetType, readCusip } from './security';

/**
 * Pershing, NetX360 "Realized Gain/Loss" (RGL): what an account sold, lot by lot.
 *
 * ```
 * Account: ABC310211                                                                banner, some fourteen lines
 * Security Identifier  Cusip      Opening Date  Closing Date  Quantity  Cost Basis  Proceeds  Gain/Loss  Term
 * XLE                  81369Y506  Multiple      2026-03-02    300       25550.00    27600.00  2050.00           the sum of the two below
 * XLE                  81369Y506  2025-02-03    2026-03-02    200       17100.00    18400.00  1300.00    LONG
 * XLE                  81369Y506  2025-11-10    2026-03-02    100       8450.00     9200.00   750.00     SHORT
 * ```
 */
export const pershingRealized: ImportFormat = {
  title: 'Pershing, realized gain and loss by lot of NetX360 (.xlsx or CSV)',
  about: [
    'NetX360 or NetX360+, *Realized Gain/Loss* of an account, *Download*. It gives the wash sale checks the losses taken.',
    'A row whose days are `Multiple` is the sum of the rows around it and is left aside.',
  ],
  recognizes,
  read,
};

const fields = {
  account: ['Account Number', 'Account', 'Account No'],
  accountName: ['Account Name', 'Client Name', 'Short Name'],
  accountType: ['Account Type', 'Account Type Description'],
  securityId: ['Security Identifier', 'Security ID', 'Symbol'],
  cusip: ['Cusip', 'CUSIP Number'],
  description: ['Security Description', 'Description'],
  securityType: ['Security Type', 'Asset Category'],
  currency: ['Currency', 'Position Currency'],
  lotId: ['Taxlot ID', 'Tax Lot ID', 'Lot ID'],
  opened: ['Opening Date', 'Open Date', 'Trade Date', 'Acquisition Date'],
  closed: ['Closing Date', 'Close Date', 'Closed Date'],
  quantity: ['Quantity'],
  unitCost: ['Unit Cost'],
  cost: ['Cost Basis', 'Total Cost', 'Current Total Cost'],
  proceeds: ['Proceeds', 'Net Proceeds', 'Total Proceeds'],
  gain: ['Gain/Loss', 'Realized Gain/Loss', 'Total Gain/Loss', 'Gain/Loss ($)'],
  term: ['Term', 'Holding Period'],
  disallowed: ['Wash Sale Disallowed', 'Disallowed Loss', 'Wash Sale Disallowed Loss', 'Wash Sale Adjustment'],
  washSale: ['Wash Sale', 'Wash Sale Indicator', 'Wash Sale?'],
} satisfies Fields;

type Field = keyof typeof fields;

const needs: readonly (readonly Field[])[] = [['securityId', 'cusip'], ['closed'], ['quantity'], ['proceeds', 'gain']];

const ownNames = ['security identifier', 'cusip', 'opening date', 'closing date', 'disposition method', 'security description'];

function recognizes(file: CustodianFile): number {
  const block = findFirstBlock<Field>(file, fields, needs);
  if (!block) return 0;
  const names = block.table.cells[block.header.row].map((name) => name.trim().toLowerCase());
  if (!names.includes('security identifier') && !names.includes('disposition method')) return 0.2;
  const titled = /realized/i.test(readBanner(bannerOf(block)).text) ? 1 : 0;
  return [0.2, 0.3, 0.4, 0.6, 0.85, 0.93, 0.96][Math.min(ownNames.filter((name) => names.includes(name)).length + titled, 6)];
}

const isTitle = (cells: readonly string[]): boolean => /^(realized gain|account\s*:)/i.test(cells[0]?.trim() ?? '');

function read(file: CustodianFile): Contents {
  const blocks = findBlocks<Field>(file, fields, needs, isTitle);
  if (blocks.length === 0) return noHeader(file, 'a security, a closing date, a quantity and proceeds');
  return joinContents(blocks.map((block) => readBlock(file, block)));
}

function readBlock(file: CustodianFile, block: Block<Field>): Contents {
  const reader = new LineReader(file, block.table, block.header, fields);
  const banner = readBanner(bannerOf(block));
  const rows: ImportRow[] = [];
  for (const line of wholeLines(file, block, reader, isLone)) if (isRow(line)) rows.push(rowOf(reader, line, banner));
  reader.subject = {};
  if (rows.some(({ account }) => account === null)) {
    complainOfNoAccount(reader, block.header.row + 1, 'sales', 'Maybe its first lines were deleted; choose the account.');
  }
  return { asOf: banner.asOf, rows, issues: reader.issues };
}

function rowOf(reader: LineReader<Field>, line: Line<Field>, banner: Banner): ImportRow {
  const identifier = line.text('securityId');
  const cusip = line.text('cusip') ?? (readCusip(identifier) === null ? null : identifier);
  const symbol = identifier === cusip ? null : identifier;
  const account = line.text('account') ?? banner.account;
  reader.subject = { symbol: symbol ?? cusip, account };
  const described = { cusip, symbol, description: line.text('description'), securityType: line.text('securityType') };
  const disallowed = line.amount('disallowed');
  const maybeSum = !reader.has('opened') && reader.has('term') && line.text('term') === null;
  if (maybeSum) complainOfSum(reader, line);
  return importRow(maybeSum || line.cells.some(isMultiple) ? 'skip' : 'realized-lot', line.number, {
    account, accountName: line.text('accountName') ?? banner.accountName, accountType: line.text('accountType'),
    symbol, cusip: readCusip(cusip), description: described.description, lotId: line.text('lotId'),
    acquired: line.day('opened'), closed: line.day('closed'), quantity: sizeOf(line.amount('quantity')), unitCost: line.amount('unitCost'),
    costBasis: line.amount('cost'), proceeds: line.amount('proceeds'), gain: line.amount('gain'), term: readTerm(line.text('term')),
    assetType: findAssetType({ ...described, quantity: null, price: null, marketValue: null }), currency: line.text('currency'),
    disallowedLoss: sizeOf(disallowed), washSale: readFlag(line.text('washSale')) ?? (disallowed === null ? null : disallowed !== 0),
  });
}

/** The sum of several lots has many opening days; where that column is missing, only its term is blank. */
function complainOfSum(reader: LineReader<Field>, { number }: Line<Field>): void {
  reader.complain('I02', number, 'term', {
    message: `Line ${number} has no term and the file no opening days, so it may be the sum of the lots below it. It was left out.`,
    fix: 'Maybe export it with the column Opening Date.',
  });
}

const isMultiple = (cell: string): boolean => /^multiple$/i.test(cell.trim());

/** Sales may be negative: the day says that it is one. */
const sizeOf = (amount: number | null): number | null => (amount === null ? null : Math.abs(amount));

const isRow = ({ text, cells }: Line<Field>): boolean =>
  (text('cusip') !== null || text('securityId') !== null) && (text('closed') !== null || cells.some(isMultiple)) && [text('quantity'), text('proceeds'), text('gain')].some((cell) => /\d/.test(cell ?? ''));
