import type { RunResult } from '../api/result';

/** Sheets of a result whose rows have a line each. */
const parts = ['trades', 'scores', 'exceptions', 'dataIssues'] as const satisfies readonly (keyof RunResult)[];

/** A result as lines: `{"format":"rebal-results",…,"run":{…}}`, then a line for each row, `{"trades":{…}}`, with the keys of the JSON result. */
export function* resultLines(result: RunResult): Generator<string> {
  const rows = Object.fromEntries(parts.map((part) => [part, result[part].length]));
  yield JSON.stringify({ format: 'rebal-results', version: 1, run: result.run, rows });
  for (const part of parts) for (const row of result[part]) yield JSON.stringify({ [part]: row });
}

/** True when every sheet of the result has room for its rows; heading and header take a few. */
export function fitsOnSheets(result: RunResult, mostRows = 1_048_000): boolean {
  return parts.every((part) => result[part].length <= mostRows);
}
