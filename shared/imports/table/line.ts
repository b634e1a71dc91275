import type { Issue } from '../../issue';
import type { IsoDate } from '../../units';
import type { CellTable, CustodianFile } from '../custodian-file';
import { importIssue } from '../issues';
import type { Fields, Header } from './header';
import { isMissing, readAmount, readDay } from './values';

/** One row below a header, its cells asked for by what they mean. Custodians' ways to write "no value" read as null. */
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

/** Reads the lines below one header of a file; what cannot be read becomes an issue in `issues`. */
export class LineReader<Field extends string> {
  readonly issues: Issue[] = [];
  /** What the lines from here on are about; issues name it until it is changed. */
  subject: { readonly symbol?: string | null; readonly account?: string | null } = {};

  constructor(
    private readonly file: CustodianFile,
    private readonly table: CellTable,
    private readonly header: Header<Field>,
    private readonly fields: Fields<Field>,
  ) {}

  /** The rows from below the header to `end` (index of a row, not included), blank ones left out. */
  *lines(end = this.table.cells.length): Iterable<Line<Field>> {
    for (let row = this.header.row + 1; row < end; row += 1) {
      const cells = this.table.cells[row];
      if (cells.some((cell) => cell.trim() !== '')) yield this.line(cells, row + 1);
    }
  }

  /** True when the file has a column for it. */
  has(field: Field): boolean {
    return this.header.columns[field] !== undefined;
  }

  /** Records what is wrong with a line or one of its cells. */
  complain(code: Parameters<typeof importIssue>[0], line: number, field: Field | undefined, details: Parameters<typeof importIssue>[2]): void {
    const column = field && this.header.columns[field];
    const header = field && this.fields[field][0];
    const { symbol, account } = this.subject;
    const about = { rowKey: symbol ?? undefined, accounts: account ? [account] : undefined };
    this.issues.push(importIssue(code, { file: this.file.name ?? this.table.sheet, line, column, header }, { ...about, ...details }));
  }

  private line(cells: readonly string[], number: number): Line<Field> {
    const cell = (field: Field): string => {
      const column = this.header.columns[field];
      return column === undefined ? '' : (cells[column] ?? '').trim();
    };
    const unreadable = (field: Field, what: string): null => {
      const found = cell(field);
      this.complain('I02', number, field, { found, message: `${this.fields[field][0]} is “${found}” on line ${number}, which is not ${what}.` });
      return null;
    };
    return {
      number,
      cells,
      text: (field) => (isMissing(cell(field)) ? null : cell(field)),
      amount: (field) => {
        const amount = readAmount(cell(field));
        return Number.isNaN(amount) ? unreadable(field, 'a number') : amount;
      },
      day: (field) => (isMissing(cell(field)) ? null : (readDay(cell(field)) ?? unreadable(field, 'a day'))),
    };
  }
}
