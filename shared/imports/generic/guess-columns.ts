import type { Cells } from '../custodian-file';
import { isMissing } from '../table/values';
import { parseAmount, type DecimalMark } from './amounts';
import type { Numbers } from './arithmetic';
import { readContents, suits, type ColumnContents } from './column-contents';
import { findTables, type FoundTable } from './find-tables';
import { filledCells, saysTotal } from './row-words';
import { scoreHeader, type WordScore } from './header-words';
import type { GenericField } from './meanings';
import { settleByArithmetic, type Claims } from './settle-by-arithmetic';
import { findDecimalMarkOf } from './spelling';

/** What a column is taken to mean, for the user to see and change. */
export interface ColumnGuess {
  /** Null when the column is left aside. */
  readonly field: GenericField | null;
  readonly header: string;
  /** Index of the column, counted from 0. */
  readonly column: number;
  /** 0 to 1. */
  readonly confidence: number;
  /** The reason, as the end of a sentence: `the header says “Mkt Val”`. */
  readonly because: string;
}

/** A meaning that somebody chose for the columns of a header; `column` tells columns of one header apart. A guess, kept or changed, is one. */
export type ColumnChoice = Pick<ColumnGuess, 'field' | 'header'> & { readonly column?: number };

/** The columns of a table, guessed. */
export interface GuessedTable extends FoundTable {
  readonly guesses: readonly ColumnGuess[];
  readonly columns: Readonly<Partial<Record<GenericField, number>>>;
  readonly decimal: DecimalMark;
  /** Share of rows where quantity, price, value, cost and gain agree; null when there was nothing to check. */
  readonly support: number | null;
}

/** What the columns of the first table of a sheet mean. */
export function guessColumns(cells: Cells, choices: readonly ColumnChoice[] = []): readonly ColumnGuess[] {
  const [table] = findTables(cells);
  return table ? guessTable(cells, table, findDecimalMarkOf(cells, table, false), choices).guesses : [];
}

/** Below this a column is left aside. */
const leastConfidence = 0.4;

/** What the columns of a table mean: by their headers, their cells, and by what adds up. */
export function guessTable(cells: Cells, table: FoundTable, decimal: DecimalMark, choices: readonly ColumnChoice[] = []): GuessedTable {
  const width = table.headers.length;
  const rows = sampleRows(cells, table);
  const contents = Array.from({ length: width }, (_column, k) => readContents(rows.map((row) => row[k] ?? ''), decimal));
  const chosen = table.headers.map((header, k) => choiceFor(choices, header, k));
  const claims = claim(table.headers, contents, chosen);
  const free = contents.flatMap(({ share }, k) => (chosen[k] === undefined && share.number > 0.6 && share.percent < 0.5 ? [k] : []));
  const numbers = new Map<number, Numbers>();
  const numbersOf = (column: number): Numbers => {
    const known = numbers.get(column) ?? rows.map((row) => amountOrNull(row[column] ?? '', decimal));
    numbers.set(column, known);
    return known;
  };
  keepChoices(claims, chosen);
  const support = settleByArithmetic(claims, free, numbersOf);
  keepChoices(claims, chosen);
  const columns = Object.fromEntries([...claims].map(([field, { column }]) => [field, column]));
  return { ...table, guesses: table.headers.map((header, column) => describe(header, column, claims)), columns, decimal, support };
}

/** A chosen column has its chosen meaning and no other, and that meaning no other column. */
function keepChoices(claims: Claims, chosen: readonly (ColumnChoice | undefined)[]): void {
  for (const [field, { column }] of [...claims]) if (chosen[column] !== undefined && chosen[column]?.field !== field) claims.delete(field);
  chosen.forEach((choice, column) => { if (choice?.field) claims.set(choice.field, { column, confidence: 1, because: 'you chose it' }); });
}

function choiceFor(choices: readonly ColumnChoice[], header: string, column: number): ColumnChoice | undefined {
  const same = choices.filter((choice) => choice.header.trim().toLowerCase() === header.toLowerCase());
  return same.length > 1 ? (same.find((choice) => choice.column === column) ?? same[0]) : same[0];
}

