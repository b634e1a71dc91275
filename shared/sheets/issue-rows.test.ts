import { describe, expect, it } from '@jest/globals';
import type { Issue } from '../issue';
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
    expect(issueRows([issue])).toEqual([
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
        firstSeen: null,
      },
    ]);
  });

  it('offer the corrected value before the hint', () => {
    expect(issueRows([{ ...issue, suggested: 0.42 }])[0].suggested).toBe('0.42');
  });

  it('are the same problem after their first cell has moved, and another in another column', () => {
    expect(issueKey('G08', 'Models', 'Target %')).toBe(issueKey('G08', 'Models', 'Target %'));
    expect(issueKey('G08', 'Models', 'Target %')).not.toBe(issueKey('G08', 'Models', 'Max'));
  });
});
