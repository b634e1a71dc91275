import type { Issue } from '../../issue';
import type { IsoDate } from '../../units';
import { importIssue, type ImportCode } from '../issues';
import type { Fields } from './header';
import type { Line } from './line';
import { isMissing, readAmount, readDay } from './values';

/** How a kind of file writes numbers and days, where it differs from US exports. NaN and null mean "not one". */
export interface Spelling {
  readAmount(text: string): number | null;
  readDay(text: string): IsoDate | null;
}

/** What every export is read by unless its format says otherwise. */
export const usualSpelling: Spelling = { readAmount, readDay };

/** Reads records of named values (attributes of an element, leaves of an aggregate) as lines; what cannot be read becomes an issue. */
export class RecordReader<Field extends string> {
  readonly issues: Issue[] = [];
  /** What the records from here on are about; issues name it until it is changed. */
  subject: { readonly symbol?: string | null; readonly account?: string | null } = {};

  constructor(
    private readonly file: string | undefined,
    private readonly fields: Fields<Field>,
    private readonly spelling: Spelling = usualSpelling,
  ) {}

  /** The record on line `number`; names match in any case. */
  record(values: ReadonlyMap<string, string>, number: number): Line<Field> {
    const byName = new Map([...values].map(([name, value]) => [name.toLowerCase(), value.trim()]));
    const names = (field: Field) => this.fields[field].map((name) => name.toLowerCase());
    /** The first name that holds something counts: an empty attribute may stand beside its newer spelling. */
    const cell = (field: Field) => names(field).map((name) => byName.get(name) ?? '').find((value) => !isMissing(value)) ?? '';
    const unreadable = (field: Field, what: string): null => {
      const found = cell(field);
      this.complain('I02', number, field, { found, message: `${this.fields[field][0]} is “${found}” on line ${number}, which is not ${what}.` });
      return null;
    };
    return {
      number,
      cells: [...values.values()],
      text: (field) => cell(field) || null,
      amount: (field) => {
        const amount = cell(field) === '' ? null : this.spelling.readAmount(cell(field));
        return Number.isNaN(amount) ? unreadable(field, 'a number') : amount;
      },
      day: (field) => (cell(field) === '' ? null : (this.spelling.readDay(cell(field)) ?? unreadable(field, 'a day'))),
    };
  }

  /** Records what is wrong with a record or one of its values. */
  complain(code: ImportCode, line: number, field: Field | undefined, details: Parameters<typeof importIssue>[2]): void {
    const { symbol, account } = this.subject;
    const about = { rowKey: symbol ?? undefined, accounts: account ? [account] : undefined };
    this.issues.push(importIssue(code, { file: this.file, line, header: field && this.fields[field][0] }, { ...about, ...details }));
  }
}
