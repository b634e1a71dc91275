import type { Issue } from '../../shared/issue';
import { dataIssueRows } from './data-issue-rows';

const issue = (severity: Issue['severity'], code: string, more: Partial<Issue> = {}): Issue => ({ severity, code, message: code, rows: 1, ...more });

test('the worst come first, then by code, then as found', () => {
  const rows = dataIssueRows([issue('info', 'A1'), issue('skip', 'B2', { cell: 'D9' }), issue('warn', 'A1'), issue('skip', 'B2', { cell: 'D2' }), issue('stop', 'Z9'), issue('skip', 'B1')]);
  expect(rows.map(({ severity, code, cell }) => [severity, code, cell])).toEqual([
    ['Stop', 'Z9', null], ['Skip', 'B1', null], ['Skip', 'B2', 'D9'], ['Skip', 'B2', 'D2'], ['Warn', 'A1', null], ['Info', 'A1', null],
  ]);
});

test('the value to write wins over the words, zero included', () => {
  const suggested = (more: Partial<Issue>) => dataIssueRows([issue('warn', 'A', more)])[0].suggested;
  expect(suggested({ suggested: 0, fix: 'Maybe zero.' })).toBe('0');
  expect(suggested({ fix: 'Maybe zero.' })).toBe('Maybe zero.');
  expect(suggested({})).toBeNull();
});
