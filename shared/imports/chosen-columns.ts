import { canonicalJson, sha256Hex } from '../workbook/fingerprint';
import type { Reading } from '.';
import type { CustodianFile } from './custodian-file';
import type { ColumnChoice, ColumnGuess } from './generic/guess-columns';
import { rateTable } from './generic/rate-table';
import { guessTables, readGenericTable } from './generic/table';
import { isBlankRow } from './table/cells';
import { complainOfOddRows } from './table/odd-rows';

/** A table of a file in a layout that nobody described, for the user to see and to correct. */
export interface GuessedColumns {
  readonly sheet?: string;
  /** Line of the header, counted from 1. */
  readonly line: number;
  /** Rows below it. */
  readonly rows: number;
  readonly columns: readonly (ColumnGuess & { readonly samples: readonly string[] })[];
}

const mostSamples = 3;
/** A reader of guesses looks at no more of a cell than a line of the screen. */
const longestSample = 40;

/** What the columns of a file are taken to mean, with the first of their cells. */
export function guessedColumns(file: CustodianFile, choices: readonly ColumnChoice[] = []): GuessedColumns[] {
  return guessTables(file, choices).map(({ table, guessed }) => ({
    sheet: table.sheet,
    line: guessed.top + 1,
    rows: table.cells.slice(guessed.start, guessed.end).filter((row) => !isBlankRow(row)).length,
    columns: guessed.guesses.map((guess) => ({ ...guess, samples: samplesOf(table.cells.slice(guessed.start, Math.min(guessed.end, guessed.start + 50)), guess.column) })),
  }));
}

function samplesOf(cells: readonly (readonly string[])[], column: number): string[] {
  const filled = cells.map((row) => (row[column] ?? '').trim()).filter(Boolean);
  return [...new Set(filled)].slice(0, mostSamples).map((text) => text.slice(0, longestSample));
}

/** Files whose tables have the same headers have the same shape: what was chosen for one holds for the next. */
export function shapeOf(file: CustodianFile): string {
  const headers = guessTables(file).map(({ guessed }) => guessed.headers.map((header) => header.trim().toLowerCase()));
  return sha256Hex(canonicalJson(headers)).slice(0, 16);
}

/** True when the meaning of the columns was guessed, or nothing was understood at all. */
export const isGuessed = ({ format }: Pick<Reading, 'format'>): boolean => format === undefined || format === 'generic-table';

/** Below this a table cannot be read. */
const leastConfidence = 0.5;

/** Reads a file by the meanings that somebody chose for its columns; the others are guessed. */
export function readByColumns(file: CustodianFile, choices: readonly ColumnChoice[]): Reading {
  const confidence = Math.max(0, ...guessTables(file, choices).map(({ guessed }) => rateTable(guessed)));
  const read = readGenericTable(file, choices);
  const contents = { ...read, issues: [...read.issues, ...complainOfOddRows(file, read.rows)] };
  return confidence < leastConfidence ? { confidence, ...contents } : { format: 'generic-table', confidence, ...contents };
}
