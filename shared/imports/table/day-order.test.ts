import { textFile } from '../custodian-file';
import { importRow, type Contents } from '../format';
import { importIssue } from '../issues';
import { complainOfDayOrder, complainOfFuture } from './day-order';

const contents = (more: Partial<Contents>): Contents => ({ rows: [], issues: [], ...more });
const issuesOf = (days: readonly string[], more: Partial<Contents> = {}) =>
  complainOfDayOrder(textFile(days.join('\n'), 'a.csv'), contents({ rows: days.map((_day, k) => importRow('lot', k + 1)), ...more }));

test('a day that can only have its day first makes the others doubtful', () => {
  expect(issuesOf(['3/4/2026', '15/04/2026'])).toEqual([expect.objectContaining({
    code: 'I10', severity: 'warn', cell: 'A1', found: '3/4/2026',
    message: '“15/04/2026” on line 2 has its day before its month, so days like “3/4/2026” on line 1 may have the two exchanged.', fix: expect.stringMatching(/^Maybe /) as string,
  })]);
});

test.each([
  ['another can only have its month first', ['3/4/2026', '15/04/2026', '04/15/2026']],
  ['the others are the same either way', ['4/4/2026', '15/04/2026', '2026-03-04', '04-Mar-2026']],
  ['no day shows an order', ['3/4/2026', '5/6/2026']],
])('not where %s', (_what, days) => expect(issuesOf(days)).toEqual([]));

test('not of rows that are left out, nor twice', () => {
  expect(issuesOf(['3/4/2026', '15/04/2026'], { rows: [importRow('lot', 1), importRow('skip', 2)] })).toEqual([]);
  expect(issuesOf(['3/4/2026', '15/04/2026'], { issues: [importIssue('I10', {}, { message: 'x' })] })).toEqual([]);
});

test('a day long after that of the file', () => {
  const rows = ['2026-04-03', '2026-11-03'].map((acquired, k) => importRow('lot', k + 3, { acquired, symbol: 'VTI', account: 'A' }));
  expect(complainOfFuture(textFile('', 'a.csv'), contents({ rows, asOf: '2026-03-31' }))).toMatchObject([{ code: 'I10', cell: 'A4', rowKey: 'VTI', accounts: ['A'], found: '2026-11-03' }]);
  expect(complainOfFuture(textFile('', 'a.csv'), contents({ rows }))).toEqual([]);
});
