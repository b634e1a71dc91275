import { sumCents, toCents, type IsoDate } from '../../units';
import { importRow, type CellTable, type Contents, type CustodianFile, type ImportFormat, type ImportKind, type ImportRow } from '../format';
import { importIssue } from '../issues';
import { findHeader, type Fields, type Header } from '../table/header';
import { LineReader, type Line } from '../table/line';
import { isMissing, readAmount, readDay } from '../table/values';
import { findAccount } from './account';
import { findAssetType, findCost, worth } from './cost';

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
export const etradePortfolio: ImportFormat = {
  title: 'E*TRADE, portfolio download (CSV)',
  about: [
    'Portfolios page, *Download*. Expand the lots first: a position without lots is read as one lot of unknown date.',
    'A price paid of 0.00 and the day 12/31/1969 mean that E*TRADE does not know; they are read as unknown.',
    'The file covers one account, named by its last digits in *Account Summary* at the top.',
  ],
  recognizes,
  read,
};

const fields = {
  symbol: ['Symbol'],
  quantity: ['Quantity', 'Qty #', 'Qty'],
  price: ['Last Price $', 'Last Price', 'Price $'],
  unitCost: ['Price Paid $', 'Price Paid'],
  gain: ['Total Gain $', 'Total Gain'],
  value: ['Value $', 'Market Value $', 'Value'],
} satisfies Fields;

type Field = keyof typeof fields;

function findTable({ tables }: CustodianFile): { table: CellTable; header: Header<Field> } | undefined {
  for (const table of tables) {
    const header = findHeader<Field>(table.cells, fields, [['symbol'], ['quantity'], ['price', 'value']]);
    if (header) return { table, header };
  }
  return undefined;
}

function recognizes(file: CustodianFile): number {
  const found = findTable(file);
  if (!found) return 0;
  const { columns, row } = found.header;
  const banner = found.table.cells.slice(0, row).map(([first]) => first?.trim() ?? '');
  const marks = [
    banner[0] === 'Account Summary',
    banner.some((first) => first.startsWith('View Summary')),
    columns.unitCost !== undefined && columns.gain !== undefined && columns.value !== undefined,
    /PortfolioDownload/i.test(file.name ?? ''),
  ];
  return 0.3 + marks.filter(Boolean).length * 0.175;
}

function read(file: CustodianFile): Contents {
  const found = findTable(file);
  if (!found) {
    const message = 'No header row with Symbol, Quantity and a price or value was found.';
    return {
      rows: [],
      issues: [importIssue('I01', { file: file.name }, { message, fix: 'Maybe the view was saved without its first lines.' })],
    };
  }
  const { table, header } = found;
  const reading = new Reading(new LineReader<Field>(file, table, header, fields), findAccount(table.cells.slice(0, header.row)));
  return reading.contents();
}

/** One pass over the rows below the header. */
class Reading {
  private readonly rows: ImportRow[] = [];
  private asOf?: IsoDate;
  private totals?: { readonly line: number; readonly amounts: readonly number[] };
  private symbol: string | null = null;

  constructor(
    private readonly reader: LineReader<Field>,
    private readonly owner: { readonly account: string | null; readonly accountName: string | null },
  ) {
    reader.subject = owner;
    if (owner.account !== null) return;
    const message = 'The file does not name the one account its positions belong to.';
    reader.complain('I03', 1, undefined, { message, fix: 'Maybe the Account Summary at the top was deleted; choose the account.' });
  }

  contents(): Contents {
    for (const line of this.reader.lines()) this.add(line);
    this.checkTotal();
    return { asOf: this.asOf, rows: this.rows, issues: this.reader.issues };
  }

  private add(line: Line<Field>): void {
    const label = line.text('symbol') ?? '--';
    const generated = /^Generated at\s+(\d{1,2}\/\d{1,2}\/\d{4})/i.exec((line.cells[0] ?? '').trim());
    if (generated) this.asOf = readDay(generated[1]) ?? undefined;
    else if (label.toUpperCase() === 'TOTAL') this.addTotal(line);
    else if (label.toUpperCase() === 'CASH' && isBalance(line)) this.addCash(line);
    else if (label === '--' || isSlashed(label)) this.addHolding('lot', line, readDay(label));
    else this.addHolding('position', line, null);
  }

  private addHolding(kind: ImportKind, line: Line<Field>, acquired: IsoDate | null): void {
    if (kind === 'position') this.symbol = line.text('symbol');
    this.reader.subject = { ...this.owner, symbol: this.symbol };
    const assetType = findAssetType(this.symbol);
    const [quantity, price] = [line.amount('quantity'), line.amount('price')];
    const marketValue = line.amount('value') ?? worth(quantity, price, assetType);
    this.push(kind, line, {
      symbol: this.symbol,
      acquired: acquired === neverAdded ? null : acquired,
      quantity,
      price,
      marketValue,
      ...findCost({ quantity, unitCost: line.amount('unitCost'), marketValue, gain: line.amount('gain'), assetType }),
      assetType,
    });
  }

  private addCash(line: Line<Field>): void {
    const value = line.amount('value') ?? line.cells.map(readAmount).findLast(isNumber) ?? null;
    this.push('cash', line, { symbol: 'CASH', quantity: value, price: 1, marketValue: value, assetType: 'cash' });
  }

  private addTotal(line: Line<Field>): void {
    this.totals = { line: line.number, amounts: line.cells.map(readAmount).filter(isNumber) };
    this.push('total', line, { marketValue: line.amount('value') });
  }

  private push(kind: ImportKind, { number }: Line<Field>, known: Partial<ImportRow>): void {
    this.rows.push(importRow(kind, number, { ...this.owner, ...known }));
  }

  /** The total's cells may be shifted, so the sum must equal one of them, whichever. */
  private checkTotal(): void {
    if (!this.totals || this.totals.amounts.length === 0) return;
    const counted = this.rows.filter(({ kind }) => kind === 'position' || kind === 'cash');
    const sum = sumCents(counted.map(({ marketValue }) => marketValue ?? 0));
    const tolerance = 0.01 + counted.length * 0.005;
    if (this.totals.amounts.some((amount) => Math.abs(amount - sum) <= tolerance)) return;
    this.reader.subject = this.owner;
    this.reader.complain('H13', this.totals.line, undefined, {
      message: `Positions and cash add up to ${toCents(sum)}, which the TOTAL row does not show.`,
      fix: 'Maybe rows were filtered out or deleted before the file was saved.',
    });
  }
}

/** The balance has no quantity; a company whose ticker is CASH has one. */
const isBalance = ({ text }: Line<Field>): boolean => isMissing(text('quantity') ?? undefined);

/** A lot's label is the day it was bought. */
const isSlashed = (label: string): boolean => /^\d{1,2}\/\d{1,2}\/\d{2,4}$/.test(label) && readDay(label) !== null;

/** How the site writes an unknown day: day 0 of its clock, seen from New York. */
const neverAdded: IsoDate = '1969-12-31';

const isNumber = (amount: number | null): amount is number => amount !== null && !Number.isNaN(amount);
