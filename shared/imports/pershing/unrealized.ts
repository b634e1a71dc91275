import { importRow, type Contents, type CustodianFile, type ImportFormat, type ImportRow } from '../format';
import { bannerOf, findBlocks, findFirstBlock, joinContents, noHeader, type Block } from '../table/blocks';
import type { Fields } from '../table/header';
import { LineReader, type Line } from '../table/line';
import { isLone } from '../table/notes';
import { readTerm } from '../table/term';
import { checkTotal } from '../table/total';
import { complainOfNoAccount } from '../table/unnamed-account';
import { isMissing } from '../table/values';
import { wholeLines } from '../table/whole-lines';
import { readBanner, type Banner } from './banner';
import { findCost } from './cost';
import { sumsFirst, type LotRow } from './lots';
import { currencyOfCash, findAssetType, isCash, readCusip } from './security';

/**
 * Pershing, NetX360 "Unrealized Gain/Loss" (UGL): the lots of an account, a row of sums before those of each security.
 *
 * ```
 * Account: ABC310211                                                                                    banner, some fourteen lines
 * Security Identifier  Cusip      Security Description  Taxlot ID       Quantity  Current Total Cost …  Trade Date  Term
 * ARGT                 37950E259  GLOBAL X FDS …                        3716      352967.42                                the sum: no lot ID
 * ARGT                 37950E259  GLOBAL X FDS …        20260109I4CK8R  2116      198934.42             2026-01-09  SHORT
 * ARGT                 37950E259  GLOBAL X FDS …        20260203I7I898  1600      154033.00             2026-02-03  SHORT
 * USD999997            USD999997  U.S.DOLLARS CURRENCY  19510101        349.91    349.91
 * ```
 */
