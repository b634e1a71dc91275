import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { definitionOf } from '../../contract';
import { inputSheet, type InputRow } from '../../sample/input-sheet';
import { auditSheet } from '../../sheets';
import { verifyAudit } from '../../sheets/audit-chain';
import { readAudit } from '../../sheets/read-audit';
import { MemoryWorkbook } from '../../workbook/memory';
import type { Cell } from '../../workbook/port';
import { readExport, type Reading } from '..';
import { textFile } from '../custodian-file';
import { importRow, type ImportRow } from '../format';
import { applyImport } from './apply-import';
import { planImport, type ImportOptions } from './plan-import';

const moment = { files: [{ name: 'f.csv', sha256: 'ab'.repeat(32) }], now: new Date('2026-11-20T14:31:00Z'), today: '2026-11-20' };

async function book(holdings: readonly InputRow[] = [{ accountId: 'A-1', symbol: 'VTI', quantity: 10, costBasis: 2000, acquired: '2020-01-02', asOf: '2026-11-19', source: 'old.csv' }]): Promise<MemoryWorkbook> {
  const workbook = new MemoryWorkbook();
  await workbook.write([
    inputSheet(definitionOf('accounts'), [{ accountId: 'A-1' }, { accountId: 'A-2' }]),
    inputSheet(definitionOf('holdings'), holdings),
    inputSheet(definitionOf('securities'), [{ symbol: 'VTI', price: 290 }]),
  ]);
  return workbook;
}

const row = (known: Partial<ImportRow> & Pick<ImportRow, 'kind'>): ImportRow => importRow(known.kind, 4, { account: 'A-1', symbol: 'VTI', ...known });
const lot = (known: Partial<ImportRow> = {}): ImportRow => row({ kind: 'lot', quantity: 10, costBasis: 2000, acquired: '2020-01-02', price: 290, ...known });
const reading = (rows: ImportRow[], more: Partial<Reading> = {}): Reading => ({ format: 'etrade-portfolio', confidence: 1, asOf: '2026-11-20', rows, issues: [], ...more });
const plan = (workbook: MemoryWorkbook, rows: ImportRow[], options: ImportOptions = {}) => planImport(workbook, [{ name: 'f.csv', reading: reading(rows) }], options);
const codes = async (...asked: Parameters<typeof plan>) => (await plan(...asked)).issues.map(({ code }) => code);

async function cellsOf(workbook: MemoryWorkbook, table: string): Promise<readonly (readonly Cell[])[]> {
  return (await workbook.read((region) => region.table === table)).regions[0]?.values ?? [];
}

test('a plan that is applied writes cells, recipes and a line of the audit trail; again it finds nothing to do', async () => {
  const workbook = await book();
  const rows = [lot({ quantity: 12, costBasis: 2500 }), lot({ symbol: 'BND', quantity: 3, costBasis: 210, price: 70 })];
  const first = await plan(workbook, rows);
  expect(first.preview.total).toMatchObject({ changed: 1, new: 1, gone: 0 });
  await applyImport(workbook, first, moment);
  expect((await cellsOf(workbook, 'rb_Holdings')).slice(1)).toEqual([
    ['A-1', 'VTI', 12, 2500, 43_832, 46_346, 'f.csv'],
    ['A-1', 'BND', 3, 210, 43_832, 46_346, 'f.csv'],
  ]);
  const second = await plan(workbook, rows);
  expect(second.edits).toEqual({ edits: [], sheets: [], issues: [] });
  await applyImport(workbook, second, moment);
  const audit = readAudit((await workbook.read(({ table }) => table === auditSheet.table)).regions[0]);
  expect(audit.map(({ action, changedSinceLastRun, note }) => [action, changedSinceLastRun, note])).toEqual([
    ['Import', 'holdings 2 rows, prices 0, securities 1, transactions 0', 'Replaced the accounts’ holdings: 0 rows same, 1 changed, 1 new, 0 gone; $2,900.00 before, $3,690.00 after.'],
    ['Import', 'holdings 0 rows, prices 0, securities 0, transactions 0', 'Replaced the accounts’ holdings: 2 rows same, 0 changed, 0 new, 0 gone; $3,690.00 before, $3,690.00 after.'],
  ]);
  expect(verifyAudit(audit)).toBeUndefined();
});

test('the recipe answers the next time: accounts, and how to apply', async () => {
  const workbook = await book();
  const asked = { accounts: { 'Joint': 'A-2' }, mode: 'update' } as const;
  expect(await codes(workbook, [lot({ account: 'Joint' })])).toEqual(['I20']);
  await applyImport(workbook, await plan(workbook, [lot({ account: 'Joint' })], asked), moment);
  const next = await plan(workbook, [lot({ account: 'Joint', quantity: 11 })]);
  expect(next.preview).toMatchObject({ mode: 'update', accounts: [{ accountId: 'A-2', changed: 1 }] });
  expect(next.issues).toEqual([]);
  await applyImport(workbook, await plan(workbook, [lot()]), moment);
  expect((await plan(workbook, [lot({ account: 'Joint' })])).preview.accounts).toMatchObject([{ accountId: 'A-2' }]);
});

