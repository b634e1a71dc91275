import { formats, readExport } from '../../../shared/imports';
import { textFile } from '../../../shared/imports/custodian-file';
import type { ImportMode } from '../../../shared/imports/into/holding-changes';
import type { ReadExport } from '../../../shared/imports/into/open-files';
import type { ImportPlan, PlannedFile } from '../../../shared/imports/into/plan-import';
import type { AccountPreview, Preview } from '../../../shared/imports/preview';
import { guessedColumns } from '../../../shared/imports/chosen-columns';
import { importIssue } from '../../../shared/imports/issues';
import type { Issue } from '../../../shared/issue';
import type { ImportState } from '../../session/import-state';
import type { SessionState } from '../../session/state';

const accountIds = Array.from({ length: 214 }, (_none, index) => `4471-${String(index).padStart(4, '0')}`);
const tally = { same: 6_902, changed: 1_180, new: 38, gone: 12, dollarsBefore: 41_204_300, dollarsAfter: 41_377_912 };
const account = (accountId: string, more: Partial<AccountPreview> = {}): AccountPreview => ({ accountId, fileAccounts: [accountId], files: ['positions.csv'], asOf: '2026-11-20', asOfBefore: '2026-11-19', custodianTotal: null, same: 30, changed: 6, new: 1, gone: 0, dollarsBefore: 190_000, dollarsAfter: 192_400, ...more });
const moves = ['VTI', 'BND', 'VXUS', 'CASH', 'AAPL', 'GLD', 'MSFT', 'BRK.B'].map((symbol, k) => ({ accountId: accountIds[k], symbol, quantityBefore: 420 - k, quantityAfter: 520.125, dollarsBefore: 121_800, dollarsAfter: 121_800 + (k % 2 === 0 ? 1 : -1) * 29_000 / (k + 1) }));
const nothing: Preview = { mode: 'replace', accounts: [], total: { same: 0, changed: 0, new: 0, gone: 0, dollarsBefore: 0, dollarsAfter: 0 }, moves: [], securities: { added: [], prices: [] }, transactions: { same: 0, new: 0 }, issues: [], writes: [] };
const whole: Preview = {
  ...nothing,
  accounts: accountIds.slice(0, 9).map((id, k) => account(id, k === 0 ? { gone: 12, same: 3 } : {})),
  total: tally,
  moves,
  securities: { added: ['GLD', 'IAU'], prices: moves.map(({ symbol }) => ({ symbol, before: 1, after: 2 })) },
  transactions: { same: 140, new: 12 },
  writes: [{ table: 'holdings', changed: [{ row: 2, cells: { quantity: 1 } }], added: [], gone: [] }],
};

interface Told {
  readonly name: string;
  readonly text: string;
  readonly more?: Partial<PlannedFile>;
}

/** An import of made-up files, as the session would tell it. */
function importing(step: ImportState['step'], files: readonly Told[], preview: Preview = nothing, issues: readonly Issue[] = [], cells = 0): ImportState {
  const planned = files.map(({ name, text, more }): PlannedFile => {
    const source = textFile(text, name);
    return { name, source, reading: readExport(source), matches: [], isKnown: false, ...more };
  });
  const edits = { edits: [{ sheet: 'Holdings', cells: Array.from({ length: cells }, (_none, k) => ({ row: k + 2, column: 3, value: 1, kind: 'number' as const })) }], sheets: [], issues: [] };
  const plan: ImportPlan = { files: planned, accountIds, preview, issues: [...planned.flatMap(({ reading }) => reading.issues), ...issues], edits, recipes: [], recipeRows: [] };
  const looks = planned.map(({ reading, source }) => ({
    title: reading.format && formats[reading.format].title,
    counts: [{ kind: 'position' as const, rows: reading.rows.filter(({ kind }) => kind === 'position').length }, { kind: 'cash' as const, rows: 1 }],
    tables: source && (reading.format ?? 'generic-table') === 'generic-table' ? guessedColumns(source) : [],
  }));
  return { step, plan, looks, files: planned.map((file, k): ReadExport => ({ ...file, file: file.name, sha256: String(k).repeat(64) })) };
}

