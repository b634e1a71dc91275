import type { Issue, Severity } from '../issue';
import { cellAddress } from '../workbook/address';

/** Codes of what can be wrong with an export; the checks of the workbook have their own. */
export type ImportCode = 'I01' | 'I02' | 'I03' | 'I04' | 'I05' | 'I06' | 'I07' | 'I08' | 'H13';

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
