import Decimal from 'decimal.js';
import { arrangeLots, type Arranged, type HeldRow } from './arrange-lots';
import { findUnit } from './arithmetic';
import type { CellReader } from './cell-reader';
import { markHeadings } from './headings';
import { isNoDay, parseDay } from './days';
import type { ImportRow } from '../format';
import type { GuessedTable } from './guess-columns';
import { holds, type GenericField } from './meanings';
import { readNote } from './notes';
import type { Owner } from './owner';
import { readActivity, signAmounts } from './read-activity';
import { readHolding, readRealized, readTotal } from './read-holding';
import { perUnit } from '../table/sums';
import { isMissing } from '../table/values';
import { filledCells, isTicker, saysTotal } from './row-words';
import { nameSecurity, type SecurityName } from './securities';
import { kindOf, type TableKind } from './table-kind';

interface Pending extends HeldRow {
  /** A day that stood in the symbol's place. */
  readonly dayAsSymbol: string | null;
}

const nobody: SecurityName = { symbol: null, cusip: null, description: null };

/** One pass over the rows of a table, each into its kind; nothing that holds a number is dropped without an issue. */
export class TableReading {
  private readonly rows: (ImportRow | Pending)[] = [];
  private above: SecurityName | null = null;
  private abovePrice: number | null = null;
  /** The name in the row that is open, once it was asked for. */
  private named?: SecurityName;
  private readonly restored = new Set<string>();
  private readonly kind: TableKind;

  constructor(
    private readonly reader: CellReader,
    private readonly table: GuessedTable,
    private readonly owner: Owner,
  ) {
    this.kind = kindOf(table);
  }

  /** Reads one row below the header. */
  add(cells: readonly string[], line: number): void {
    this.reader.open(cells, line);
    this.named = undefined;
    const filled = filledCells(cells);
    if (filled.length === 0) return;
    if (!this.hasFigures()) this.addWords(cells, filled);
    else if (this.isTotal(filled)) this.rows.push(readTotal(this.reader, this.owner.of(this.reader), this.owner.symbol));
    else this.addFigures();
  }

  /** The rows, positions told from their lots. */
  finish(): ImportRow[] {
    const pending = this.rows.filter(isPendingRow);
    const arranged = arrangeLots(pending);
    const daysAreLots = pending.every(({ dayAsSymbol }) => dayAsSymbol === null) || somePositionAddsUp(arranged);
    let next = 0;
    const rows = this.rows.map((row): ImportRow => {
      if (!isPendingRow(row)) return row;
      const { kind } = arranged[next];
      next += 1;
      if (row.dayAsSymbol !== null && !(kind === 'lot' && daysAreLots)) return this.refuse(row.row, row.dayAsSymbol);
      // The row is ours until it is handed out; a copy of each would take as long as reading it.
      return Object.assign(row.row, { kind });
    });
    return this.kind === 'activity' ? signAmounts(rows) : this.kind === 'holdings' ? markHeadings(rows) : rows;
  }

  private hasFigures(): boolean {
    return figures.some((field) => this.reader.has(field) && this.reader.holdsNumber(field));
  }

  /** A row without numbers: a title, a footer, or the name of the security that the next rows are about. */
  private addWords(cells: readonly string[], filled: readonly string[]): void {
    const security = this.security();
    const [only] = filled;
    if (filled.length === 1 && security.symbol === only && isTicker(only)) this.above = { ...nobody, symbol: only };
    else if (filled.length >= 3 && security.symbol !== null && !/\s/.test(security.symbol) && !saysTotal(only)) this.addFigures();
    else if (filled.length >= 3 && this.kind === 'activity' && this.reader.day('date') !== null) this.addFigures();
    else this.owner.hear(readNote(cells));
  }

  private isTotal(filled: readonly string[]): boolean {
    const { symbol, cusip } = this.security();
    if (cusip !== null || this.reader.holdsNumber('price')) return false;
    if (saysTotal(symbol) || (symbol === null && (saysTotal(filled[0]) || labels.some((field) => saysTotal(this.reader.text(field)))))) return true;
    if (this.kind === 'realized') return symbol === null && this.reader.text('description') === null && isMissing(this.reader.raw('closed'));
    const words = filled.some((cell) => /[A-Za-z]{2}/.test(cell.replace(/^[A-Z]{3}\s|\s[A-Z]{3}$/g, '')));
    return !words && symbol === null && !this.reader.holdsNumber('quantity') && this.kind === 'holdings' && this.reader.raw('acquired') === '';
  }

  private addFigures(): void {
    const own = this.security();
    const owned = this.owner.of(this.reader);
    this.reader.subject = { symbol: own.symbol, account: owned.account };
    if (own.mangled !== undefined) return void this.rows.push(this.refuse({ ...readTotal(this.reader, owned, null) }, own.mangled));
    if (this.kind === 'activity') return void this.rows.push(readActivity(this.reader, own, owned));
    // Open lots may stand in one table with those that were sold.
    if (this.kind === 'realized' && (this.reader.text('closed') !== null || this.reader.holdsNumber('proceeds'))) return void this.rows.push(readRealized(this.reader, this.inherit(own), owned));
    this.addHolding(own, owned);
  }

