import type { Cells } from '../custodian-file';
import { isMissing } from '../table/values';
import { parseAmount, type DecimalMark } from './amounts';
import { checkFlow, checkProduct, type Numbers } from './arithmetic';
import { claimColumns } from './claim-columns';
import { readContents } from './column-contents';
import { findTables, type FoundTable } from './find-tables';
import { nameColumns } from './header-pairs';
import { filledCells, saysTotal } from './row-words';
import { scoreHeader } from './header-words';
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
  /** True when the values have the signs of money: paid for shares that came, received for shares that went. */
  readonly flows: boolean;
}

/** What the columns of the first table of a sheet mean. */
export function guessColumns(cells: Cells, choices: readonly ColumnChoice[] = []): readonly ColumnGuess[] {
  const [table] = findTables(cells);
  return table ? guessTable(cells, table, findDecimalMarkOf(cells, table, false), choices).guesses : [];
}

/** What the columns of a table mean: by their headers, their cells, and by what adds up. */
export function guessTable(cells: Cells, table: FoundTable, decimal: DecimalMark, choices: readonly ColumnChoice[] = []): GuessedTable {
  const width = table.headers.length;
  const rows = sampleRows(cells, table);
  const contents = Array.from({ length: width }, (_column, k) => readContents(rows.map((row) => row[k] ?? ''), decimal));
  const chosen = table.headers.map((header, k) => choiceFor(choices, header, k));
  const names = nameColumns(table.headers, contents);
  let claims = claimColumns(names, contents, chosen);
  const free = contents.flatMap(({ share }, k) => (chosen[k] === undefined && share.number > 0.6 && share.percent < 0.5 ? [k] : []));
  const numbers = new Map<number, Numbers>();
  const numbersOf = (column: number): Numbers => {
    const known = numbers.get(column) ?? rows.map((row) => amountOrNull(row[column] ?? '', decimal));
    numbers.set(column, known);
    return known;
  };
  const flows = isFlow(claims, numbersOf);
  if (flows) claims = claimColumns(names, contents, chosen, true);
  keepChoices(claims, chosen);
  const costs = free.filter((column) => scoreHeader(names[column]).some(({ field, score }) => field === 'costBasis' && score > 0.5));
  const support = settleByArithmetic(claims, free, numbersOf, costs);
  dropUnprovenQuantity(claims, names, numbersOf);
  keepChoices(claims, chosen);
  const columns = Object.fromEntries([...claims].map(([field, { column }]) => [field, column]));
  return { ...table, guesses: table.headers.map((header, column) => describe(header, column, claims)), columns, decimal, support, flows };
}

/** True for a table without actions whose money has the other sign than its shares. */
function isFlow(claims: Claims, numbersOf: (column: number) => Numbers): boolean {
  const [quantity, value] = [claims.get('quantity')?.column, (claims.get('marketValue') ?? claims.get('amount'))?.column];
  if (quantity === undefined || value === undefined || claims.has('action') || claims.has('direction')) return false;
  return checkFlow(numbersOf(quantity), numbersOf(value)).share >= 0.8;
}

/** What is called an amount counts shares only where the price proves it. */
function dropUnprovenQuantity(claims: Claims, names: readonly string[], numbersOf: (column: number) => Numbers): void {
  const [quantity, price, value] = (['quantity', 'price', 'marketValue'] as const).map((field) => claims.get(field)?.column);
  if (quantity === undefined || !/^amount$/i.test(names[quantity])) return;
  const proven = price !== undefined && value !== undefined && checkProduct(numbersOf(quantity), numbersOf(price), numbersOf(value)).share >= 0.8;
  if (!proven) claims.delete('quantity');
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

function describe(header: string, column: number, claims: Claims): ColumnGuess {
  const found = [...claims].find(([, claimed]) => claimed.column === column);
  if (!found) return { field: null, header, column, confidence: 0, because: 'nothing says what it is' };
  return { field: found[0], header, column, confidence: Math.round(found[1].confidence * 100) / 100, because: found[1].because };
}
