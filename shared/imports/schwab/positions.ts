import type { Issue } from '../../issue';
import { importRow, type Contents, type CustodianFile, type ImportFormat, type ImportKind, type ImportRow } from '../format';
import { noHeader } from '../table/blocks';
import { isBlankRow } from '../table/cells';
import { complainOfCut } from '../table/cut';
import type { Fields } from '../table/header';
import { LineReader, type Line } from '../table/line';
import { complainOfNoAccount } from '../table/unnamed-account';
import { nameOwner, type Owner } from './owner';
import { findMaskedLabel, findSections, findTitleOf, isBroken, ownerOf, noTitle, type Section } from './sections';
import { identify } from './security';
import { checkTotal } from './total';

/**
 * Schwab, "Export" on the Positions page: one account or all, since 2020 and with the double-named headers of 2024.
 *
 * ```
 * "Positions for account Joint Tenant ...432 as of 01:17 PM ET, 2026/05/03"      or "Positions for All-Accounts as of …"
 *
 * "Individual ...641"                                                            of all accounts only: a label and a header each
 * "Symbol","Description","Qty (Quantity)","Price",…,"Mkt Val (Market Value)",…   columns as chosen on the page, in any order
 * "AMD","ADVANCED MICRO DEVIC","16","360.54",…,"$5,768.64",…,"$3,073.28",…
 * "Cash & Cash Investments","--","--","--",…,"$0.95",…
 * "Positions Total","","--","--",…,"$83,028.00",…                                "Account Total" until 2023
 * ```
 */
export const schwabPositions: ImportFormat = {
  title: 'Charles Schwab, positions (CSV)',
  about: [
    'Positions page, *Export*, for one account or for all of them. Any choice of columns will do that has the symbol, the quantity and the market value.',
    'The file has one row a position and no dates of purchase; import the lot details of a position for those.',
    '`--` and `N/A` mean that Schwab does not know; they are read as unknown.',
    'Accounts are named by the last digits of their numbers.',
  ],
  recognizes,
  read,
};

const fields = {
  symbol: ['Symbol'],
  description: ['Description', 'Name'],
  quantity: ['Qty', 'Quantity', 'Qty #', 'Shares'],
  price: ['Price', 'Last Price', 'Current Price'],
  value: ['Mkt Val', 'Market Value', 'Market Val'],
  unitCost: ['Cost/Share', 'Cost Basis/Share', 'Cost Per Share', 'Average Cost', 'Avg Cost', 'Average Price'],
  costBasis: ['Cost Basis', 'Total Cost Basis', 'Cost Basis Total'],
  type: ['Asset Type', 'Security Type'],
  account: ['Account', 'Account Name', 'Account Number', 'Account Name/Number'],
  action: ['Action'],
  acquired: ['Open Date', 'Opened Date', 'Acquired', 'Date Acquired', 'Acquired Date', 'Acquisition Date', 'Purchase Date'],
} satisfies Fields;

type Field = keyof typeof fields;

const findAll = (file: CustodianFile) =>
  findSections<Field>(file, { report: 'positions', fields, needs: [['symbol'], ['quantity', 'value'], ['price', 'value']], foreign: ['action', 'acquired'] });

const isTotal = (label: string) => /^(?:(?:positions?|accounts?|all[\s-]*accounts|grand)\s+)?totals?$/i.test(label);
const isCash = (label: string) => /^(?:cash\s*(?:&|and)\s*cash investments?|cash\s*(?:&|and)\s*money markets?|futures cash)$/i.test(label);
const isFutures = (label: string) => /^futures positions market value$/i.test(label);

/** Headers that only this report has; two of them tell it from other custodians' positions. */
const marks = [
  /\((?:Quantity|Market Value|Price Change [$%]|Day Change [$%]|Gain\/Loss [$%])\)/i,
  /^(?:Reinvest(?: Dividends| Capital Gains)?\?|Capital Gains\?|Price Change [$%]|Day Change [$%])$/i,
];

function recognizes(file: CustodianFile): number {
  const sections = findAll(file);
  if (sections.length === 0) return file.tables.some(({ cells }) => cells.some((row) => findTitleOf('positions', row))) ? 0.6 : 0;
  const marked = ({ table, header }: Section) => table.cells[header.row].filter((cell) => marks.some((mark) => mark.test(cell.trim()))).length >= 2;
  const labelsOf = ({ table, header, end }: Section<Field>) => table.cells.slice(header.row + 1, end).map((row) => row[header.columns.symbol ?? 0]?.trim() ?? '');
  const labels = sections.flatMap(labelsOf);
  const points = [
    sections.some(({ title }) => title) ? 0.55 : 0,
    sections.some(marked) ? 0.4 : 0,
    labels.some(isCash) ? 0.25 : 0,
    labels.some((label) => /^(positions|account) total$/i.test(label)) ? 0.15 : 0,
  ];
  return Math.min(1, points.reduce((sum, point) => sum + point, 0.15));
}

