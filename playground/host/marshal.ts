import type { Argument } from '../formula/native';
import { CellError, type ErrorCode, errorCodes, type Value } from '../model/value';
import type { InvocationResult } from './custom-functions';

/** How blank cells reach parameters of type `any`: 0 in Excel on the desktop, null on the web. */
export type Blank = 'zero' | 'null';

/** One function of a functions.json. */
export interface FunctionMetadata {
  readonly id: string;
  readonly name: string;
  readonly parameters: readonly ParameterMetadata[];
  readonly options?: { readonly cancelable?: boolean; readonly stream?: boolean };
}

interface ParameterMetadata {
  readonly name: string;
  readonly type?: string;
  readonly dimensionality?: string;
  readonly optional?: boolean;
  readonly repeating?: boolean;
}

/** The arguments as the runtime gets them, or the error Excel answers without a call. */
export function marshal(metadata: FunctionMetadata, args: readonly Argument[], blank: Blank): unknown[] | CellError {
  const values: unknown[] = [];
  for (const [index, parameter] of metadata.parameters.entries()) {
    const rest = parameter.repeating ? args.slice(index) : args.slice(index, index + 1);
    const ready = rest.map((argument) => marshalOne(parameter, argument, blank));
    const error = ready.find((value) => value instanceof CellError);
    if (error) return error as CellError;
    if (parameter.repeating) values.push(ready);
    else if (ready.length === 0 && !parameter.optional) return new CellError('#VALUE!');
    else values.push(ready[0] ?? null);
  }
  const repeats = metadata.parameters.some((parameter) => parameter.repeating);
  return args.length > metadata.parameters.length && !repeats ? new CellError('#VALUE!') : values;
}

function marshalOne(parameter: ParameterMetadata, argument: Argument, blank: Blank): unknown {
  if (argument.omitted) return null;
  const wantsMatrix = parameter.dimensionality === 'matrix';
  if (!wantsMatrix) {
    const single = Array.isArray(argument.value) ? (argument.value as Value[][]) : [[argument.value as Value]];
    return single.length === 1 && single[0].length === 1 ? convert(parameter.type, single[0][0], blank) : new CellError('#VALUE!');
  }
  const rows = Array.isArray(argument.value) ? (argument.value as Value[][]) : [[argument.value as Value]];
  const converted = rows.map((row) => row.map((value) => convert(parameter.type, value, parameter.repeating ? 'zero' : blank)));
  return converted.flat().find((value) => value instanceof CellError) ?? converted;
}

/** A cell's value as a parameter type wants it; what does not fit is `#VALUE!`, and errors come through. */
function convert(type: string | undefined, value: Value, blank: Blank): unknown {
  if (value instanceof CellError) return value;
  switch (type) {
    case 'number':
      return value === null ? 0 : typeof value === 'string' ? new CellError('#VALUE!') : Number(value);
    case 'string':
      return value === null ? '' : typeof value === 'boolean' ? String(value).toUpperCase() : String(value);
    case 'boolean':
      return typeof value === 'string' ? new CellError('#VALUE!') : Boolean(value);
    default:
      return value ?? (blank === 'zero' ? 0 : null);
  }
}

const CODES: Readonly<Record<number, ErrorCode>> = {
  1: '#N/A',
  5: '#DIV/0!',
  6: '#NUM!',
  7: '#VALUE!',
  8: '#NULL!',
  9: '#NAME?',
  10: '#NAME?',
};

/** A runtime's answer as a cell value or a spill. */
export function resultValue([, ok, value, errorCode]: InvocationResult): Value | Value[][] {
  if (!ok) return new CellError(CODES[errorCode ?? 7] ?? '#VALUE!', typeof value === 'string' && value ? value : undefined);
  if (!Array.isArray(value)) return cellValue(value);
  const rows = value.map((row) => (Array.isArray(row) ? row : [row]).map(cellValue));
  return rows.length === 0 || rows[0].length === 0 ? new CellError('#CALC!') : rows;
}

/** Values with a type of their own (errors, formatted numbers, entities) show their basic value. */
function cellValue(value: unknown): Value {
  if (value === null || value === undefined) return 0;
  if (typeof value !== 'object') return value as Value;
  const { type, code, message, basicValue, text } = value as Record<string, unknown>;
  if (type === 'CustomFunctionError' || type === 'Error') {
    return new CellError(errorCodes.find((each) => each === code) ?? '#VALUE!', typeof message === 'string' ? message : undefined);
  }
  return cellValue(basicValue ?? text ?? null);
}