/** Rows that stand for all: not more than these are looked at to guess. */
const mostRows = 150;

function sampleRows(cells: Cells, { start, end }: FoundTable): (readonly string[])[] {
  const step = Math.max(1, Math.floor((end - start) / mostRows));
  const rows: (readonly string[])[] = [];
  for (let row = start; row < end && rows.length < mostRows; row += step) if (isTelling(cells[row])) rows.push(cells[row]);
  return rows;
}

/** A row that is neither a title nor a total. */
function isTelling(cells: readonly string[]): boolean {
  const filled = filledCells(cells);
  return filled.length > 1 && !saysTotal(filled[0]);
}

function amountOrNull(text: string, decimal: DecimalMark): number | null {
  const amount = text.includes('%') || isMissing(text) ? null : parseAmount(text, decimal);
  return Number.isNaN(amount) ? null : amount;
}

interface Candidate extends WordScore {
  readonly column: number;
}

/** Gives each meaning to the column that claims it best, and each column one meaning. */
function claim(headers: readonly string[], contents: readonly ColumnContents[], chosen: readonly (ColumnChoice | undefined)[]): Claims {
  const open = headers.map((header, column) => (chosen[column] ? [] : candidatesFor(header, column, contents[column])));
  const acts = open.some((candidates, k) => candidates.some(({ field, score }) => field === 'action' && score > 0.5 && (contents[k].share.action > 0.3 || score > 0.9)));
  const weighed = open.flat().map((candidate) => ({ ...candidate, score: candidate.score * inContext(candidate, acts) }));
  const byContents = headers.flatMap((header, column) => (chosen[column] || open[column].length > 0 ? [] : identifierWithin(header, column, contents[column])));
  const claims: Claims = new Map();
  const taken = new Set<number>();
  for (const { field, column, score, name } of [...weighed, ...byContents].sort((a, b) => b.score - a.score || a.column - b.column)) {
    if (score < leastConfidence || claims.has(field) || taken.has(column)) continue;
    taken.add(column);
    claims.set(field, { column, confidence: score, because: name });
  }
  return claims;
}

const candidatesFor = (header: string, column: number, contents: ColumnContents): Candidate[] =>
  scoreHeader(header).map(({ field, score }) => ({ field, column, score: score * suits(field, contents), name: `the header says “${header}”` }));

/** `Date` and `Amount` belong to an activity where there are actions, to lots and holdings where there are none. */
function inContext({ field }: Candidate, acts: boolean): number {
  const onlyIn: Partial<Record<GenericField, 'activity' | 'holdings'>> = {
    action: 'activity', date: 'activity', amount: 'activity', commission: 'activity', fees: 'activity', transactionId: 'activity',
    acquired: 'holdings', marketValue: 'holdings', costBasis: 'holdings',
  };
  const place = onlyIn[field];
  if (place === undefined || (place === 'activity') === acts) return 1;
  return field === 'costBasis' ? 0.9 : 0.55;
}

/** Security numbers prove themselves by their check digits, whatever the header says. */
function identifierWithin(header: string, column: number, { filled, share }: ColumnContents): Candidate[] {
  const named = header === '' ? 'the column has no header, but its cells are' : `“${header}” says little, but its cells are`;
  const proven = ([['isin', share.isin, 'ISINs'], ['cusip', share.cusip, 'CUSIPs']] as const).find(([, found]) => found >= 0.8);
  if (filled >= 2 && proven) return [{ field: proven[0], column, score: 0.7, name: `${named} ${proven[2]} by their check digits` }];
  return filled >= 3 && share.ticker >= 0.9 && header === '' ? [{ field: 'symbol', column, score: 0.45, name: `${named} like tickers` }] : [];
}

function describe(header: string, column: number, claims: Claims): ColumnGuess {
  const found = [...claims].find(([, claimed]) => claimed.column === column);
  if (!found) return { field: null, header, column, confidence: 0, because: 'nothing says what it is' };
  return { field: found[0], header, column, confidence: Math.round(found[1].confidence * 100) / 100, because: found[1].because };
}