function read(file: CustodianFile): Contents {
  const sections = findAll(file);
  if (sections.length === 0) return noHeader(file, 'Symbol, Quantity and Market Value');
  const reading = new Reading();
  for (const section of sections) reading.addSection(section, file);
  return { asOf: sections.find(({ title }) => title?.asOf)?.title?.asOf, rows: reading.rows, issues: reading.issues };
}

/** One pass over all sections. */
class Reading {
  readonly rows: ImportRow[] = [];
  readonly issues: Issue[] = [];
  /** Index of the first row that the next total adds up. */
  private counted = 0;

  addSection(section: Section<Field>, file: CustodianFile): void {
    const { table, header, end } = section;
    const reader = new LineReader<Field>(file, table, header, fields);
    const first = this.rows.length;
    let owner = ownerOf(section, file);
    for (const line of reader.lines(end)) {
      const label = findMaskedLabel(line.cells);
      const account = line.text('account');
      if (label !== undefined && !line.text('quantity')) owner = nameOwner(label);
      else if (!isTotal(line.text('symbol') ?? '') && isBroken(section, file, line)) {
        complainOfCut(reader, line);
      } else if (account !== null && isTotal(account)) this.addTotal(reader, line, owner);
      else this.add(reader, line, account === null ? owner : nameOwner(account));
    }
    reader.subject = {};
    const isNameless = ({ kind, account }: ImportRow) => account === null && kind !== 'total' && kind !== 'skip';
    if (this.rows.slice(first).some(isNameless)) complainOfNoAccount(reader, header.row + 1, 'rows', noTitle);
    this.issues.push(...reader.issues);
  }

  private add(reader: LineReader<Field>, line: Line<Field>, owner: Owner): void {
    const label = line.text('symbol') ?? '';
    reader.subject = { symbol: label, account: owner.account };
    if (isTotal(label)) this.addTotal(reader, line, owner);
    else if (isCash(label) || (/^cash$/i.test(label) && line.text('quantity') === null && line.text('price') === null)) this.addCash('cash', line, owner);
    else if (/^pending\b/i.test(label)) this.addCash('pending-cash', line, owner);
    else if (isNote(line) || (isFutures(label) && !line.amount('value'))) this.push('skip', line, owner, { description: label || null });
    else this.addPosition(line, owner);
  }

  private addPosition(line: Line<Field>, owner: Owner): void {
    this.push('position', line, owner, identify(line.text('symbol'), line.text('type')), {
      description: line.text('description'),
      quantity: line.amount('quantity'),
      price: line.amount('price'),
      marketValue: line.amount('value'),
      unitCost: line.amount('unitCost'),
      costBasis: line.amount('costBasis'),
    });
  }

  private addCash(kind: 'cash' | 'pending-cash', line: Line<Field>, owner: Owner): void {
    const value = line.amount('value');
    const amounts = kind === 'cash' ? { symbol: 'CASH', quantity: value, price: 1 } : {};
    this.push(kind, line, owner, { ...amounts, description: line.text('description'), marketValue: value, assetType: 'cash' });
  }

  private addTotal(reader: LineReader<Field>, line: Line<Field>, owner: Owner): void {
    const values = (rows: readonly ImportRow[]) => rows.filter(isCounted).map(({ marketValue }) => marketValue);
    const [parts, allParts] = [values(this.rows.slice(this.counted)), values(this.rows)];
    const row = this.push('total', line, owner, { marketValue: line.amount('value'), costBasis: line.amount('costBasis') });
    checkTotal(reader, { row, amount: row.marketValue, parts, allParts, what: 'Positions and cash' }, 'value');
    this.counted = this.rows.length;
  }

  private push(kind: ImportKind, { number }: Line<Field>, owner: Owner, ...known: readonly Partial<ImportRow>[]): ImportRow {
    const row = importRow(kind, number, owner, ...known);
    this.rows.push(row);
    return row;
  }
}

const isCounted = ({ kind }: ImportRow) => kind === 'position' || kind === 'cash' || kind === 'pending-cash';

/** A disclaimer, or a row without any figure or symbol that could be a security. */
function isNote({ cells, text }: Line<Field>): boolean {
  const filled = cells.filter((cell) => !isBlankRow([cell])).length;
  const symbol = text('symbol');
  const figures = [text('quantity'), text('value'), text('price')].some((figure) => figure !== null);
  return !figures && (symbol === null || symbol.split(/\s+/).length > 3 || (filled === 1 && !/^[A-Z0-9]{1,9}(?:[./][A-Z]{1,3})?$/.test(symbol)));
}
