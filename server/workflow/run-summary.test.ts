import { expect, test } from '@jest/globals';
import type { ScoreRow, ScoreTerms } from '../../shared/api/result';
import { runResult } from '../../shared/sheets/test-result';
import { runSummary, type RunFacts } from './run-summary';

const facts: RunFacts = { runId: 'R-1', asOf: '2026-11-20', currency: 'USD', inputsFingerprint: 'in', riskLevel: 1, scope: 'All 3', partial: false };
const { trades, exceptions, scores: [example] } = runResult(2);
const score = (more: Partial<ScoreRow>): ScoreRow => ({ ...example, level: 'Account', value: 100_000, terms: null, estTax: 0, ...more });
const terms = (tax: number, drift: number): ScoreTerms => ({ tax, drift }) as unknown as ScoreTerms;
const [trade, review, stay] = [
  score({ accountId: 'A', decision: 'Trade', terms: terms(-10.1, 30.2), estTax: 10.1 }),
  score({ accountId: 'B', decision: 'Review', terms: terms(5, 0.1), estTax: -5.2 }),
  score({ accountId: 'C', decision: 'No trade', value: 900_000, terms: terms(0, 50) }),
];

test('the score is of what trades, in dollars and in basis points of that value', () => {
  const run = runSummary({ trades, exceptions, scores: [trade, review, stay] }, facts);
  expect(run).toMatchObject({ netScore: 25.2, netScoreBp: 1.26, value: 200_000, estTax: 4.9, accounts: 3, decisions: { Trade: 1, Review: 1, 'No trade': 1, Blocked: 0, Skipped: 0 } });
  expect(runSummary({ trades: [], exceptions, scores: [stay] }, facts)).toMatchObject({ netScore: 0, netScoreBp: 0, value: 0 });
});

test("a household's row adds nothing to those of its accounts", () => {
  const household = score({ ...trade, level: 'Household', accountId: 'H' });
  const [alone, together] = [[trade, review], [household, trade, review]].map((scores) => runSummary({ trades, exceptions, scores }, facts));
  expect({ ...together, outputsFingerprint: '' }).toEqual({ ...alone, outputsFingerprint: '' });
});

test('money bought and sold is added to the cent', () => {
  const amounts = [0.1, 0.2].map((amount) => ({ ...trades[0], action: 'Buy' as const, amount }));
  expect(runSummary({ trades: amounts, exceptions, scores: [trade] }, facts)).toMatchObject({ bought: 0.3, sold: 0, trades: 2 });
});

test('the fingerprint is of the rows, and not of names, which stay in the workbook', () => {
  const of = (changed: Partial<ScoreRow>): string => runSummary({ trades, exceptions, scores: [{ ...trade, ...changed }] }, facts).outputsFingerprint;
  expect(of({ account: 'Rivera Trust' })).toBe(of({ account: null }));
  expect(of({ turnover: 0.5 })).not.toBe(of({ turnover: 0.4 }));
});
