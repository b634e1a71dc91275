import { CellError, invalid, toExcelError } from './cell-error';

/** Most cells that a formula may return. */
const resultLimit = 5_000;

/**
 * Runs the body of a custom function. What it throws becomes Excel's error: a `CellError` with its message, anything else
 * #VALUE! with a support code that stands for the fault. Cell errors inside a spill stay in their cells.
 */
export function answer<Result>(name: string, body: () => Result): Result {
  try {
    const result = body();
    return Array.isArray(result) ? (spillOf(result as unknown[][]) as Result) : result;
  } catch (error) {
    throw toExcelError(error instanceof CellError ? error : fault(name, error));
  }
}

function spillOf(rows: unknown[][]): unknown[][] {
  const cells = rows.length * (rows[0]?.length ?? 0);
  if (cells > resultLimit) throw tooBig(cells, resultLimit, 'result cells');
  return rows.map((row) => row.map((cell) => (cell instanceof CellError ? toExcelError(cell) : cell)));
}

/** The refusal of a range that is too large for a formula. */
export function tooBig(found: number, limit: number, unit: string): CellError {
  return invalid(`Too big for a cell formula (${grouped(found)} ${unit}, limit ${grouped(limit)}). Use Run.`);
}

const grouped = (count: number): string => count.toLocaleString('en-US');

/** A fault of ours, as the user sees it: a code from which the fault can be found, not its text. */
function fault(name: string, error: unknown): CellError {
  const text = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  let hash = 0;
  for (const character of text) hash = (Math.imul(hash, 31) + (character.codePointAt(0) as number)) >>> 0;
  return invalid(`REBAL.${name} failed. Support code ${name}-${hash.toString(16).padStart(8, '0')}.`);
}
