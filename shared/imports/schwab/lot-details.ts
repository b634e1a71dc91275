import type { Issue } from '../../issue';
import { importRow, type Contents, type CustodianFile, type ImportFormat, type ImportKind, type ImportRow } from '../format';
import { noHeader } from '../table/blocks';
import { complainOfCut } from '../table/cut';
import { LineReader, type Line } from '../table/line';
import { readTerm } from '../table/term';
import { complainOfNoAccount } from '../table/unnamed-account';
import { isSentence } from '../table/notes';
import { findAlignment, moveHeader } from './lot-alignment';
import { lotFields, type LotField } from './lot-fields';
import { findSections, findTitleOf, isBroken, ownerOf, noTitle, type Section } from './sections';
import { identify } from './security';
import { checkTotal } from './total';

/**
 * Schwab, "Lot Details" of one position.
 *
 * ```
 * "SCHA Lot Details for XXXX-4321 as of 02:45 AM ET, 09/25/2020"                    symbol and account stand only here
 *
 * "Open Date","Quantity","Price","Cost/Share","Market Value","Cost Basis",…,"Holding Period",
 * "09/24/2020 13:42:07","20","$72.56","$72.56","$1451.20","$1451.20",…,"Short Term",
 * "Total","20","--","--","$1451.20","$1451.20","$0.00","+0.00%","--",               often of another moment than the lots
 * ```
 *
 * With columns for wash sales ("Transaction CPS", …, "Disallowed Loss") the lots lack the cell of "Transaction CPS"; the total does not.
 */
export const schwabLotDetails: ImportFormat = {
  title: 'Charles Schwab, lot details (CSV)',
  about: [
    'Positions page, *Lot Details* of a position, *Export*: one file a position. Its symbol and account stand in the first row only, so keep that row.',
    'Schwab often leaves the *Total* row as it was at another moment; it is compared, and a difference is reported, but the lots count.',
    'In files with columns for wash sales Schwab leaves one cell out of every lot. The others are put back in place where quantity times price proves it.',
    'The cost basis of such a lot and the total are taken as unknown.',
  ],
  recognizes,
  read,
};

const findAll = (file: CustodianFile) =>
  findSections<LotField>(file, {
    report: 'lots',
    fields: lotFields,
    needs: [['acquired'], ['quantity'], ['unitCost', 'costBasis'], ['price', 'value']],
    foreign: ['closed'],
  });

function recognizes(file: CustodianFile): number {
  const sections = findAll(file);
  if (sections.length === 0) return file.tables.some(({ cells }) => cells.some((row) => findTitleOf('lots', row))) ? 0.6 : 0;
  const names = sections.flatMap(({ table, header }) => table.cells[header.row].map((cell) => cell.trim().toLowerCase()));
  const isMarked = [/^open(?:ed)? date$/, /^cost\/share/, /^holding period/].every((mark) => names.some((name) => mark.test(name))) && !names.includes('description');
  return Math.min(1, 0.1 + (sections.some(({ title }) => title) ? 0.5 : 0) + (isMarked ? 0.45 : 0));
}

function read(file: CustodianFile): Contents {
  const sections = findAll(file);
  if (sections.length === 0) return noHeader(file, 'Open Date, Quantity and Cost Basis');
  const readings = sections.map((section) => new Reading(section, file));
  return {
    asOf: sections.find(({ title }) => title?.asOf)?.title?.asOf,
    rows: readings.flatMap((reading) => reading.rows()),
    issues: readings.flatMap(({ issues }) => issues),
  };
}

/** The lots of one position. */
class Reading {
  private readonly lots: ImportRow[] = [];
  private readonly straight: LineReader<LotField>;
  private readonly moved: LineReader<LotField>;
  private readonly owner: { readonly account: string | null; readonly accountName: string | null };
  private isMoved = false;

  constructor(
    private readonly section: Section<LotField>,
    private readonly file: CustodianFile,
  ) {
    const { table, header } = section;
    this.straight = new LineReader<LotField>(file, table, header, lotFields);
    this.moved = new LineReader<LotField>(file, table, moveHeader(header) ?? header, lotFields);
    this.owner = ownerOf(section, file);
  }