  private addHolding(own: SecurityName, owned: Pick<ImportRow, 'account' | 'accountName'>): void {
    const dayAsSymbol = own.symbol !== null && /\d{4}|\/\d{2}$/.test(own.symbol) ? parseDay(own.symbol, 'month first') : null;
    const isName = dayAsSymbol === null && (own.symbol ?? own.cusip ?? own.description) !== null;
    const security = isName ? own : this.inherit(nobody);
    this.complainOfNumber(security);
    const isBare = !isName && dayAsSymbol === null && bare.every((field) => isMissing(this.reader.raw(field)));
    const row = readHolding(this.reader, isBare || (!isName && this.isPricedApart()) ? nobody : security, owned);
    if (isName) [this.above, this.abovePrice] = [row.kind === 'position' ? security : null, row.price ?? perUnit(row.marketValue, row.quantity)];
    if (row.kind !== 'position') return void this.rows.push(row);
    this.checkFigures(row);
    this.rows.push({
      row: dayAsSymbol === null ? row : { ...row, acquired: row.acquired ?? dayAsSymbol },
      continued: !isName && !isBare && this.owner.symbol === null,
      several: row.acquired === null && this.reader.raw('acquired') !== '' && isNoDay(this.reader.raw('acquired')) && /[a-z]/i.test(this.reader.raw('acquired')),
      dayAsSymbol: dayAsSymbol === null ? null : own.symbol,
    });
  }

  /** True when the price of a row without a name is not that of the security above by any account: it is another one's. */
  private isPricedApart(): boolean {
    const known = (field: GenericField) => (this.reader.holdsNumber(field) ? this.reader.amount(field) : null);
    const price = known('price') ?? perUnit(known('marketValue'), known('quantity'));
    return !!price && !!this.abovePrice && Math.abs(Math.log(price / this.abovePrice)) > Math.log(farApart);
  }

  /** The name of a row; of a description alone where the table has nothing better. */
  private security(): SecurityName {
    return (this.named ??= this.readName());
  }

  private readName(): SecurityName {
    const text = (field: GenericField) => this.reader.text(field);
    const name = nameSecurity({ symbol: text('symbol'), cusip: text('cusip'), isin: text('isin'), sedol: text('sedol'), description: text('description') });
    const named = (['symbol', 'cusip', 'isin', 'sedol'] as const).some((field) => this.reader.has(field));
    return named || name.description === null ? name : { ...name, symbol: /\(([A-Z]{1,5}(?:\.[A-Z])?)\)$/.exec(name.description)?.[1] ?? name.description };
  }

  private inherit(own: SecurityName): SecurityName {
    if ((own.symbol ?? own.cusip ?? own.description) !== null) return own;
    return this.above ?? { ...nobody, symbol: this.owner.symbol };
  }

  /** Where nearly all rows agree, one that does not may have shifted cells. */
  private checkFigures({ quantity, price, marketValue, line }: ImportRow): void {
    if ((this.table.support ?? 0) < 0.9 || !quantity || !price || !marketValue || findUnit(quantity, price, marketValue) !== null) return;
    const message = `Line ${line} has a quantity of ${quantity} at a price of ${price}, but a value of ${marketValue}.`;
    this.reader.complain('H07', 'marketValue', { found: String(marketValue), message, fix: 'Maybe cells of the row have shifted.' });
  }

  private complainOfNumber({ restoredFrom, cusip }: SecurityName): void {
    if (restoredFrom === undefined || this.restored.has(restoredFrom)) return;
    this.restored.add(restoredFrom);
    const message = `The CUSIP “${restoredFrom}” on line ${this.reader.line} was read as ${cusip}: its check digit shows that zeros in front are missing.`;
    this.reader.complain('I11', this.reader.has('cusip') ? 'cusip' : 'symbol', { found: restoredFrom, message, fix: 'Maybe the file was saved by a spreadsheet.' });
  }

  private refuse(row: ImportRow, found: string): ImportRow {
    const message = `“${found}” on line ${row.line} names no security: a spreadsheet seems to have changed it. The row was left out.`;
    this.reader.complain('I02', 'symbol', { found, message, fix: 'Maybe open the original file, without saving it in a spreadsheet first.' }, row.line);
    return { ...row, kind: 'skip', symbol: null, acquired: null };
  }
}

/** Columns in which a total may say so. */
const labels = ['description', 'account', 'accountName'] as const satisfies readonly GenericField[];

/** So many times higher or lower is no price of the same security. */
const farApart = 5;

/** A row that continues the one above has something of these of its own. */
const bare: readonly GenericField[] = ['quantity', 'price', 'unitCost', 'acquired', 'lotId'];

/** True when the lots of one position at least add up to it: then days in the symbol's place are lots, and no symbols that a spreadsheet changed. */
function somePositionAddsUp(rows: readonly Arranged[]): boolean {
  let [quantity, sum] = [Number.NaN, new Decimal(0)];
  return rows.some(({ kind, row }) => {
    if (kind === 'position') [quantity, sum] = [row.quantity ?? Number.NaN, new Decimal(0)];
    else sum = sum.plus(row.quantity ?? 0);
    return kind === 'lot' && sum.minus(quantity).abs().lt(0.001);
  });
}

const isPendingRow = (row: ImportRow | Pending): row is Pending => 'continued' in row;

/** Columns whose numbers make a row worth reading. */
const figures = (Object.keys(holds) as GenericField[]).filter((field) => holds[field] === 'number');
