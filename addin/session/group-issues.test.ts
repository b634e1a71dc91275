import { describe, expect, it } from '@jest/globals';
import type { Issue } from '../../shared/issue';
import { groupIssues, skippedAccounts } from './group-issues';

const issue = (code: string, severity: Issue['severity'], more: Partial<Issue> = {}): Issue => ({
  code,
  severity,
  message: `${code} at ${more.cell ?? ''}`,
  rows: 1,
  ...more,
});

describe('issues by cause', () => {
  it('are grouped by check, worst first, then by rows', () => {
    const groups = groupIssues([
      issue('X01', 'warn'),
      issue('H04', 'skip', { cell: 'D7', rows: 3, accounts: ['A', 'B'] }),
      issue('M01', 'stop'),
      issue('H04', 'skip', { cell: 'D9', accounts: ['B'] }),
      issue('H01', 'skip', { rows: 9 }),
    ]);
    expect(groups.map(({ code, rows, accounts, first }) => [code, rows, accounts, first.cell])).toEqual([
      ['M01', 1, 0, undefined],
      ['H01', 9, 0, undefined],
      ['H04', 4, 2, 'D7'],
      ['X01', 1, 0, undefined],
    ]);
  });

  it('name each skipped account once, and none for milder issues', () => {
    expect(
      skippedAccounts([
        issue('H04', 'skip', { accounts: ['A', 'B'] }),
        issue('S01', 'skip', { accounts: ['B'] }),
        issue('S02', 'warn', { accounts: ['C'] }),
      ]),
    ).toEqual(['A', 'B']);
  });
});
