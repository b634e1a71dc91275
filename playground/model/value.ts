/** An error a cell shows, `#N/A`. A type of its own, so that typed text `#N/A` and the error stay apart. */
export class CellError {
  constructor(
    readonly code: ErrorCode,
    readonly message?: string,
  ) {}

  toString(): string {
    return this.code;
  }
}

export const errorCodes = ['#NULL!', '#DIV/0!', '#VALUE!', '#REF!', '#NAME?', '#NUM!', '#N/A', '#SPILL!', '#CALC!', '#BUSY!'] as const;
export type ErrorCode = (typeof errorCodes)[number];

/** What a cell holds; null is blank. Dates are serial numbers. */
export type Value = null | string | number | boolean | CellError;

/** The error that `text` spells, or undefined. */
export function parseError(text: string): CellError | undefined {
  const code = errorCodes.find((each) => each === text.toUpperCase());
  return code && new CellError(code);
}

/** A value as Office.js carries it: blank is empty text, an error is its code. */
export function toWire(value: Value): string | number | boolean {
  if (value === null) return '';
  return value instanceof CellError ? value.code : value;
}

/** The names of Excel.RangeValueType. */
export function valueType(value: Value): 'Empty' | 'String' | 'Double' | 'Boolean' | 'Error' {
  if (value === null) return 'Empty';
  if (value instanceof CellError) return 'Error';
  return ({ string: 'String', number: 'Double', boolean: 'Boolean' } as const)[typeof value as 'string' | 'number' | 'boolean'];
}
