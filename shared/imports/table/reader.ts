import type { Issue } from '../../issue';
import type { IsoDate } from '../../units';
import { importIssue, type ImportCode } from '../issues';
import type { Fields } from './header';
import { isMissing, readAmount, readDay } from './values';

/** One row below a header, or one record, its values asked for by what they mean. Custodians' ways to write "no value" read as null. */
export interface Line<Field extends string = string> {
  /** Line of the file, counted from 1. */
  readonly number: number;
  readonly cells: readonly string[];
  text(field: Field): string | null;
  /** Null, and an issue, when the cell holds something that is not a number. */
  amount(field: Field): number | null;
  /** Null, and an issue, when the cell holds something that is not a day; months come before days. */
  day(field: Field): IsoDate | null;
}

/** How a kind of file writes numbers and days, where it differs from US exports. NaN and null mean "not one". */
export interface Spelling {
  readAmount(text: string): number | null;
  readDay(text: string): IsoDate | null;
}

/** What every export is read by unless its format says otherwise. */
const usualSpelling: Spelling = { readAmount, readDay };

/** Reads values by the fields they belong to; what cannot be read becomes an issue in `issues`. */
export abstract class FieldReader<Field extends string> {
  readonly issues: Issue[] = [];
  /** What the lines from here on are about; issues name it until it is changed. */
  subject: { readonly symbol?: string | null; readonly account?: string | null } = {};

  protected constructor(
    private readonly file: string | undefined,
    private readonly fields: Fields<Field>,
    private readonly spelling: Spelling = usualSpelling,
  ) {}

  /** Index of a field's column, where there are columns. */
  protected abstract columnOf(field: Field): number | undefined;

  /** Records what is wrong with a line or one of its values. */
  complain(code: ImportCode, line: number, field: Field | undefined, details: Parameters<typeof importIssue>[2]): void {
    const place = { file: this.file, line, column: field && this.columnOf(field), header: field && this.fields[field][0] };
    const { symbol, account } = this.subject;
    const about = { rowKey: symbol ?? undefined, accounts: account ? [account] : undefined };
    this.issues.push(importIssue(code, place, { ...about, ...details }));
  }

  /** A line whose values `valueOf` finds, trimmed. */
  protected lineOf(number: number, cells: readonly string[], valueOf: (field: Field) => string): Line<Field> {
    const { spelling } = this;
    const unreadable = (field: Field, what: string): null => {
      const found = valueOf(field);
      this.complain('I02', number, field, { found, message: `${this.fields[field][0]} is “${found}” on line ${number}, which is not ${what}.` });
      return null;
    };
    return {
      number,
      cells,
      text: (field) => {
        const text = valueOf(field);
        return isMissing(text) ? null : text;
      },
      amount: (field) => {
        const text = valueOf(field);
        const amount = text === '' ? null : spelling.readAmount(text);
        return Number.isNaN(amount) ? unreadable(field, 'a number') : amount;
      },
      day: (field) => {
        const text = valueOf(field);
        return isMissing(text) ? null : (spelling.readDay(text) ?? unreadable(field, 'a day'));
      },
    };
  }
}