test('a file that says less than the last of its kind is said', async () => {
  const workbook = await book();
  await applyImport(workbook, await plan(workbook, [lot()]), moment);
  const [issue] = (await plan(workbook, [lot({ costBasis: null })])).issues;
  expect(issue).toMatchObject({ code: 'I31', severity: 'warn', message: 'f.csv has no cost basis, which the last file of its kind had; what the book has of it stays.' });
});

test('a file without an account is complete once the user names it', async () => {
  const workbook = await book();
  const issues = [{ code: 'I03', severity: 'skip' as const, message: 'The file names no account.', rows: 1 }];
  const files = [{ name: 'f.csv', reading: reading([lot({ account: null })], { issues }) }];
  expect((await planImport(workbook, files)).issues.map(({ code }) => code)).toEqual(['I03', 'I20']);
  expect((await planImport(workbook, files, { accounts: { '': 'A-1' } })).issues).toEqual([]);
});

test('a formula of the book stays, and is said', async () => {
  const workbook = new MemoryWorkbook({ regions: (await (await book()).read(() => true)).regions }, { Securities: ['B2'] });
  const prices = await plan(workbook, [lot({ price: 295 })]);
  expect(prices.issues).toMatchObject([{ code: 'I26', sheet: 'Securities', cell: 'B2' }]);
  await applyImport(workbook, prices, moment);
  expect((await cellsOf(workbook, 'rb_Securities'))[1]).toEqual(['VTI', 290, null]);
});

test('an unknown file stops the import, and a stopped import cannot be applied', async () => {
  const workbook = await book();
  const stopped = await planImport(workbook, [{ name: 'x', reading: { confidence: 0, rows: [], issues: [{ code: 'I01', severity: 'stop', message: 'x has no layout that we know.', rows: 1 }] } }]);
  expect(stopped.issues).toMatchObject([{ code: 'I01', severity: 'stop' }]);
  await expect(applyImport(workbook, stopped, moment)).rejects.toThrow('stops');
});

test('a workbook without Accounts, or whose Holdings lack a column that rows need, is refused', async () => {
  expect((await plan(new MemoryWorkbook(), [lot()])).issues.filter(({ severity }) => severity === 'stop').map(({ column }) => column)).toEqual(['Account ID']);
  const narrow = new MemoryWorkbook({ regions: [
    { sheet: 'Accounts', top: 1, left: 1, values: [['Account ID'], ['A-1']] },
    { sheet: 'Holdings', top: 1, left: 1, values: [['Account ID', 'Symbol'], ['A-1', 'VTI']] },
  ] });
  expect((await plan(narrow, [lot()])).issues.filter(({ severity }) => severity === 'stop').map(({ column }) => column)).toEqual(['Quantity']);
});

test('what is wrong with many lots of a position is said once', async () => {
  const workbook = await book();
  const foreign = (quantity: number) => lot({ symbol: 'ENB', quantity, currency: 'CAD', acquired: `2020-01-0${quantity}` });
  const { issues } = await plan(workbook, [foreign(1), foreign(2), foreign(3)]);
  expect(issues.filter(({ code }) => code === 'I28').map(({ rows }) => rows)).toEqual([3]);
});

test('text of a file never becomes a formula', async () => {
  const workbook = await book();
  await applyImport(workbook, await plan(workbook, [lot({ symbol: '=HYPERLINK("x")', description: '+cmd' })]), moment);
  expect((await cellsOf(workbook, 'rb_Holdings')).at(-1)?.[1]).toBe('=HYPERLINK("x")');
});

test('a download that was cut off anywhere neither throws nor touches other accounts, and what it says again is the same', async () => {
  const text = readFileSync(join(__dirname, '../etrade/fixtures/portfolio/lots-custom-view.csv'), 'utf8');
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 0, max: text.length }), async (end) => {
      const workbook = await book([{ accountId: 'A-1', symbol: 'VTI', quantity: 1 }, { accountId: 'A-2', symbol: 'ORLN', quantity: 5 }]);
      const files = [{ name: 'cut.csv', reading: readExport(textFile(text.slice(0, end), 'cut.csv')) }];
      const first = await planImport(workbook, files, { accounts: { 7781: 'A-1', '': 'A-1' } });
      if (first.issues.some(({ severity }) => severity === 'stop')) return;
      await applyImport(workbook, first, moment);
      expect((await cellsOf(workbook, 'rb_Holdings')).filter(([account]) => account === 'A-2')).toHaveLength(1);
      expect((await planImport(workbook, files, { accounts: { 7781: 'A-1', '': 'A-1' } })).edits.edits).toEqual([]);
    }),
    { numRuns: 40 },
  );
});
