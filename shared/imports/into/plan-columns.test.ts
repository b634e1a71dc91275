import { expect, test } from '@jest/globals';
import { definitionOf } from '../../contract';
import { inputSheet } from '../../sample/input-sheet';
import { MemoryWorkbook } from '../../workbook/memory';
import { applyImport } from './apply-import';
import { filesOnce, readFile, type ReadExport } from './open-files';
import { planImport } from './plan-import';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const moment = { now: new Date('2026-11-20T14:31:00Z'), today: '2026-11-20' };

async function book(): Promise<MemoryWorkbook> {
  const workbook = new MemoryWorkbook();
  await workbook.write([inputSheet(definitionOf('accounts'), [{ accountId: 'A-1' }, { accountId: 'A-2' }]), inputSheet(definitionOf('holdings'), []), inputSheet(definitionOf('securities'), [])]);
  return workbook;
}

/** A layout that nobody described, and whose Pieces nobody could guess. */
const odd = (account: string, pieces: number): Promise<ReadExport[]> => readFile(bytes(`Account,Code,Pieces,Price\n${account},VTI,${pieces},290\n${account},BND,5,73\n`), `${account}.csv`);
const chosen = [{ header: 'Code', field: 'symbol' }, { header: 'Pieces', field: 'quantity' }] as const;

test('columns that were chosen are remembered by the shape of the file, and so are its accounts', async () => {
  const workbook = await book();
  const [file] = await odd('X', 10);
  const blind = await planImport(workbook, [file]);
  expect(blind.files[0]).toMatchObject({ isKnown: false, matches: [] });
  expect(blind.issues.map(({ code, severity }) => [code, severity])).toContainEqual(['I01', 'stop']);
  const seen = await planImport(workbook, [{ ...file, columns: chosen, accounts: { X: 'A-1' } }]);
  expect(seen.files[0]).toMatchObject({ reading: { format: 'generic-table' }, matches: [{ fileAccount: 'X', accountId: 'A-1', kind: 'named' }] });
  expect(seen.preview.total).toMatchObject({ new: 2 });
  await applyImport(workbook, seen, { ...moment, files: filesOnce([file]) });
  const next = await planImport(workbook, await odd('X', 12));
  expect(next.files[0]).toMatchObject({ isKnown: true, columns: chosen, matches: [{ accountId: 'A-1', kind: 'used before' }] });
  expect(next.preview.total).toMatchObject({ same: 1, changed: 1, new: 0, gone: 0 });
});

test('accounts are chosen for each file: two that name none need not be the same', async () => {
  const nameless = async (symbol: string): Promise<ReadExport[]> => readFile(bytes(`Symbol,Quantity,Price,Market value\n${symbol},10,290,2900\n${symbol}X,5,10,50\n`), `${symbol}.csv`);
  const [one, other] = [...(await nameless('VTI')), ...(await nameless('BND'))];
  const { preview, issues } = await planImport(await book(), [{ ...one, accounts: { '': 'A-1' } }, { ...other, accounts: { '': 'A-2' } }]);
  expect(preview.accounts.map(({ accountId, files }) => [accountId, files])).toEqual([['A-1', ['VTI.csv']], ['A-2', ['BND.csv']]]);
  expect(issues.map(({ code }) => code)).not.toContain('I20');
});

test('an archive counts once in the audit trail', () => {
  expect(filesOnce([{ file: 'a.zip', sha256: '1' }, { file: 'a.zip', sha256: '1' }, { file: 'a.zip', sha256: '2' }])).toEqual([{ name: 'a.zip', sha256: '1' }, { name: 'a.zip', sha256: '2' }]);
});

test('a file that cannot be opened says why', async () => {
  expect(await readFile(new Uint8Array(), 'empty.csv')).toMatchObject([{ name: 'empty.csv', reading: { rows: [], issues: [{ code: 'I01', severity: 'stop' }] } }]);
});