  get issues(): readonly Issue[] {
    return [...this.straight.issues, ...this.moved.issues];
  }

  rows(): ImportRow[] {
    const { header, title, end } = this.section;
    const subject = { symbol: title?.symbol, account: this.owner.account };
    this.straight.subject = subject;
    this.moved.subject = subject;
    if (this.owner.account === null) complainOfNoAccount(this.straight, header.row + 1, 'lots', noTitle);
    const moved = [...this.moved.lines(end)];
    const rows = [...this.straight.lines(end)].map((line, index) => this.row(line, moved[index])).filter((row) => row !== undefined);
    if (rows.some(({ kind, symbol }) => kind === 'lot' && symbol === null)) this.complainOfNoSymbol(header.row + 1);
    if (this.isMoved) this.complainOfMoved(header.row + 1);
    return rows;
  }

  private row(straight: Line<LotField>, moved: Line<LotField>): ImportRow | undefined {
    if (/^total$/i.test(straight.text('acquired') ?? '') || /^total$/i.test(straight.cells[0].trim())) return this.total(straight);
    if (isBroken(this.section, this.file, straight)) {
      complainOfCut(this.straight, straight);
      return undefined;
    }
    if (isSentence(straight.cells)) return undefined;
    const alignment = findAlignment(straight, moved);
    if (alignment === 'lost') return this.lost(straight);
    this.isMoved ||= alignment === 'moved';
    return this.lot(alignment === 'moved' ? moved : straight);
  }

  private lot(line: Line<LotField>): ImportRow {
    const disallowed = line.amount('disallowedLoss');
    const row = this.newRow('lot', line, {
      acquired: line.day('acquired'),
      quantity: line.amount('quantity'),
      unitCost: line.amount('unitCost'),
      costBasis: line.amount('costBasis'),
      price: line.amount('price'),
      marketValue: line.amount('value'),
      term: readTerm(line.text('term')),
      disallowedLoss: disallowed === null ? null : Math.abs(disallowed),
    });
    this.lots.push(row);
    return row;
  }

  /** Beside lots that had to be moved, nobody can say which cells of the total are out of place. */
  private total(line: Line<LotField>): ImportRow {
    if (this.isMoved) return this.newRow('total', line, {});
    const amounts = { quantity: line.amount('quantity'), costBasis: line.amount('costBasis'), marketValue: line.amount('value') };
    const row = this.newRow('total', line, amounts);
    const partsOf = (key: keyof typeof amounts) => this.lots.map((lot) => lot[key]);
    checked.some(([key, field, what]) => checkTotal(this.straight, { row, amount: amounts[key], parts: partsOf(key), what }, field));
    return row;
  }

  private lost(line: Line<LotField>): ImportRow {
    const message = `The cells of line ${line.number} do not stand below their headers, so the lot was left out.`;
    this.straight.complain('I02', line.number, undefined, { found: line.cells.join(','), message, fix: 'Maybe a cell was deleted; export the lots again.' });
    return this.newRow('skip', line, {});
  }

  private complainOfMoved(line: number): void {
    const problem = `The lots below line ${line} lack the cell of “Transaction CPS”`;
    const message = `${problem}; the others were put back in place, but cost basis and total are unknown.`;
    this.straight.complain('I02', line, 'transactionCps', { message, fix: 'Maybe export the lots without the columns of wash sales.' });
  }

  private complainOfNoSymbol(line: number): void {
    const message = `Nothing above line ${line} names the security that the lots below belong to.`;
    this.straight.complain('I02', line, undefined, { message, fix: 'Maybe the first row, “… Lot Details for …”, was deleted; export the lots again.' });
  }

  private newRow(kind: ImportKind, line: Line<LotField>, known: Partial<ImportRow>): ImportRow {
    const security = identify(this.section.title?.symbol ?? line.text('symbol'), null);
    return importRow(kind, line.number, { ...this.owner, ...security, ...known });
  }
}

/** What the total row adds up, as the beginning of a sentence; one difference is enough to say. */
const checked = [
  ['quantity', 'quantity', 'Quantities of the lots'],
  ['costBasis', 'costBasis', 'Costs of the lots'],
  ['marketValue', 'value', 'Values of the lots'],
] as const;
