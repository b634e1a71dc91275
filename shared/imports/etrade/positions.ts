import { sumCents, toCents, type IsoDate } from '../../units';
import { importRow, type Contents, type CustodianFile, type ImportKind, type ImportRow } from '../format';
import { findTypeOfName, worth } from '../table/asset-type';
import { bannerOf, type Block } from '../table/blocks';
import { LineReader, type Line } from '../table/line';
import { complainOfNoAccount } from '../table/unnamed-account';
import { readAmount, readDay } from '../table/values';
import { wholeLines } from '../table/whole-lines';
import { findAccount, readLabel, type Owner } from './account';
import { findCost } from './cost';
import { positionFields, type PositionField } from './position-fields';

/** Reads one table of positions with the banner above it: positions, their lots, cash and the total. */
export function readPositions(file: CustodianFile, block: Block<PositionField>): Contents {
  return new Reading(file, new LineReader<PositionField>(file, block.table, block.header, positionFields), block).contents();
}

/** One pass over the rows below the header. */
class Reading {
  private readonly rows: ImportRow[] = [];
  private asOf?: IsoDate;
  private totals?: { readonly line: number; readonly amounts: readonly number[] };
  private symbol: string | null = null;
  private owner: Owner;

  constructor(
    private readonly file: CustodianFile,
    private readonly reader: LineReader<PositionField>,
    private readonly block: Block<PositionField>,
  ) {
    this.owner = findAccount(bannerOf(block));
    reader.subject = this.owner;
    if (this.owner.account !== null || block.header.columns.account !== undefined) return;
    complainOfNoAccount(reader, block.start + 1, 'positions', 'Maybe the Account Summary at the top was deleted; choose the account.');
  }

  contents(): Contents {
    for (const line of wholeLines(this.file, this.block, this.reader, (candidate) => this.readNote(candidate))) this.add(line);
    this.checkTotal();
    return { asOf: this.asOf, rows: this.rows, issues: this.reader.issues };
  }

  /** True for a sentence alone in its row; the day of the download is taken from it. */
  private readNote(line: Line<PositionField>): boolean {
    const generated = line.cells.map((cell) => /^Generated at\s+(.*)$/i.exec(cell.trim())).find((match) => match !== null);
    if (generated) this.asOf = readDay(generated[1]) ?? undefined;
    return generated !== undefined || isNote(this.labelOf(line), line);
  }

  private labelOf({ cells }: Line<PositionField>): string {
    return (cells[this.block.header.columns.symbol ?? 0] ?? '').trim();
  }

  private add(line: Line<PositionField>): void {
    const label = this.labelOf(line);
    const account = line.text('account');
    if (account !== null) this.owner = readLabel(account);
    if (/^totals?$/i.test(label)) this.addTotal(line);
    else if (/^cash$/i.test(label) && isBalance(line)) this.addCash(line);
    else if (/^[-–—]{1,2}$/.test(label) || isDated(label)) this.addHolding('lot', line, this.readLotDay(label, line));
    else this.addHolding('position', line, null);
  }

  private addHolding(kind: ImportKind, line: Line<PositionField>, acquired: IsoDate | null): void {
    if (kind === 'position') this.symbol = line.text('symbol');
    this.reader.subject = { ...this.owner, symbol: this.symbol };
    const assetType = findTypeOfName(this.symbol);
    const [quantity, price] = [line.amount('quantity'), line.amount('price')];
    const marketValue = line.amount('value') ?? worth(quantity, price, assetType);
    const [unitCost, totalCost, gain] = [line.amount('unitCost'), line.amount('totalCost'), line.amount('gain')];
    this.push(kind, line, {
      symbol: this.symbol,
      acquired: acquired === neverAdded ? null : acquired,
      quantity,
      price,
      marketValue,
      ...findCost({ quantity, unitCost, marketValue, gain, totalCost, assetType }),
      assetType,
    });
  }

  private readLotDay(label: string, { number }: Line<PositionField>): IsoDate | null {
    const day = readDay(label);
    if (day === null && isDated(label)) this.reader.complain('I02', number, 'symbol', { found: label, message: `The lot on line ${number} was added on “${label}”, which is not a day.` });
    return day;
  }

  private addCash(line: Line<PositionField>): void {
    this.reader.subject = { ...this.owner, symbol: 'CASH' };
    const value = line.amount('value') ?? line.cells.map(readAmount).findLast(isNumber) ?? null;
    this.push('cash', line, { symbol: 'CASH', quantity: value, price: 1, marketValue: value, assetType: 'cash' });
  }

  private addTotal(line: Line<PositionField>): void {
    const marketValue = line.amount('value');
    // A row that is as long as its header has its total where it belongs.
    const isStraight = marketValue !== null && line.cells.length === this.block.table.cells[this.block.header.row].length;
    this.totals = { line: line.number, amounts: isStraight ? [marketValue] : line.cells.map(readAmount).filter(isNumber) };
    this.push('total', line, { marketValue });
  }

  private push(kind: ImportKind, { number }: Line<PositionField>, known: Partial<ImportRow>): void {
    this.rows.push(importRow(kind, number, this.owner, known));
  }

  /** The total's cells may be shifted, so the sum must equal one of them, whichever. A view without values has nothing to add. */
  private checkTotal(): void {
    const { price, value } = this.block.header.columns;
    if (!this.totals || this.totals.amounts.length === 0 || (price === undefined && value === undefined)) return;
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

/** The balance has no quantity, or dollars for one; shares of a company whose ticker is CASH have another price. */
const isBalance = (line: Line<PositionField>): boolean => [null, 1].includes(readAmount(line.text('price') ?? '')) && (line.text('quantity') === null || line.text('price') !== null);

/** A lot's label is the day it was bought, which a spreadsheet may have written anew, or turned. */
const isDated = (label: string): boolean => /^\d{1,4}[/-]\d{1,2}[/-]\d{1,4}(?:[ T].*)?$/.test(label);

/** A sentence alone in its row; a certificate of deposit is words too, but ends in its maturity. */
const isNote = (label: string, { cells }: Line<PositionField>): boolean =>
  /\s/.test(label) && findTypeOfName(label) === null && cells.filter((cell) => cell.trim() !== '').length === 1;

/** How the site writes an unknown day: day 0 of its clock, seen from New York. */
const neverAdded: IsoDate = '1969-12-31';

const isNumber = (amount: number | null): amount is number => amount !== null && !Number.isNaN(amount);
