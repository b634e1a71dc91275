import * as formulajs from '@formulajs/formulajs';
import FormulaParser from 'fast-formula-parser';
import { compareValues } from '../model/order';
import type { Value } from '../model/value';
import { fromParser, toParser } from './convert';

/** An argument as the parser hands it over. */
export interface Argument {
  readonly value: unknown;
  readonly isArray?: boolean;
  readonly isRangeRef?: boolean;
  readonly isCellRef?: boolean;
  readonly omitted?: boolean;
}

export type NativeFunction = (...args: Argument[]) => unknown;

const { FormulaError } = FormulaParser;

/** Rows of plain values of an argument; a single value is one row of one. */
function matrix(argument: Argument): Value[][] {
  const rows = Array.isArray(argument.value) ? (argument.value as unknown[][]) : [[argument.value]];
  return rows.map((row) => row.map(fromParser));
}

const isBlank = (argument: Argument | undefined): boolean => argument === undefined || argument.omitted === true;
const same = (a: Value, b: Value): boolean =>
  typeof a === 'string' && typeof b === 'string' ? a.toLowerCase() === b.toLowerCase() : a === b;

/** XLOOKUP with exact match, first to last or last to first. */
const xlookup: NativeFunction = (wanted, lookIn, results, otherwise, mode, direction) => {
  if (!isBlank(mode) && mode.value !== 0) return FormulaError.VALUE;
  const keys = matrix(lookIn);
  const across = keys.length === 1;
  const list = across ? keys[0] : keys.map((row) => row[0]);
  const key = matrix(wanted)[0][0];
  const index = direction?.value === -1 ? list.findLastIndex((each) => same(each, key)) : list.findIndex((each) => same(each, key));
  if (index < 0) return isBlank(otherwise) ? FormulaError.NA : otherwise.value;
  const table = matrix(results);
  const found = across ? table.map((row) => [row[index]]) : [table[index]];
  return found.length === 1 && found[0].length === 1 ? toParser(found[0][0]) : found.map((row) => row.map(toParser));
};

/** FILTER by a column or row of truths. */
const filter: NativeFunction = (source, include, otherwise) => {
  const [rows, keep] = [matrix(source), matrix(include)];
  const down = keep.length === rows.length;
  const kept = down ? rows.filter((_, index) => keep[index][0]) : rows.map((row) => row.filter((_, index) => keep[0][index]));
  if (kept.length === 0 || kept[0].length === 0) return isBlank(otherwise) ? new FormulaError('#CALC!') : otherwise.value;
  return kept.map((row) => row.map(toParser));
};

const unique: NativeFunction = (source) => {
  const seen = new Map<string, Value[]>();
  for (const row of matrix(source)) {
    const key = JSON.stringify(row).toLowerCase();
    if (!seen.has(key)) seen.set(key, row);
  }
  return [...seen.values()].map((row) => row.map(toParser));
};

const sort: NativeFunction = (source, index, order) => {
  const column = isBlank(index) ? 0 : Number(index.value) - 1;
  const sign = !isBlank(order) && order.value === -1 ? -1 : 1;
  return matrix(source)
    .sort((a, b) => sign * compareValues(a[column], b[column]))
    .map((row) => row.map(toParser));
};

/** SUBTOTAL's aggregates; hidden rows count, since the playground never filters. */
const AGGREGATES: Readonly<Record<number, string>> = {
  1: 'AVERAGE',
  2: 'COUNT',
  3: 'COUNTA',
  4: 'MAX',
  5: 'MIN',
  6: 'PRODUCT',
  7: 'STDEV',
  9: 'SUM',
};

const subtotal: NativeFunction = (code, ...ranges) => {
  const name = AGGREGATES[Number(code.value) % 100];
  return name ? library(name)(...ranges) : FormulaError.VALUE;
};

/** A function of @formulajs/formulajs behind the parser's calling convention; errors in arguments come out again. */
function library(name: string): NativeFunction {
  const call = (formulajs as unknown as Record<string, (...args: unknown[]) => unknown>)[name];
  return (...args) => {
    const values = args.map((argument) => (argument.omitted ? undefined : withoutCase(name, argument.value)));
    const error = values.flat(2).find((value) => value instanceof FormulaError);
    if (error) return error;
    const result = call(...values);
    return result instanceof Error ? new FormulaError(/^#/.test(result.message) ? result.message : '#VALUE!') : result;
  };
}

/** Criteria do not mind case in Excel; the library's do. */
function withoutCase(name: string, value: unknown): unknown {
  if (!/^(SUM|COUNT|AVERAGE|MAX|MIN)IFS?$/.test(name)) return value;
  if (Array.isArray(value))
    return value.map((row: unknown[]) => (Array.isArray(row) ? row.map((item) => withoutCase(name, item)) : withoutCase(name, row)));
  return typeof value === 'string' ? value.toLowerCase() : value;
}

const OWN: Readonly<Record<string, NativeFunction>> = { XLOOKUP: xlookup, FILTER: filter, UNIQUE: unique, SORT: sort, SUBTOTAL: subtotal };

/** Every native function: the parser's own where it works, @formulajs/formulajs for its gaps, ours for what both lack. */
export function nativeFunctions(): Record<string, NativeFunction> {
  const supported = new Set(new FormulaParser({}).supportedFunctions());
  const gaps = Object.entries(formulajs).filter(
    ([name, value]) => typeof value === 'function' && /^[A-Z][A-Z0-9.]+$/.test(name) && !supported.has(name),
  );
  return { ...Object.fromEntries(gaps.map(([name]) => [name, library(name)])), ...OWN };
}

/** The names of all native functions, for telling an unknown one from a known one. */
export function nativeNames(own: Record<string, NativeFunction>): Set<string> {
  return new Set([...new FormulaParser({}).supportedFunctions(), ...Object.keys(own)]);
}
