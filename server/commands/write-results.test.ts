import { expect, test } from '@jest/globals';
import { createHash } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { readAudit } from '../../shared/sheets/read-audit';
import { runResult } from '../../shared/sheets/test-result';
import { openXlsx } from '../xlsx';
import { asOf, inFolder, writeBook } from './fixtures/terminal';
import { openBook } from './open-book';
import { isLinesFile, writeResults } from './write-results';

const result = runResult(3);

test.each([['run.jsonl', true], ['RUN.JSONL.GZ', true], ['run.ndjson', true], ['book.rebal.gz', true], ['run.json', false], ['run.xlsx', false], ['jsonl', false]])('%s holds lines: %s', (name, isLines) => expect(isLinesFile(name)).toBe(isLines));

test('a copy of the workbook gets the sheets, and the record names the book with its digest', async () => {
  await inFolder(async (folder) => {
    const [book, out, json] = [await writeBook(folder), join(folder, 'out.xlsx'), join(folder, 'run.json')];
    const before = readFileSync(book);
    expect(await writeResults(book, await openBook(book, asOf), result, 7, { out, json })).toEqual([out, json]);
    const { regions } = await (await openXlsx(readFileSync(out))).read(() => true);
    expect(regions.map(({ table }) => table)).toEqual(expect.arrayContaining(['rb_Accounts', 'rb_Trades', 'rb_Scores']));
    expect(readAudit(regions.find(({ table }) => table === 'rb_Audit'))[0].fileAndSha256).toBe(`book.xlsx ${createHash('sha256').update(before).digest('hex')}`);
    expect(JSON.parse(readFileSync(json, 'utf8'))).toMatchObject({ run: { id: result.run.id } });
    expect(readFileSync(book).equals(before)).toBe(true);
  });
});

test('lines are written where lines are asked for', async () => {
  await inFolder(async (folder) => {
    const [book, out] = [await writeBook(folder), join(folder, 'out.jsonl')];
    expect(await writeResults(book, await openBook(book, asOf), result, 7, { out })).toEqual([out]);
    const lines = readFileSync(out, 'utf8').trimEnd().split('\n').map((line) => JSON.parse(line) as object);
    expect(lines.filter((line) => 'trades' in line)).toHaveLength(result.trades.length);
  });
});

test('nothing is written where no place is named', async () => {
  await inFolder(async (folder) => {
    const book = await writeBook(folder);
    expect(await writeResults(book, await openBook(book, asOf), result, 7, {})).toEqual([]);
    expect(readdirSync(folder)).toEqual(['book.xlsx']);
  });
});
