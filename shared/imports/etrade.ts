import type { Issue } from '../issue';
import { sumCents, toCents, type IsoDate } from '../units';
import { isBlankRow, readCells } from './cells';
import { findAccount } from './etrade-account';
import { findAssetType, findCost, worth } from './etrade-cost';
import { fields, findHeader, type Field, type Header } from './etrade-header';
import type { Contents, CustodianFile, ImportFormat, ImportKind, ImportRow } from './format';
import { importIssue } from './issues';
import { isMissing, readAmount, readUsDate } from './values';

/**
 * E*TRADE, "Download" on the Portfolios page: default or custom view, lots expanded or not.
 *
 * ```
 * "Harbor -7781",61490.35,…                                     account summary
 * Symbol,Date Added,Last Price $,Change %,Quantity,…,Value $    header, on any line, in any order
 * ORLN,12/31/1969,210.00,0.00,116.6667,…,24500.0070             position; 12/31/1969 and a price paid of 0.00 are "unknown"
 *      --,--,210.00,0.00,16.6667,3500.0070,0.00,…               lot of unknown date and cost
 *      02/20/2015,02/20/2015,210.00,0.00,100.0000,…             lot
 * CASH,,,,,,,,,,4100.25,                                        one cell longer than the header
 * TOTAL,,,,,3745.0070,55795.00,6.61,.00,2.00,60290.26,          sometimes shifted by a column
 * Generated at 11/20/2026 04:15:09 PM ET
 * ```
 */
export const etradePortfolio: ImportFormat = { title: 'E*TRADE, portfolio download (CSV)', recognizes, read };

function recognizes({ name = '', text }: CustodianFile): number {
  const table = readCells(text);
  const header = findHeader(table);
  if (!header) return 0;
  const banner = table.slice(0, header.row).map(([first]) => first?.trim() ?? '');
  const marks = [
    banner[0] === 'Account Summary',
    banner.some((first) => first.startsWith('View Summary')),
    header.columns.unitCost !== undefined && header.columns.gain !== undefined && header.columns.value !== undefined,
    /PortfolioDownload/i.test(name),
  ];
  return 0.3 + marks.filter(Boolean).length * 0.175;
}

function read(file: CustodianFile): Contents {
  const table = readCells(file.text);
  const header = findHeader(table);
  if (!header) {
    const message = 'No header row with Symbol, Quantity and a price or value was found.';
    return {
      rows: [],
      issues: [importIssue('I01', { file: file.name }, { message, fix: 'Maybe the view was saved without its first lines.' })],
    };
  }
  const reading = new Reading(file, header, findAccount(table.slice(0, header.row)));
  table.forEach((cells, index) => index > header.row && reading.add(cells, index + 1));
  return reading.contents();
}

/** One pass over the rows below the header. */
class Reading {
  private readonly rows: ImportRow[] = [];
  private readonly issues: Issue[] = [];
  private asOf?: IsoDate;
  private totals?: { readonly line: number; readonly amounts: readonly number[] };
  private symbol: string | null = null;

  constructor(
    private readonly file: CustodianFile,
    private readonly header: Header,
    private readonly owner: { readonly account: string | null; readonly accountName: string | null },
  ) {
    if (owner.account !== null) return;
    const message = 'The file does not name the one account its positions belong to.';
    this.issues.push(
      importIssue(
        'I03',
        { file: file.name, line: 1 },
        { message, fix: 'Maybe the Account Summary at the top was deleted; choose the account.' },
      ),
    );
  }

  add(cells: readonly string[], line: number): void {
    if (isBlankRow(cells)) return;
    const label = (cells[this.header.columns.symbol] ?? '').trim();
    const generated = /^Generated at\s+(\d{1,2}\/\d{1,2}\/\d{4})/i.exec((cells[0] ?? '').trim());
    if (generated) this.asOf = readUsDate(generated[1]) ?? undefined;
    else if (label.toUpperCase() === 'TOTAL') this.addTotal(cells, line);
    else if (label.toUpperCase() === 'CASH' && this.isBalance(cells)) this.addCash(cells, line);
    else if (label === '--' || readUsDate(label) !== null) this.addHolding('lot', cells, line, readUsDate(label));
    else this.addHolding('position', cells, line, null);
  }