export const pershingUnrealized: ImportFormat = {
  title: 'Pershing, unrealized gain and loss by lot of NetX360 (.xlsx or CSV)',
  about: [
    'NetX360 or NetX360+, *Unrealized Gain/Loss* of an account, *Download*. This is the Pershing file with lots.',
    'Each security has a row of sums and a row for each lot; the sums have no lot ID. Both are read, and counted once.',
    'A lot was acquired on its trade date; where there is none, on its entry date.',
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
  currency: ['Currency', 'Position Currency', 'Issue Currency'],
  lotId: ['Taxlot ID', 'Tax Lot ID', 'Lot ID', 'Taxlot', 'Tax Lot'],
  quantity: ['Quantity', 'Trade Date Quantity'],
  unitCost: ['Unit Cost', 'Current Unit Cost', 'Adjusted Unit Cost'],
  cost: ['Current Total Cost', 'Total Cost', 'Cost Basis', 'Adjusted Total Cost', 'Adjusted Cost', 'Cost'],
  price: ['Last Price', 'Market Price', 'Price', 'Current Price'],
  marketValue: ['Market Value', 'Current Market Value', 'Value'],
  gain: ['Gain/Loss', 'Unrealized Gain/Loss', 'Unrealized G/L', 'Total Gain/Loss', 'Gain/Loss ($)'],
  tradeDate: ['Trade Date', 'Acquisition Date', 'Date Acquired', 'Purchase Date'],
  entryDate: ['Entry Date', 'Opening Date', 'Open Date'],
  term: ['Term', 'Holding Period'],
} satisfies Fields;

type Field = keyof typeof fields;

const needs: readonly (readonly Field[])[] = [['securityId', 'cusip'], ['lotId', 'tradeDate', 'entryDate'], ['quantity'], ['cost', 'unitCost', 'gain'], ['marketValue', 'price', 'gain']];

const ownNames = ['taxlot id', 'current total cost', 'disposition method', 'security identifier', 'asset category', 'entry date', '% of portfolio'];

function recognizes(file: CustodianFile): number {
  const block = findFirstBlock<Field>(file, fields, needs);
  if (!block) return 0;
  const names = block.table.cells[block.header.row].map((name) => name.trim().toLowerCase());
  if (names.includes('closing date') || names.includes('proceeds')) return 0;
  const own = ownNames.filter((name) => names.includes(name)).length;
  const titled = /unrealized/i.test(readBanner(bannerOf(block)).text) && own > 0 ? 2 : 0;
  const known = names.includes('taxlot id') ? 1 : 0;
  return [0, 0.3, 0.45, 0.7, 0.9, 0.96][Math.min(own + titled + known, 5)];
}

const isTitle = (cells: readonly string[]): boolean => /^(unrealized gain|account\s*:)/i.test(cells[0]?.trim() ?? '');

function read(file: CustodianFile): Contents {
  const blocks = findBlocks<Field>(file, fields, needs, isTitle);
  if (blocks.length === 0) return noHeader(file, 'a security, a lot or its day, a quantity and a cost');
  return joinContents(blocks.map((block) => new Reading(file, block).contents()));
}

/** One pass over the rows below a header. */
class Reading {
  private readonly rows: LotRow[] = [];
  private readonly totals: ImportRow[] = [];
  private readonly banner: Banner;
  private readonly reader: LineReader<Field>;

  constructor(
    private readonly file: CustodianFile,
    private readonly block: Block<Field>,
  ) {
    this.banner = readBanner(bannerOf(block));
    this.reader = new LineReader(file, block.table, block.header, fields);
  }

  contents(): Contents {
    const { reader, block } = this;
    for (const line of wholeLines(this.file, block, reader, isLone)) this.add(line);
    reader.subject = {};
    if (this.rows.some(({ row }) => row.account === null)) {
      complainOfNoAccount(reader, block.header.row + 1, 'lots', 'Maybe its first lines were deleted; choose the account.');
    }
    const rows = sumsFirst(this.rows);
    this.checkTotals(rows);
    return { asOf: this.banner.asOf, rows: [...rows, ...this.totals], issues: reader.issues };
  }

  private add(line: Line<Field>): void {
    if (/^(grand |sub)?totals?\b/i.test(firstText(line)) && line.text('cusip') === null) {
      this.totals.push(importRow('total', line.number, { costBasis: line.amount('cost'), marketValue: line.amount('marketValue') }));
    } else if (isRow(line)) this.addRow(line);
  }

  private addRow(line: Line<Field>): void {
    const cusip = line.text('cusip') ?? (readCusip(line.text('securityId')) === null ? null : line.text('securityId'));
    const symbol = line.text('securityId') === cusip ? null : line.text('securityId');
    const described = { cusip, symbol, description: line.text('description'), securityType: line.text('securityType') };
    const owner = { account: line.text('account') ?? this.banner.account, accountName: line.text('accountName') ?? this.banner.accountName };
    this.reader.subject = { symbol: symbol ?? cusip, account: owner.account };
    const known = isCash(described) ? cashOf(line, cusip) : this.holdingOf(line, described);
    const row = importRow(known.kind ?? 'lot', line.number, { ...owner, accountType: line.text('accountType'), description: described.description, ...known });
    // A balance is a lot of its own sum; one of the two is enough.
    const before = this.rows.at(-1)?.row;
    const isRepeated = row.kind === 'cash' && before?.kind === 'cash' && before.symbol === row.symbol && before.account === row.account && before.quantity === row.quantity;
    if (!isRepeated) this.rows.push({ key: [owner.account, symbol ?? cusip ?? described.description].join(' '), row });
  }

  private holdingOf(line: Line<Field>, described: Parameters<typeof isCash>[0]): Partial<ImportRow> {
    const [quantity, price, marketValue] = [line.amount('quantity'), line.amount('price'), line.amount('marketValue')];
    const assetType = findAssetType({ ...described, quantity, price, marketValue });
    const kind = this.isSum(line) ? 'position' : 'lot';
    const acquired = kind === 'lot' ? (line.day('tradeDate') ?? line.day('entryDate')) : null;
    const cost = findCost({ quantity, unitCost: line.amount('unitCost'), cost: line.amount('cost'), gain: line.amount('gain'), marketValue, assetType });
    return {
      kind, symbol: described.symbol, cusip: readCusip(described.cusip), lotId: line.text('lotId'), acquired,
      quantity, price, marketValue, ...cost, assetType, term: kind === 'lot' ? readTerm(line.text('term')) : null, currency: line.text('currency'),
    };
  }

  /** Where lots have no ID, the sum is the row without a day. */
  private isSum(line: Line<Field>): boolean {
    if (this.reader.has('lotId')) return line.text('lotId') === null;
    return line.text('tradeDate') === null && line.text('entryDate') === null;
  }

  private checkTotals(rows: readonly ImportRow[]): void {
    if (this.totals.length === 0) return;
    const parts = withoutLotsOfSums(rows).map((row) => row.marketValue);
    for (const { marketValue, line } of this.totals) checkTotal(this.reader, { line, field: 'marketValue', total: marketValue, parts, what: 'The rows' });
  }
}

/** A balance has a lot of the year 1951, which means nothing. */
function cashOf(line: Line<Field>, cusip: string | null): Partial<ImportRow> {
  const amount = line.amount('quantity') || line.amount('marketValue');
  const currency = currencyOfCash(cusip);
  return { kind: 'cash', symbol: currency ?? cusip ?? 'CASH', quantity: amount, price: 1, marketValue: amount, assetType: 'cash', currency: currency ?? line.text('currency') };
}

/** The rows without the lots whose sum stands above them. */
function withoutLotsOfSums(rows: readonly ImportRow[]): ImportRow[] {
  let sum: ImportRow | undefined;
  return rows.filter((row) => {
    if (row.kind !== 'lot') sum = row;
    return row.kind !== 'lot' || !(sum?.kind === 'position' && sum.symbol === row.symbol && sum.cusip === row.cusip && sum.account === row.account);
  });
}

const firstText = ({ cells }: Line<Field>): string => cells.find((cell) => cell.trim() !== '')?.trim() ?? '';

const isRow = ({ text, cells }: Line<Field>): boolean =>
  (text('cusip') !== null || text('securityId') !== null) && [text('quantity'), text('cost'), text('marketValue')].some((cell) => /\d/.test(cell ?? '')) && cells.filter((cell) => !isMissing(cell)).length > 1;
