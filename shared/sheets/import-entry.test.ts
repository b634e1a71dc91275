import type { Preview } from '../imports/preview';
import { importEntries } from './import-entry';

const total = { same: 3, changed: 1, new: 2, gone: 0, dollarsBefore: 1000, dollarsAfter: 1250.5 };
const account = { accountId: 'A-1', fileAccounts: ['1'], files: ['f'], asOf: null, asOfBefore: null, custodianTotal: null, ...total };
const preview: Preview = { mode: 'add', accounts: [account], total, moves: [], securities: { added: [], prices: [] }, transactions: { same: 0, new: 4 }, issues: [], writes: [] };
const now = new Date('2026-11-20T14:31:00Z');
const file = (name: string) => ({ name, sha256: 'c'.repeat(64) });

test('one line names files, SHA-256, rows and dollars', () => {
  expect(importEntries(preview, [file('a.csv'), file('b.csv')], now)).toMatchObject([{
    action: 'Import', scope: 'A-1', accounts: 1, runId: null, whenUtc: '2026-11-20T14:31:00.000Z',
    fileAndSha256: `a.csv ${'c'.repeat(64)}; b.csv ${'c'.repeat(64)}`,
    changedSinceLastRun: 'holdings 3 rows, prices 0, securities 0, transactions 4',
    note: 'Added: 3 rows same, 1 changed, 2 new, 0 gone; $1,000.00 before, $1,250.50 after.',
  }]);
});

test('no SHA-256 is ever cut', () => {
  const files = Array.from({ length: 40 }, (_none, k) => file(`download ${k} ${'x'.repeat(k)}.csv`));
  const entries = importEntries(preview, files, now);
  expect(entries.length).toBeGreaterThan(1);
  expect(entries.every(({ fileAndSha256 }) => (fileAndSha256 ?? '').length <= 1000)).toBe(true);
  expect(entries.map(({ fileAndSha256 }) => fileAndSha256).join('; ').split('; ')).toHaveLength(40);
});
