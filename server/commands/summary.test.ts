import { describe, expect, test } from '@jest/globals';
import { runResult } from '../../shared/sheets/test-result';
import { summary } from './summary';

describe('a run in a screenful', () => {
  test('says which run, for how many, and what it is worth', () => {
    const lines = summary(runResult(1));
    const { run } = runResult(1);
    expect(lines[0]).toBe(`Run ${run.id} as of ${run.asOf}`);
    expect(lines[1]).toMatch(/^[\d,]+ accounts?: \d+ trade · \d+ review · \d+ no trade · \d+ skipped · \d+ blocked$/);
    expect(lines[2]).toMatch(/^[\d,]+ trades?: \(?\$[\d,]+\)? sold, \(?\$[\d,]+\)? bought · est\. tax .* · net score .* \(-?[\d.]+ bp\)$/);
    expect(lines[3]).toMatch(/^\d+ exceptions? · data issues: \d+ stop, \d+ skip, \d+ warn, \d+ info$/);
  });

  test('an amount below zero is in parentheses, as on the sheets', () => {
    const result = runResult(1);
    expect(summary({ ...result, run: { ...result.run, estTax: -1234.4 } })[2]).toContain('est. tax ($1,234)');
    expect(summary({ ...result, run: { ...result.run, estTax: -0.4 } })[2]).toContain('est. tax $0 ');
  });

  test('a run that was stopped says so', () => {
    const result = runResult(1);
    expect(summary({ ...result, run: { ...result.run, partial: true } })[0]).toMatch(/stopped early: only the finished accounts/);
  });

  test('accounts are listed up to a screenful, figures in columns', () => {
    const result = runResult(1);
    const scores = (count: number) => Array.from({ length: count }, (_, k) => ({ ...result.scores[0], accountId: `A-${k}` }));
    const few = summary({ ...result, scores: scores(20) });
    expect(few).toHaveLength(4 + 2 + 20);
    expect(new Set(few.slice(6).map((line) => line.indexOf(' bp'))).size).toBe(1);
    expect(summary({ ...result, scores: scores(21) })).toHaveLength(4);
  });
});
