import { expect, test } from '@jest/globals';
import { formatIssue, severities, type Issue } from './issue';

const issue: Issue = { code: 'H04', severity: 'warn', sheet: 'Holdings', cell: 'D7', message: 'Cost basis is "n/a".', rows: 1 };

test('says where, what, and the way out, in one line', () => {
  expect(formatIssue({ ...issue, fix: 'Maybe it is unknown.' })).toBe('warn  H04  Holdings!D7  Cost basis is "n/a".  Maybe it is unknown.');
});

test('counts the rows that show it', () => {
  expect(formatIssue({ ...issue, rows: 12 })).toBe('warn  H04  Holdings!D7  Cost basis is "n/a". (12 rows)');
});

test('a file has lines where a workbook has cells, and an issue of the whole has neither', () => {
  expect(formatIssue({ ...issue, sheet: 'book.rebal', cell: 'line 88' })).toContain('  book.rebal line 88  ');
  expect(formatIssue({ ...issue, cell: undefined })).toContain('  Holdings  ');
  expect(formatIssue({ ...issue, sheet: undefined, cell: undefined })).toContain('  Workbook  ');
});

test('columns stand below each other whatever the severity', () => {
  expect(new Set(severities.map((severity) => formatIssue({ ...issue, severity }).indexOf('H04'))).size).toBe(1);
});
