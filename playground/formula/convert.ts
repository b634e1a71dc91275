import FormulaParser from 'fast-formula-parser';
import { CellError, type ErrorCode, errorCodes, type Value } from '../model/value';

const { FormulaError } = FormulaParser;

/** A cell's value for the parser, which has an error class of its own. */
export function toParser(value: Value): unknown {
  return value instanceof CellError ? new FormulaError(value.code, value.message) : value;
}

/** A value from the parser for a cell; anything unforeseen is `#VALUE!`. */
export function fromParser(value: unknown): Value {
  if (value === null || value === undefined) return null;
  if (value instanceof FormulaError) return new CellError(errorCodeOf(value.error), value.message || undefined);
  if (value instanceof Date) return value.getTime() / 86_400_000 + 25_569;
  if (typeof value === 'number') return Number.isFinite(value) ? value : new CellError('#NUM!');
  return typeof value === 'string' || typeof value === 'boolean' ? value : new CellError('#VALUE!');
}

function errorCodeOf(text: string): ErrorCode {
  return errorCodes.find((code) => code === text) ?? '#VALUE!';
}
