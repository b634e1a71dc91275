import { soundTables } from '../../shared/checks/examples';
import type { Tables } from '../../shared/contract';
import type { Issue } from '../../shared/issue';
import { doubtedIn, doubtfulRows } from './doubtful-rows';

const issue = (more: Partial<Issue>): Issue => ({ code: 'H04', severity: 'skip', table: 'holdings', column: 'Cost basis', sheet: 'Lots', cell: 'D2', message: 'It is blank.', rows: 1, accounts: ['4471-0093'], lines: [2], ...more });
const rows = (more: Partial<Issue>, tables: Tables = soundTables) => doubtfulRows(issue(more), tables);

test('a check says what it puts in doubt; a cell that could not be read, its column', () => {
  expect(doubtedIn({ code: 'H04', table: 'holdings', column: 'Cost basis' })).toBe('basis');
  expect(doubtedIn({ code: 'G04', table: 'holdings', column: 'Acquired' })).toBe('date');
  expect(doubtedIn({ code: 'G04', table: 'holdings', column: 'Symbol' })).toBe('account');
  expect(doubtedIn({ code: 'G11', table: 'settings', column: 'Cash target' })).toBe('account');
  expect(doubtedIn({ code: 'M01', table: 'models' })).toBe('account');
  expect(doubtedIn({ code: 'Z99', table: 'no-table' })).toBe('account');
});

test('the rows are found by their numbers, and each is named with its own cell', () => {
  expect(rows({ lines: [2, 3], rows: 2 })).toEqual([
    { kind: 'basis', table: 'holdings', line: 2, accountId: '4471-0093', symbol: 'VTI', column: 'costBasis', source: 'Lots!D2' },
    { kind: 'basis', table: 'holdings', line: 3, accountId: '4471-0093', symbol: 'BND', column: 'costBasis', source: 'Lots!D3' },
  ]);
  expect(rows({ code: 'S01', table: 'securities', column: 'Price', sheet: 'Securities', cell: undefined, lines: [3] }))
    .toEqual([{ kind: 'price', table: 'securities', line: 3, symbol: 'VXUS', column: 'price', source: 'Securities row 3' }]);
});

test.each<[string, Partial<Issue>]>([
  ['the whole account is in doubt', { code: 'A02', table: 'accounts' }],
  ['no row is known', { lines: undefined }], ['no row is named', { lines: [] }],
  ['a row could not be read', { lines: [2, 99] }],
  ['the table holds no lots, securities or transactions', { table: 'models' }],
])('a doubt is of no row when %s', (_, more) => {
  expect(rows(more)).toBeUndefined();
});

test('a row number that names two rows names none', () => {
  expect(rows({}, { ...soundTables, holdings: [...soundTables.holdings, { ...soundTables.holdings[0] }] })).toBeUndefined();
});

test('what no decision looks at puts no row in doubt; nor does what has not settled of a security', () => {
  expect(rows({ code: 'G06', column: 'Market value' })).toEqual([]);
  expect(rows({ code: 'G06', column: 'Unsettled', lines: [2, 4], rows: 2 })).toEqual([expect.objectContaining({ kind: 'cash', line: 4, symbol: 'CASH' })]);
});

test('a corporate action puts the lots in doubt that do not show it', () => {
  const tables: Tables = { ...soundTables, corporateActions: [{ row: 5, symbol: 'bnd', type: 'Split', effective: '2026-11-18', ratio: 2 }] };
  expect(rows({ code: 'E01', table: 'corporateActions', column: 'Effective', sheet: 'Corporate actions', cell: 'C5', lines: [5], accounts: ['4471-0088'] }, tables))
    .toEqual([{ kind: 'quantity', table: 'holdings', line: 5, accountId: '4471-0088', symbol: 'BND', source: "'Corporate actions'!C5" }]);
});
