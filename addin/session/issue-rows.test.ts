import { describe, expect, it } from '@jest/globals';
import type { Issue } from '../../shared/issue';
import { issueKey, issueRows } from './issue-rows';

const issue: Issue = {
  code: 'G08',
  severity: 'warn',
  sheet: 'Models',
  cell: 'C4',
  column: 'Target %',
  found: '42',
  message: 'Target % has values like 42.',
  fix: 'Change 12 cells to 42%?',
  rows: 12,
};

describe('issues on the Data issues sheet', () => {
  it('say what is wrong, where, and the way out', () => {
    expect(issueRows([issue], '2026-11-20')).toEqual([
      {
        severity: 'Warn',
        sheet: 'Models',
        cell: 'C4',
        rowKey: null,
        column: 'Target %',
        found: '42',
        problem: 'Target % has values like 42.',
        suggested: 'Change 12 cells to 42%?',
        apply: false,
        rowsAffected: 12,
        code: 'G08',
        firstSeen: '2026-11-20',
      },
    ]);
  });

  it('offer the corrected value before the hint', () => {
    expect(issueRows([{ ...issue, suggested: 0.42 }], '2026-11-20')[0].suggested).toBe('0.42');
  });

  it('remember when a problem was first seen, also after its first cell has moved', () => {
    const seen = new Map([[issueKey('G08', 'Models', 'Target %'), '2026-11-02']]);
    expect(
      issueRows(
        [
          { ...issue, cell: 'C9' },
          { ...issue, column: 'Max' },
        ],
        '2026-11-20',
        seen,
      ).map(({ firstSeen }) => firstSeen),
    ).toEqual(['2026-11-02', '2026-11-20']);
  });
});