  /** The balance has no quantity; a company whose ticker is CASH has one. */
  private isBalance(cells: readonly string[]): boolean {
    return isMissing(cells[this.header.columns.quantity]);
  }

  private addHolding(kind: ImportKind, cells: readonly string[], line: number, acquired: IsoDate | null): void {
    if (kind === 'position') this.symbol = (cells[this.header.columns.symbol] ?? '').trim() || null;
    const amount = (field: Field) => this.amount(cells, line, field);
    const assetType = findAssetType(this.symbol);
    const [quantity, price] = [amount('quantity'), amount('price')];
    const marketValue = amount('value') ?? worth(quantity, price, assetType);
    this.rows.push({
      ...this.blank(kind, line),
      symbol: this.symbol,
      acquired: acquired === neverAdded ? null : acquired,
      quantity,
      price,
      marketValue,
      ...findCost({ quantity, unitCost: amount('unitCost'), marketValue, gain: amount('gain'), assetType }),
      assetType,
    });
  }

  private addCash(cells: readonly string[], line: number): void {
    const value = this.amount(cells, line, 'value') ?? cells.map(readAmount).findLast(isNumber) ?? null;
    this.rows.push({ ...this.blank('cash', line), symbol: 'CASH', quantity: value, price: 1, marketValue: value, assetType: 'cash' });
  }

  private addTotal(cells: readonly string[], line: number): void {
    this.totals = { line, amounts: cells.map(readAmount).filter(isNumber) };
    this.rows.push({ ...this.blank('total', line), marketValue: this.amount(cells, line, 'value') });
  }

  private blank(kind: ImportKind, line: number): ImportRow {
    const unknown = { symbol: null, cusip: null, description: null, lotId: null, acquired: null, quantity: null };
    return {
      kind,
      ...this.owner,
      ...unknown,
      unitCost: null,
      costBasis: null,
      price: null,
      marketValue: null,
      term: null,
      assetType: null,
      line,
    };
  }

  private amount(cells: readonly string[], line: number, field: Field): number | null {
    const column = this.header.columns[field];
    if (column === undefined) return null;
    const amount = readAmount(cells[column]);
    if (!Number.isNaN(amount)) return amount;
    const [header, found] = [fields[field][0], cells[column].trim()];
    this.issues.push(
      importIssue(
        'I02',
        { file: this.file.name, line, column, header },
        {
          found,
          rowKey: this.symbol ?? undefined,
          message: `${header} is “${found}”, which is not a number.`,
          accounts: this.owner.account === null ? undefined : [this.owner.account],
        },
      ),
    );
    return null;
  }

  /** The total's cells may be shifted, so the sum must equal one of them, whichever. */
  private checkTotal(): void {
    if (!this.totals || this.totals.amounts.length === 0) return;
    const counted = this.rows.filter(({ kind }) => kind === 'position' || kind === 'cash');
    const sum = sumCents(counted.map(({ marketValue }) => marketValue ?? 0));
    const tolerance = 0.01 + counted.length * 0.005;
    if (this.totals.amounts.some((amount) => Math.abs(amount - sum) <= tolerance)) return;
    this.issues.push(
      importIssue(
        'H13',
        { file: this.file.name, line: this.totals.line },
        {
          message: `Positions and cash add up to ${toCents(sum)}, which the TOTAL row does not show.`,
          fix: 'Maybe rows were filtered out or deleted before the file was saved.',
          accounts: this.owner.account === null ? undefined : [this.owner.account],
        },
      ),
    );
  }

  contents(): Contents {
    this.checkTotal();
    return { asOf: this.asOf, rows: this.rows, issues: this.issues };
  }
}

/** How the site writes an unknown day: day 0 of its clock, seen from New York. */
const neverAdded: IsoDate = '1969-12-31';

const isNumber = (amount: number | null): amount is number => amount !== null && !Number.isNaN(amount);
