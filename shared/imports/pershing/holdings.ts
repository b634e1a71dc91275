import type { IsoDate } from '../../units';
import { importRow, type Contents, type CustodianFile, type ImportFormat, type ImportRow } from '../format';
import { bannerOf, findBlocks, joinContents, noHeader, type Block } from '../table/blocks';
import { findHeader } from '../table/header';
import { LineReader, type Line } from '../table/line';
import { isLone } from '../table/notes';
import { perUnit } from '../table/sums';
import { complainOfNoAccount } from '../table/unnamed-account';
import { wholeLines } from '../table/whole-lines';
import { readBanner, type Banner } from './banner';
import { findCost } from './cost';
import { describe, fields, findCurrencyColumn, isBalance, isRow, isTotal, nameOf, needs, type Described, type HoldingsField } from './holdings-columns';
import { checkCount, checkTotals } from './holdings-sums';
import { isNetx360Holdings } from './marks';
import { findPriceColumns } from './price-columns';
import { currencyOfCash, findAssetType, isCash, isCurrency, readCusip } from './security';
import { findValueColumns } from './value-columns';

/**
 * Pershing, holdings of all accounts: NetX360 report "Holdings by Assets", and the Positions page of NetX360+.
 *
 * ```
 * Report Name : Holdings by Assets
 * Input Criteria : IBD / OFF / IP equals ABC / ALL / ALL AND  Snapshot Date equals  15-Apr-2026
 * Number of Rows :      107
 * Snapshot Date  Settlement Date  Account Number … CUSIP      Symbol Quantity Price  Market Value … Price  Cost (Position) … Cash and Cash Equivalents
 * 2026-04-15     2026-03-02       ABC310211        464287432  TLT    3000     97.446 260490         86.83  292337.96         0
 * 2026-04-15     2026-04-15       ABC314602        USD999997  USD    0        0      0              1      0                 28.57
 * ```
 *
 * The first `Price` is the unit cost. A balance has a quantity and a value of 0; its amount is in the last column.
 * The settlement date is not the day a lot was bought: the report has no lots.
 */
export const pershingHoldings: ImportFormat = {
  title: 'Pershing, holdings of NetX360 (.xlsx or CSV)',
  about: [
    'NetX360, *Reports*, *Holdings by Assets*; or the *Positions* page of NetX360+. One file may cover all accounts of a firm.',
    'Columns may be left out or moved. Of the two columns called `Price`, the one that fits the market value is the price, the other the unit cost.',
    'A cost of 0 means that Pershing does not know it; it is read as unknown. The report has no lots: import *Unrealized Gain/Loss* as well for these.',
    'A position is read once for each of its accounts `CASH`, `MARGIN` and `SHORT`, as the file lists it.',
  ],
  recognizes: (file) => Math.max(0, ...file.tables.map((table) => isNetx360Holdings(table, findHeader<HoldingsField>(table.cells, fields, needs)))),
  read,
};

const isTitle = ([first]: readonly string[]): boolean => /^(report name\s*:|positions$)/i.test(first?.trim() ?? '');

function read(file: CustodianFile): Contents {
  const blocks = findBlocks<HoldingsField>(file, fields, needs, isTitle);
  if (blocks.length === 0) return noHeader(file, 'a CUSIP or symbol, a quantity and a value');
  return joinContents(blocks.map((block) => new Reading(file, block).contents()));
}

/** One pass over the rows below a header. */
class Reading {
  private readonly rows: ImportRow[] = [];
  private readonly banner: Banner;
  private readonly reader: LineReader<HoldingsField>;
  /** False when balances show 0 because the column for cash was left out: their amounts are then unknown. */
  private readonly statesCash: boolean;
  private asOf?: IsoDate;

  constructor(
    private readonly file: CustodianFile,
    private readonly block: Block<HoldingsField>,
  ) {
    const { table, header, end } = block;
    this.banner = readBanner(bannerOf(block));
    const names = table.cells[header.row];
    const own = { ...header.columns, ...findValueColumns(names, header.columns.marketValue), currency: findCurrencyColumn(names) };
    const { refuted, ...prices } = findPriceColumns(names, table.cells.slice(header.row + 1, end), own);
    this.reader = new LineReader(file, table, { row: header.row, columns: { ...own, price: undefined, ...prices } }, fields);
    if (refuted !== undefined) this.complainOfPrices(names[refuted]);
    this.statesCash = names.some((name) => /^(trade date quantity|security identifier)$/i.test(name.trim()));
  }

