import { expect, test } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { severities } from '../../shared/issue';
import { openXlsx } from '../xlsx';
import { CommandError } from './command-error';
import { asOf, inFolder, writeBook } from './fixtures/terminal';
import { allIssues, checkDay, readBook, today } from './read-book';
import { sampleBytes } from './sample';

test("the day is the option's, else the workbook's, else today", async () => {
  const named = await openXlsx(await sampleBytes(1, 1, asOf));
  expect((await readBook(named, '2026-11-19', '2030-01-01')).asOf).toBe('2026-11-19');
  expect((await readBook(named, undefined, '2030-01-01')).asOf).toBe(asOf);
  await inFolder(async (folder) => {
    const unnamed = await openXlsx(readFileSync(await writeBook(folder)));
    expect((await readBook(unnamed, undefined, '2030-01-01')).asOf).toBe('2030-01-01');
  });
});

test('only a day of the calendar is a day', () => {
  for (const day of ['2026-11-20', '2024-02-29']) expect(() => checkDay(day, asOf)).not.toThrow();
  for (const none of ['', '2026-02-29', '20261120', '2026-1-2', '11/20/2026', 'today'])
    expect(() => checkDay(none, asOf)).toThrow(CommandError);
});

test('issues come worst first', async () => {
  const issues = allIssues(await readBook(await openXlsx(await sampleBytes(50, 2, asOf)), undefined, asOf));
  const ranks = issues.map(({ severity }) => severities.indexOf(severity));
  expect(ranks.length).toBeGreaterThan(5);
  expect(ranks).toEqual([...ranks].sort());
});

test('today is the day of the clock on the wall, not of Greenwich', () => {
  expect(today(new Date(2026, 0, 5, 0, 30))).toBe('2026-01-05');
  expect(today(new Date(2026, 10, 20, 23, 59))).toBe('2026-11-20');
});
