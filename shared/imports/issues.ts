import type { Issue, Severity } from '../issue';
import { cellAddress } from '../workbook/address';

/** Codes of what can be wrong with an export; the checks of the workbook have their own. */
export type ImportCode =
  | 'I01' | 'I02' | 'I03' | 'I04' | 'I05' | 'I06' | 'I07' | 'I08' | 'I09' | 'I10' | 'I11' | 'I12' | 'H07' | 'H08' | 'H13'
  | 'I20' | 'I21' | 'I22' | 'I23' | 'I24' | 'I25' | 'I26' | 'I27' | 'I28' | 'I29' | 'I30' | 'I31';

interface Catalogued {
  readonly severity: Severity;
  readonly title: string;
}

/** The catalogue: one line per code. */
export const importCodes: Readonly<Record<ImportCode, Catalogued>> = {
  I01: { severity: 'stop', title: 'file or header row not recognized' },
  I02: { severity: 'skip', title: 'a cell cannot be read' },
  I03: { severity: 'skip', title: 'account not named in the file' },
  I04: { severity: 'skip', title: 'lots do not add up to their position' },
  I05: { severity: 'warn', title: 'option left out' },
  I06: { severity: 'skip', title: 'short position left out' },
  I07: { severity: 'skip', title: 'quantity unknown or zero' },
  I08: { severity: 'warn', title: 'two prices for one symbol' },
  I09: { severity: 'warn', title: 'cost per unit and total cost do not fit' },
  I10: { severity: 'warn', title: 'day and month could be exchanged' },
  I11: { severity: 'info', title: 'leading zeros of a CUSIP restored' },
  I12: { severity: 'warn', title: 'margin balance left out' },
  I20: { severity: 'skip', title: 'account of the file not in the book' },
  I21: { severity: 'skip', title: 'account of the file fits several of the book' },
  I22: { severity: 'warn', title: 'file older than what the book has' },
  I23: { severity: 'warn', title: 'two files speak of the same thing' },
  I24: { severity: 'skip', title: 'lots of a position not known' },
  I25: { severity: 'info', title: 'rows that the book has no place for' },
  I26: { severity: 'warn', title: 'formula not overwritten' },
  I27: { severity: 'warn', title: 'much of an account would go' },
  I28: { severity: 'warn', title: 'amounts in another currency left out' },
  I29: { severity: 'info', title: 'file states no day' },
  I30: { severity: 'warn', title: 'column missing in the book' },
  I31: { severity: 'warn', title: 'file has less than the last of its kind' },
  H07: { severity: 'warn', title: 'quantity, price and value do not fit' },
  H08: { severity: 'warn', title: 'cost looks per share, or the reverse' },
  H13: { severity: 'warn', title: 'rows do not add up to the custodian’s total' },
};

interface Place {
  readonly file?: string;
  /** Line of the file, counted from 1. */
  readonly line?: number;
  /** Index of the cell in its row, counted from 0. */
  readonly column?: number;
  readonly header?: string;
}

type Details = Pick<Issue, 'message'> & Partial<Pick<Issue, 'fix' | 'found' | 'rowKey' | 'accounts'>>;

/** An issue of an export, with its place as Excel would show it when the file is opened there. */
export function importIssue(code: ImportCode, { file, line, column, header }: Place, details: Details): Issue {
  return {
    code,
    severity: importCodes[code].severity,
    sheet: file,
    cell: line === undefined ? undefined : cellAddress(line, (column ?? 0) + 1),
    column: header,
    rows: 1,
    ...details,
  };
}
