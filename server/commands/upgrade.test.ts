import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { readTables } from '../../shared/contract/parse';
import { newXlsx, openXlsx, type XlsxWorkbook } from '../xlsx';
import { filesIn, inFolder, rebal } from './fixtures/terminal';
import { refusedInOneLine } from './fixtures/refusal';
import type { SheetContent } from '../../shared/workbook/port';
import { sampleBytes } from './sample';

const substitutes: SheetContent = {
  sheet: 'Substitutes', table: 'rb_Substitutes', frozenColumns: 0, tabColor: '#2E75B6',
  columns: ['For', 'Substitute', 'Hurdle %'].map((header, index) => ({ header, kind: index < 2 ? 'text' as const : 'number' as const, format: index < 2 ? '@' : '0.00%', width: 12 })),
  rows: [['VTI', 'ITOT', 0.0025]],
};

/** A workbook as version 0.9 had it. */
async function oldBook(folder: string, version: string): Promise<string> {
  const workbook = await openXlsx(await sampleBytes(7, 1, '2026-11-20'));
  await workbook.write([substitutes]);
  await workbook.writeNamed('rb_Contract', version);
  const path = join(folder, 'old.xlsx');
  writeFileSync(path, await workbook.save());
  return path;
}

const opened = (path: string): Promise<XlsxWorkbook> => openXlsx(new Uint8Array(readFileSync(path)));
const all = (): boolean => true;

test('a copy follows our version: headers, units and the named cell; the original is as it was', async () => {
  await inFolder(async (folder) => {
    const book = await oldBook(folder, '0.9');
    const before = filesIn(folder);
    const out = join(folder, 'new.xlsx');
    const { status, out: said } = await rebal('upgrade', book, '--out', out);
    expect({ status, lines: said.trimEnd().split('\n').length }).toEqual({ status: 0, lines: 2 });
    expect(filesIn(folder)).toMatchObject(before);
    const content = await (await opened(out)).read(all);
    expect(content.names.rb_Contract).toBe('1.0');
    expect(content.regions.find(({ table }) => table === 'rb_Substitutes')?.values).toEqual([['For', 'Substitute', 'Hurdle'], ['VTI', 'ITOT', 25]]);
    const [old, upgraded] = [readTables(await (await opened(book)).read(all)), readTables(content)];
    expect(upgraded.tables).toEqual(old.tables);
    expect([old, upgraded].map(({ issues }) => issues.some(({ code }) => code === 'G20'))).toEqual([true, false]);
    expect(await refusedInOneLine(folder, 'upgrade', out, '--out', join(folder, 'again.xlsx'))).toContain('already');
  });
});

test('another version, another file and formulas are refused', async () => {
  await inFolder(async (folder) => {
    const book = await oldBook(folder, '1.7');
    const out = join(folder, 'new.xlsx');
    expect(await refusedInOneLine(folder, 'upgrade', book, '--out', out)).toContain('follows version 1.7');
    expect(await refusedInOneLine(folder, 'upgrade', book, '--out', book)).toContain('named twice');
    expect((await rebal('check', book)).out).toMatch(/^stop +G20 /);
  });
});

test('a name that is not there is not written', async () => {
  const workbook = newXlsx();
  await workbook.write([substitutes]);
  expect(await workbook.writeNamed('rb_Contract', '1.0')).toBe(false);
});