  contents(): Contents {
    const { reader, block, banner } = this;
    for (const line of wholeLines(this.file, block, reader, isLone)) this.add(line);
    reader.subject = {};
    const named = this.rows.filter(({ kind }) => kind !== 'total');
    const nameless = named.filter(({ account }) => account === null);
    if (nameless.length > 0) {
      // One row without an account among others may have lost it.
      complainOfNoAccount(reader, nameless.length < named.length ? nameless[0].line : block.header.row + 1, 'positions', 'Maybe its first lines or the Account Number column were left out; choose the account.');
    }
    checkCount(reader, block.header.row + 1, this.rows, banner.rowCount);
    checkTotals(reader, this.rows);
    return { asOf: banner.asOf ?? this.asOf, rows: this.rows, issues: reader.issues };
  }

  private add(line: Line<HoldingsField>): void {
    if (isTotal(line)) this.push('total', line, { marketValue: line.amount('marketValue'), costBasis: line.amount('cost') });
    else if (isRow(line)) this.addHolding(line);
  }

  private addHolding(line: Line<HoldingsField>): void {
    const described = describe(line);
    this.reader.subject = { symbol: described.symbol ?? described.cusip, account: line.text('account') ?? this.banner.account };
    this.asOf ??= line.day('snapshot') ?? undefined;
    if (isCash(described) || isBalance(line)) this.addCash(line, described);
    else this.addPosition(line, described);
  }

  private addCash(line: Line<HoldingsField>, { cusip, symbol, description }: Described): void {
    const own = line.amount('cashAmount');
    const stated = own || ([this.valueOf(line), line.amount('quantity')].find((amount) => amount !== null && amount !== 0) ?? own);
    const amount = stated ?? (this.statesCash ? 0 : null);
    const currency = currencyOfCash(cusip) ?? currencyOfCash(symbol) ?? (isCurrency(symbol) ? symbol : null);
    const name = symbol === null || symbol === cusip ? (currency ?? 'CASH') : symbol;
    this.push('cash', line, { symbol: name, description, quantity: amount, price: 1, marketValue: amount, assetType: 'cash', currency: currency ?? line.text('currency') });
  }

  private complainOfPrices(name: string): void {
    const message = `“${name}” gives the market value of no row (quantity × price), so prices were left out.`;
    this.reader.complain('H07', this.block.header.row + 1, undefined, { found: name, message, fix: 'Maybe it is the price of another day, and the header of the true one was changed.' });
  }

  /** In the position's currency; null where only dollars are stated, and not what the currency is worth. */
  private valueOf(line: Line<HoldingsField>): number | null {
    if (this.reader.has('marketValue')) return line.amount('marketValue');
    const [dollars, rate, currency] = [line.amount('dollarValue'), line.amount('exchangeRate'), line.text('currency')];
    if (dollars === null || rate) return perUnit(dollars, rate);
    return currency === null || currency === 'USD' ? dollars : null;
  }

  private addPosition(line: Line<HoldingsField>, described: Described): void {
    const [quantity, price, marketValue] = [line.amount('quantity'), line.amount('price'), this.valueOf(line)];
    const assetType = findAssetType({ ...described, fixedIncome: line.amount('fixedIncome'), quantity, price, marketValue });
    const cost = findCost({ quantity, unitCost: line.amount('unitCost'), cost: line.amount('cost'), gain: line.amount('gain'), marketValue, assetType });
    const { symbol, description } = described;
    this.push('position', line, { symbol, description, cusip: readCusip(described.cusip), quantity, price, marketValue, ...cost, assetType, currency: line.text('currency') });
  }

  private push(kind: 'position' | 'cash' | 'total', line: Line<HoldingsField>, known: Partial<ImportRow>): void {
    const owner = { account: line.text('account') ?? this.banner.account, accountName: nameOf(line) ?? this.banner.accountName };
    this.rows.push(importRow(kind, line.number, kind === 'total' ? known : { ...owner, accountType: line.text('accountType'), ...known }));
  }
}
