import { expect, test } from '@jest/globals';
import { runEntry } from './run-entry';
import { runResult } from './test-result';

const now = new Date(2026, 10, 20, 9, 31, 5);
const { run } = runResult(2);

test('a run is recorded with its day, size, money and fingerprints', () => {
  expect(runEntry({ ...run, bought: 100.01, sold: 50 }, now, run.accounts, 'book.xlsx abc')).toMatchObject({
    whenLocal: '2026-11-20 09:31:05', whenUtc: now.toISOString(), action: 'Run', runId: run.id, accounts: run.accounts,
    turnover: 75.01, estTax: run.estTax, inputsFingerprint: run.inputsFingerprint, outputsFingerprint: run.outputsFingerprint, fileAndSha256: 'book.xlsx abc', note: null,
  });
});

test('a run that was stopped says how far it came', () => {
  expect(runEntry({ ...run, accounts: 3, partial: true }, now, 9).note).toBe('Stopped after 3 of 9 accounts; the finished ones were kept.');
});
