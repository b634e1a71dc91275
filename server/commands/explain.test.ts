import { expect, test } from '@jest/globals';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { bookLines } from '../../shared/book-file/book-lines';
import { sampleTables } from '../../shared/sample/sample-book';
import { openXlsx } from '../xlsx';
import { explain } from './explain';
import { asOf, inFolder, writeBook } from './fixtures/terminal';

const account = '5530-2217';

test('says what holds for an account, by section, marks what somebody set, and names its cell', async () => {
  await inFolder(async (folder) => {
    const said = await explain(await writeBook(folder), { account, asOf });
    expect(said[0]).toBe(`Account ${account} as of ${asOf} (* set by somebody, not built in)`);
    const sections = said.filter((_, k) => k > 0 && said[k - 1] === '');
    expect(sections).toEqual(expect.arrayContaining(['Account', 'Settings', 'Restrictions', 'Tax']));
    expect(said.some((line) => /^ {2}\* .*NVDA.*Restrictions!/.test(line))).toBe(true);
    expect(said.every((line) => line === line.trimEnd())).toBe(true);
  });
});

test('as JSON the lines are whole', async () => {
  await inFolder(async (folder) => {
    const [text] = await explain(await writeBook(folder), { account, asOf, json: true });
    const { lines } = JSON.parse(text) as { lines: { section: string; changed: boolean }[] };
    expect(lines.some(({ section, changed }) => section === 'Settings' && changed)).toBe(true);
    expect(lines.some(({ section, changed }) => section === 'Settings' && !changed)).toBe(true);
  });
});

test('a workbook gets a sheet, and a book file a workbook of its own', async () => {
  await inFolder(async (folder) => {
    const [file, one, two] = ['book.rebal', 'one.xlsx', 'two.xlsx'].map((name) => join(folder, name));
    writeFileSync(file, [...bookLines({ tables: sampleTables({ asOf }), asOf })].join('\n'));
    expect((await explain(await writeBook(folder), { account, asOf, out: one })).at(-1)).toBe(`Wrote ${one}`);
    await explain(file, { account, out: two });
    const sheets = async (path: string) => (await (await openXlsx(readFileSync(path))).read(() => true)).regions.map(({ sheet }) => sheet);
    expect((await sheets(one)).length).toBeGreaterThan(5);
    expect(await sheets(two)).toEqual(['Effective settings']);
  });
});

test('an account that is not there is said in a sentence', async () => {
  await inFolder(async (folder) => {
    await expect(explain(await writeBook(folder), { account: '5530-9999', asOf })).rejects.toThrow('--account names "5530-9999", which is not in Accounts.');
  });
});
