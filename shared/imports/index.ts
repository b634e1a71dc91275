import type { Issue } from '../issue';
import type { IsoDate } from '../units';
import { etradePortfolio } from './etrade/portfolio';
import type { CustodianFile, ImportFormat, ImportRow } from './format';
import { importIssue } from './issues';

/** Every layout we read. To add one: its file, its fixtures, and a line here. */
export const formats = {
  'etrade-portfolio': etradePortfolio,
} as const satisfies Readonly<Record<string, ImportFormat>>;

export type FormatName = keyof typeof formats;

/** An export, read. */
export interface Reading {
  /** Absent when no format recognizes the file; `issues` says so. */
  readonly format?: FormatName;
  /** How sure we are of the format, 0 to 1. */
  readonly confidence: number;
  readonly asOf?: IsoDate;
  readonly rows: readonly ImportRow[];
  readonly issues: readonly Issue[];
}

/** Below this, a file only happens to share some headers with a format. */
const leastConfidence = 0.5;

/** Reads an export by the format that recognizes it best; an unknown file is an issue, not an error. */
export function readExport(file: CustodianFile): Reading {
  const names = Object.keys(formats) as FormatName[];
  const [best] = names
    .map((format) => ({ format, confidence: formats[format].recognizes(file) }))
    .sort((a, b) => b.confidence - a.confidence);
  if (!best || best.confidence < leastConfidence) return { confidence: best?.confidence ?? 0, rows: [], issues: [unknownFile(file)] };
  return { ...best, ...formats[best.format].read(file) };
}

function unknownFile(file: CustodianFile): Issue {
  const titles = Object.values(formats).map(({ title }) => title);
  return importIssue(
    'I01',
    { file: file.name },
    {
      message: `${file.name ?? 'The pasted text'} has no layout that we know.`,
      fix: `Maybe it is another report of the custodian; we read: ${titles.join('; ')}.`,
    },
  );
}
