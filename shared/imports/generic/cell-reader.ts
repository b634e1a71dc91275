import type { Issue } from '../../issue';
import type { IsoDate } from '../../units';
import { importIssue, type ImportCode } from '../issues';
import { isMissing } from '../table/values';
import { findCurrency, findHeaderCurrency, parseAmount } from './amounts';
import { isNoDay, parseDay, type DayOrder } from './days';
import type { GuessedTable } from './guess-columns';
import type { GenericField } from './meanings';
import { isInPence, toPounds } from './pence';

/** Reads the cells of a guessed table by what they mean, in the table's own spelling; what cannot be read becomes an issue. */
export class CellReader {
  readonly issues: Issue[] = [];
  private cells: readonly string[] = [];
  /** Line of the file, counted from 1. */
  line = 0;
  /** What issues are about until it is changed. */
  subject: { readonly symbol?: string | null; readonly account?: string | null } = {};

  constructor(
    private readonly file: string | undefined,
    private readonly table: GuessedTable,
    private readonly order: DayOrder,
  ) {}

  /** Goes to a row. */
  open(cells: readonly string[], line: number): void {
    this.cells = cells;
    this.line = line;
  }

  /** Share of rows whose figures agree, as far as that was looked at; null when nothing could be checked. */
  get support(): number | null {
    return this.table.support;
  }

  /** True when signs alone tell what happened in a list of transactions. */
  get flows(): boolean {
    return this.table.flows;
  }

  has(field: GenericField): boolean {
    return this.table.columns[field] !== undefined;
  }

  /** The cell as it stands, trimmed; empty when there is no such column. */
  raw(field: GenericField): string {
    const column = this.table.columns[field];
    return column === undefined ? '' : (this.cells[column] ?? '').trim();
  }

  text(field: GenericField): string | null {
    const text = this.raw(field);
    return isMissing(text) ? null : text.replace(/\s+/g, ' ');
  }

  /** True when the cell holds a number, without an issue when it does not. */
  holdsNumber(field: GenericField): boolean {
    const text = this.raw(field);
    const amount = text === '' ? null : parseAmount(text, this.table.decimal);
    return amount !== null && !Number.isNaN(amount);
  }

  amount(field: GenericField): number | null {
    const text = this.raw(field);
    if (text === '') return null;
    const amount = parseAmount(text, this.table.decimal);
    if (Number.isNaN(amount)) return this.unreadable(field, 'a number');
    return amount !== null && this.isInPence(field) ? toPounds(amount) : amount;
  }

  /** The currency that the header of an amount states. */
  statedCurrencyOf(field: GenericField): string | null {
    return this.headerCurrency(field);
  }

  /** The currency of an amount: as its header or its cell says, else as the column of currencies does. */
  currencyOf(field: GenericField): string | null {
    return this.headerCurrency(field) ?? findCurrency(this.raw(field)) ?? this.text('currency');
  }

  day(field: GenericField): IsoDate | null {
    const text = this.raw(field);
    return text === '' || isNoDay(text) ? null : (parseDay(text, this.order) ?? this.unreadable(field, 'a day'));
  }

  /** Records what is wrong with the open row or one of its cells. */
  complain(code: ImportCode, field: GenericField | undefined, details: Parameters<typeof importIssue>[2], line = this.line): void {
    const column = field && this.table.columns[field];
    const header = column === undefined ? undefined : this.table.headers[column];
    const { symbol, account } = this.subject;
    const about = { rowKey: symbol ?? undefined, accounts: account ? [account] : undefined };
    this.issues.push(importIssue(code, { file: this.file, line, column, header }, { ...about, ...details }));
  }

  private readonly isInPence = once((field) => isInPence(this.header(field)));
  private readonly headerCurrency = once((field) => findHeaderCurrency(this.header(field)));

  private header(field: GenericField): string {
    const column = this.table.columns[field];
    return column === undefined ? '' : this.table.headers[column];
  }

  private unreadable(field: GenericField, what: string): null {
    const found = this.raw(field);
    const header = this.header(field);
    this.complain('I02', field, { found, message: `${header} is “${found}” on line ${this.line}, which is not ${what}.`, fix: 'Maybe this column means something else; choose its meaning.' });
    return null;
  }
}

/** What a header says is worked out once, and not for each of its rows. */
function once<Answer>(ask: (field: GenericField) => Answer): (field: GenericField) => Answer {
  const known = new Map<GenericField, Answer>();
  return (field) => {
    if (!known.has(field)) known.set(field, ask(field));
    return known.get(field) as Answer;
  };
}
