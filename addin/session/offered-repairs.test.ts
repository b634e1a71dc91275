import { expect, test } from '@jest/globals';
import { proposeRepairs } from '../../shared/repairs/propose';
import { bookWith } from '../../shared/contract/example-book';
import { readTables } from '../../shared/contract/parse';
import { offeredRepairs } from './offered-repairs';

function offered(cells: Parameters<typeof bookWith>[0], code: string) {
  const content = bookWith(cells);
  const issues = readTables(content).issues.filter((issue) => issue.code === code);
  return offeredRepairs(issues, proposeRepairs(content, { asOf: '2026-11-20' })).map(({ way, cells: count, asks }) => [way, count, asks]);
}

test('one cell whose reading stays the same is done at once; more are shown first', () => {
  expect(offered({ 'Holdings!C2': '120' }, 'G06')).toEqual([['', 1, false]]);
  expect(offered({ 'Holdings!C2': '120', 'Holdings!C3': '410', 'Holdings!D2': '18240' }, 'G06')).toEqual([['', 3, true]]);
});

test('a figure is shown first, and several ways are several buttons', () => {
  expect(offered({ 'Models!D2': 70 }, 'G08')).toEqual([['', 1, true]]);
  expect(offered({ 'Holdings!E2': '03/04/2021' }, 'G09')).toEqual([['day', 1, true], ['month', 1, true]]);
});

test('what cannot be mended offers nothing', () => {
  expect(offered({ 'Securities!B2': '#N/A' }, 'G04')).toEqual([]);
});
