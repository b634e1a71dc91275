import { readDate } from '../../shared/contract/cells/date';
import { readNumber } from '../../shared/contract/cells/number';
import type { Reading } from '../../shared/contract/cells/reading';
import { date, number } from '../../shared/contract/column';
import type { IsoDate } from '../../shared/units';
import type { Cell } from '../../shared/workbook/port';
import { tooBig } from './answer';
import { invalid } from './cell-error';

/** Most cells that the arguments of one formula may hold. */
const argumentLimit = 20_000;

const sample = { help: '', example: 0, required: true as const };

/**
 * The plain value of an argument. An omitted argument is null; a blank cell is null on the web and 0 on the desktop;
 * a cell with a rich value carries its plain one.
 */
export function plain(value: unknown): Cell {
  if (value === undefined || value === null) return null;
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value;
  if (Array.isArray(value)) return plain((value as unknown[]).flat().at(0));
  return 'basicValue' in (value as object) ? plain((value as { basicValue: unknown }).basicValue) : String(value);
}

/** True for an omitted argument, a blank cell on the web, and text without a letter. */
export function isBlank(value: unknown): boolean {
  const cell = plain(value);
  return cell === null || (typeof cell === 'string' && cell.trim() === '');
}

/** A reading's value; undefined when blank. Throws #VALUE! for what cannot be read, in the words of the data check. */
export function valueOf<Value>(reading: Reading<Value>, name: string): Value | undefined {
  if (reading.value !== undefined) return reading.value;
  const trouble = reading.troubles?.[0];
  if (!trouble) return undefined;
  throw invalid([`${name} ${trouble.says.replace(/,$/, '')}.`, trouble.fix].filter(Boolean).join(' '));
}

/** A number, or `fallback` when blank; without a fallback a blank is #VALUE!. Text that spells a number counts. */
export function numberFrom(value: unknown, name: string, fallback?: number): number {
  const found = valueOf(readNumber(plain(value), number(name, sample)), name) ?? fallback;
  if (found === undefined) throw invalid(`${name} is blank.`);
  return found;
}

/** A fraction between 0 and 1: a rate, a width, a weight. */
export function fractionFrom(value: unknown, name: string, fallback?: number): number {
  const found = numberFrom(value, name, fallback);
  if (found >= 0 && found <= 1) return found;
  throw invalid(`${name} is ${found}, it must be between 0 and 100%.${found > 1 && found <= 100 ? ` Maybe ${found}%.` : ''}`);
}

/** A day: an Excel serial number (1900 system), or text that can mean one day only. */
export function dateFrom(value: unknown, name: string): IsoDate {
  const cell = plain(value);
  // A blank cell is 0 on the desktop, and day 0 is none.
  const found = cell === 0 ? undefined : valueOf(readDate(cell, date(name, sample), { date1904: false }), name);
  if (found === undefined) throw invalid(`${name} is blank.`);
  return found;
}

/** Text without outer spaces; `''` when blank. A number becomes its digits. */
export function textFrom(value: unknown): string {
  return String(plain(value) ?? '').trim();
}

/** One of the choices, in any case and spacing; the first one when blank. */
export function choiceFrom<Choice extends string>(value: unknown, name: string, choices: readonly [Choice, ...Choice[]]): Choice {
  const key = (text: string): string => text.toLowerCase().replace(/[\s_-]+/g, '');
  // 0 is what a blank cell becomes on the desktop.
  const text = plain(value) === 0 ? '' : textFrom(value);
  if (text === '') return choices[0];
  const found = choices.find((choice) => key(choice) === key(text));
  if (!found) throw invalid(`${name} is "${text.slice(0, 60)}", it must be one of ${choices.map((choice) => `"${choice}"`).join(', ')}.`);
  return found;
}

/** A yes-or-no argument; no when blank. */
export function flagFrom(value: unknown): boolean {
  const cell = plain(value);
  return typeof cell === 'string' ? /^(true|yes|y|1)$/i.test(cell.trim()) : Boolean(cell);
}

/** The cells of a range, row by row; a single value is a range of one. Throws #VALUE! when all ranges together are too big. */
export function rangesFrom(...ranges: readonly unknown[]): Cell[][][] {
  const count = ranges.reduce<number>(
    (sum, range) => sum + (Array.isArray(range) ? range.length * ((range[0] as unknown[])?.length ?? 1) : 1),
    0,
  );
  if (count > argumentLimit) throw tooBig(count, argumentLimit, 'cells');
  return ranges.map((range) =>
    Array.isArray(range) ? range.map((row) => (Array.isArray(row) ? row.map(plain) : [plain(row)])) : [[plain(range)]],
  );
}

/** The numbers of a range in reading order; blank cells are 0. The message counts cells from 1. */
export function numbersFrom(range: readonly (readonly Cell[])[], name: string): number[] {
  return range.flat().map((cell, k) => numberFrom(cell, `Cell ${k + 1} of ${name}`, 0));
}

/** Throws #VALUE! unless both ranges have the same number of cells. */
export function expectSameSize(first: readonly unknown[], firstName: string, second: readonly unknown[], secondName: string): void {
  if (first.length !== second.length) {
    throw invalid(`${firstName} and ${secondName} must have the same number of cells: ${first.length} and ${second.length}.`);
  }
}

/** A list laid out in rows and columns like `range`. */
export function shapedLike<Value>(range: readonly (readonly unknown[])[], values: readonly Value[]): Value[][] {
  const width = range[0]?.length ?? 1;
  return range.map((_, row) => values.slice(row * width, (row + 1) * width));
}
