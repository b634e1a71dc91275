import { readFileSync, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { definitionOf } from '../../contract';
import { inputSheet } from '../../sample/input-sheet';
import { MemoryWorkbook } from '../../workbook/memory';
import { readExport } from '..';
import { openExport } from '../open';
import { applyImport } from './apply-import';
import { planImport, type ReadFile } from './plan-import';

/** Whatever custodian a file is from: it goes into a book, and the second time there is nothing left to do. */
const imports = join(__dirname, '..');
const fixtures = readdirSync(imports, { recursive: true, encoding: 'utf8' }).filter((path) => /fixtures\/.+\/[^/]+\.\w+$/.test(path) && !path.endsWith('.ts'));
const moment = { files: [{ name: 'f', sha256: 'a'.repeat(64) }], now: new Date('2026-11-20T14:31:00Z'), today: '2026-11-20' };

async function read(path: string): Promise<ReadFile[]> {
  const { files } = await openExport(readFileSync(join(imports, path)), basename(path));
  return files.map((file) => ({ name: file.name ?? path, reading: readExport(file) }));
}

async function emptyBook(accountIds: readonly string[]): Promise<MemoryWorkbook> {
  const workbook = new MemoryWorkbook();
  const none = [{ accountId: 'OTHER', symbol: 'VTI', quantity: 1, costBasis: 1, acquired: '2020-01-02', lotId: 'L', marketValue: 1, asOf: '2020-01-02', source: 's', covered: 'Covered' }];
  await workbook.write([
    inputSheet(definitionOf('accounts'), ['OTHER', ...accountIds].map((accountId) => ({ accountId }))),
    inputSheet(definitionOf('holdings'), none),
    inputSheet(definitionOf('securities'), [{ symbol: 'VTI', price: 1, currency: 'USD', priceDate: '1990-01-02', name: 'n', type: 'ETF', cusip: '1', tradable: 'Yes' }]),
  ]);
  return workbook;
}

test.each(fixtures)('%s', async (path) => {
  const files = await read(path);
  const spelled = [...new Set(files.flatMap(({ reading }) => reading.rows.map(({ account }) => account ?? '')))];
  const accounts = Object.fromEntries(spelled.map((account, k) => [account, `BOOK-${k}`]));
  const workbook = await emptyBook(Object.values(accounts));
  const first = await planImport(workbook, files, { accounts });
  expect(first.issues.filter(({ severity }) => severity === 'stop')).toEqual([]);
  await applyImport(workbook, first, moment);
  const second = await planImport(workbook, files, { accounts });
  expect(second.preview.total).toMatchObject({ changed: 0, new: 0, gone: 0, same: first.preview.total.new });
  expect(second.preview.transactions.new).toBe(0);
  expect(second.edits.edits).toEqual([]);
  const { regions } = await workbook.read(({ table }) => table === 'rb_Holdings');
  expect(regions[0].values[1]).toEqual(['OTHER', 'VTI', 1, 1, 43_832, 'L', 1, 'Covered', 43_832, 's']);
});
