import { expect, test } from '@jest/globals';
import type { ImportPlan } from '../../shared/imports/into/plan-import';
import type { AccountPreview, Preview } from '../../shared/imports/preview';
import { importSummary } from './import-summary';

const tally = { same: 3, changed: 1, new: 2, gone: 0, dollarsBefore: 1000, dollarsAfter: -250.5 };
const account: AccountPreview = { accountId: 'A-1', fileAccounts: [''], files: ['f.csv'], asOf: '2026-11-20', asOfBefore: null, custodianTotal: null, ...tally };

function summary(changes: Partial<Preview> = {}, issues: ImportPlan['issues'] = [], written: string | null = 'book.xlsx'): string[] {
  const preview: Preview = { mode: 'replace', accounts: [account], total: tally, moves: [], securities: { added: [], prices: [] }, transactions: { same: 0, new: 0 }, issues: [], writes: [], ...changes };
  const plan: ImportPlan = { files: [], accountIds: [], preview, issues, edits: { edits: [], sheets: [], issues: [] }, recipes: [], recipeRows: [] };
  return importSummary(plan, [{ name: 'f.csv', file: 'f.csv', sha256: '', reading: { format: 'etrade-portfolio', confidence: 0.95, asOf: '2026-11-20', rows: [], issues: [] } }], { dryRun: written === null, written });
}

test('rows and dollars by account, then where they were written', () => {
  expect(summary()).toEqual([
    'f.csv: E*TRADE, portfolio download (CSV), 95 % sure, as of 2026-11-20',
    'Replaces the holdings of these accounts; others are untouched:',
    '',
    'Account  In the file  As of       Same  Changed  New  Gone     Before      After',
    'A-1      (not named)  2026-11-20     3        1    2     0  $1,000.00  ($250.50)',
    '',
    'Wrote book.xlsx: 3 rows same · 1 changed · 2 new · 0 gone',
  ]);
});

test('the largest moves only, and how many more there are', () => {
  const moves = Array.from({ length: 12 }, (_none, k) => ({ accountId: 'A-1', symbol: `S${k}`, quantityBefore: 1, quantityAfter: 2.5, dollarsBefore: 10, dollarsAfter: 25 }));
  const lines = summary({ moves });
  expect(lines).toContain('Largest moves (2 more):');
  expect(lines).toContain('  A-1 › S9  1  →  2.5  $10.00  →  $25.00');
  expect(lines.join('\n')).not.toContain('S10');
});

test('many accounts are added up', () => {
  const lines = summary({ accounts: Array.from({ length: 40 }, (_none, k) => ({ ...account, accountId: `A-${k}` })) });
  expect(lines.find((line) => line.startsWith('Total'))).toContain('and 10 more accounts');
});

test('issues come worst first, and one that stops says that nothing was written', () => {
  const issue = (severity: 'warn' | 'stop') => ({ code: 'I01', severity, message: severity, rows: 1 });
  expect(summary({ accounts: [] }, [issue('warn'), issue('stop')], null).slice(1)).toEqual([
    'stop  I01  Workbook  stop', 'warn  I01  Workbook  warn', 'Nothing was written: one thing stops the import.',
  ]);
  expect(summary({ accounts: [] }, [], null).at(-1)).toBe('Nothing was written (--dry-run).');
});

test('new securities, prices and transactions', () => {
  const prices = [{ symbol: 'VTI', before: 1, after: 2 }];
  expect(summary({ securities: { added: ['BND', 'GLD'], prices }, transactions: { same: 1, new: 2 } }).slice(6, 9)).toEqual([
    'Securities: 2 new (BND, GLD), which need an asset class', 'Prices: 1 new', 'Transactions: 2 new, 1 same',
  ]);
});
