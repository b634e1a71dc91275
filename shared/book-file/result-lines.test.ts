import { expect, test } from '@jest/globals';
import type { RunResult } from '../api/result';
import { fitsOnSheets, resultLines } from './result-lines';

const result = {
  run: { id: 'R-1', partial: false },
  trades: [{ symbol: 'VTI' }, { symbol: 'BND' }],
  scores: [{ accountId: 'A-1' }],
  exceptions: [],
  dataIssues: [{ code: 'H01' }],
} as unknown as RunResult;

test('a line for the run, then one for each row; together they are the result', () => {
  const [head, ...rows] = [...resultLines(result)].map((line) => JSON.parse(line) as Record<string, unknown>);
  expect(head).toEqual({ format: 'rebal-results', version: 1, run: result.run, rows: { trades: 2, scores: 1, exceptions: 0, dataIssues: 1 } });
  const of = (part: string) => rows.flatMap((row) => row[part] ?? []);
  expect({ run: head.run, trades: of('trades'), scores: of('scores'), exceptions: of('exceptions'), dataIssues: of('dataIssues') }).toEqual(result);
});

test('more rows than a sheet has do not fit', () => {
  expect([fitsOnSheets(result), fitsOnSheets(result, 1)]).toEqual([true, false]);
});