const etrade: Told = {
  name: 'PortfolioDownload.csv',
  text: [
    'Account Summary', 'Account,Net Account Value', '"Brokerage -0093","$12,900.00"', '', 'View Summary - 1', 'Symbol,Date Added,Last Price $,Quantity,Total Gain $,Price Paid $,Value $',
    'VTI,03/04/2021,290,40,400,280,11600', 'CASH,,,,,,1300', 'TOTAL,,,,,,12900', '', 'Generated at 11/20/2026 04:15:09 PM ET',
  ].join('\n'),
  more: { matches: [{ fileAccount: '0093', accountId: '4471-0093', kind: 'last digits' }] },
};
const unknownAccount: Told = { ...etrade, name: 'Downloads of the new client, all accounts.csv', more: { matches: [{ fileAccount: '...5555' }, { fileAccount: '' }, { fileAccount: '4471-0001', accountId: '4471-0001', kind: 'exact' }] } };
const odd: Told = { name: 'week 47.csv', text: 'Account,Code,Pieces,Price,Remark\n4471-0001,VTI,10,290.00,core\n4471-0001,BND,5,73.00,\n' };
const guessed: Told = { name: 'adviser.csv', text: 'Account Number,Ticker,Shares,Mkt Val,Basis\n4471-0001,VTI,10,2900.00,2000.00\n4471-0001,BND,5,365.00,350.00\n', more: { matches: [{ fileAccount: '4471-0001', accountId: '4471-0001', kind: 'exact' }] } };
const hello: Told = { name: 'hello.csv', text: 'hello,world\n1,2\n' };

const warnings: readonly Issue[] = [
  importIssue('H07', { file: 'PortfolioDownload.csv', line: 7, column: 6 }, { message: '40 × 2.9 is not 11,600 in VTI of 4471-0093.', fix: 'Maybe the price is of another day.' }),
  importIssue('I24', { file: 'PortfolioDownload.csv' }, { message: '120 of BND were sold, and the file does not say of which lots; one row without a day takes their place.', fix: 'Maybe import the file of lots as well.', rowKey: '4471-0093 › BND' }),
  { ...importIssue('I26', {}, { message: 'Market value at Holdings!E3 and 2 more is a formula and stays as it is.' }), table: 'holdings', sheet: 'Holdings', cell: 'E3', rows: 3 },
];
const stop: Issue = { code: 'G02', severity: 'stop', rows: 1, table: 'holdings', sheet: 'Holdings', column: 'Quantity', message: 'The book has no column Quantity for holdings, so nothing can be imported.', fix: 'Add it, or start from a book that has the four sheets.' };
const inMode = (mode: ImportMode): Preview => ({ ...whole, mode });

/** Every state of an import that is no activity, by name. */
export const imports: Readonly<Record<string, ImportState>> = {
  'import: a file of a known layout': importing('look', [etrade]),
  'import: accounts that are not in the book': importing('look', [unknownAccount, etrade]),
  'import: columns that were guessed': importing('look', [guessed]),
  'import: columns that cannot be told': importing('look', [odd]),
  'import: a file nobody knows': importing('look', [hello, etrade]),
  'import: preview': importing('preview', [etrade], whole, [], 40),
  'import: preview with warnings': importing('preview', [unknownAccount], inMode('update'), warnings, 40),
  'import: nothing would change': importing('preview', [etrade], { ...nothing, accounts: [account('4471-0093', { changed: 0, new: 0 })], total: { ...nothing.total, same: 31, dollarsBefore: 192_400, dollarsAfter: 192_400 } }),
  'import: stopped by the book': importing('preview', [etrade], nothing, [stop]),
  'import: a large write': importing('preview', [etrade], whole, [], 26_000),
};

/** The same as states of the session, and the activities of an import. */
export function importStories(ready: SessionState): Record<string, { readonly tab: 'data'; readonly state: SessionState }> {
  const told = (more: Partial<SessionState>) => ({ tab: 'data' as const, state: { ...ready, ...more } });
  return {
    ...Object.fromEntries(Object.entries(imports).map(([name, one]) => [name, told({ importing: one })])),
    'import: reading': told({ activity: { kind: 'reading', then: 'import' } }),
    'import: comparing': told({ activity: { kind: 'checking', then: 'import' } }),
    'import: comparing again': told({ importing: imports['import: preview'], activity: { kind: 'checking', then: 'import' } }),
    'import: writing': told({ importing: imports['import: preview'], activity: { kind: 'writing', done: 3, total: 8, then: 'import' } }),
    'import: the workbook has changed': told({ importing: imports['import: preview'], notice: { intent: 'warning', text: 'The workbook has changed since you looked. Nothing was written; look at the preview again, then apply.' } }),
    'import: done': told({ inputsChanged: true, notice: { intent: 'success', text: 'Imported 2 files: 1,180 rows changed, 38 new, 12 gone. Check the data before you run.' } }),
  };
}
