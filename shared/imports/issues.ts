import type { Issue, Severity } from '../issue';
import { cellAddress } from '../workbook/address';

/** Codes of what can be wrong with an export; the checks of the workbook have their own. */
export type ImportCode =
  | 'I01' | 'I02' | 'I03' | 'I04' | 'I05' | 'I06' | 'I07' | 'I08' | 'I09' | 'I10' | 'I11' | 'I12' | 'I13' | 'I14' | 'I15' | 'I16' | 'H07' | 'H08' | 'H13'
  | 'I20' | 'I21' | 'I22' | 'I23' | 'I24' | 'I25' | 'I26' | 'I27' | 'I28' | 'I29' | 'I30' | 'I31';

interface Catalogued {
  readonly severity: Severity;
  readonly title: string;
}

/** The catalogue: one line per code. */
export const importCodes: Readonly<Record<ImportCode, Catalogued>> = {
  I01: { severity: 'stop', title: 'file, or a part of it, not recognized' },
  I02: { severity: 'skip', title: 'cell or line not readable' },
  I03: { severity: 'skip', title: 'account not named in the file' },
  I04: { severity: 'skip', title: 'position and lots not equal' },
  I05: { severity: 'warn', title: 'option left out' },
  I06: { severity: 'skip', title: 'short position left out' },
  I07: { severity: 'skip', title: 'security or quantity not known' },
  I08: { severity: 'warn', title: 'two prices for one symbol' },
  I09: { severity: 'warn', title: 'cost per unit and total cost not equal' },
  I10: { severity: 'warn', title: 'day and month exchangeable' },
  I11: { severity: 'info', title: 'leading zeros of a CUSIP restored' },
  I12: { severity: 'warn', title: 'margin balance left out' },
  I13: { severity: 'warn', title: 'end of the file missing' },
  I14: { severity: 'warn', title: 'figures of a row not equal' },
  I15: { severity: 'warn', title: 'rows twice in the file' },
  I16: { severity: 'warn', title: 'decimal point and comma exchangeable' },
  I20: { severity: 'skip', title: 'account of the file not in the book' },
  I21: { severity: 'skip', title: 'account of the file not the only one that fits' },
  I22: { severity: 'warn', title: 'file older than the book' },
  I23: { severity: 'warn', title: 'two files about the same thing' },
  I24: { severity: 'skip', title: 'lots of a position not known' },
  I25: { severity: 'info', title: 'rows without a place in the book' },
  I26: { severity: 'warn', title: 'formula not overwritten' },
  I27: { severity: 'warn', title: 'much of an account about to go' },
  I28: { severity: 'warn', title: 'amounts in another currency left out' },
  I29: { severity: 'info', title: 'day of the file not stated' },
  I30: { severity: 'warn', title: 'column missing in the book' },
  I31: { severity: 'warn', title: 'file with less than the last of its kind' },
  H07: { severity: 'warn', title: 'quantity times price not the value' },
  H08: { severity: 'warn', title: 'cost per share in place of the total, or the reverse' },
  H13: { severity: 'warn', title: 'rows and the custodian’s total not equal' },
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
