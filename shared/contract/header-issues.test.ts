import { expect, test } from '@jest/globals';
import type { Cell } from '../workbook/port';
import { headerIssues, missingTables } from './header-issues';
import { locateTables, type Located } from './locate';

function located(header: Cell[], top = 1): Located {
  const regions = [{ sheet: 'Holdings', table: 'rb_Holdings', top, left: 2, values: [header, header.map(() => 'x')] }];
  return locateTables({ regions, names: {}, date1904: false }).get('holdings')!;
}

test('each core table that is not there stops a run, unless the map has said why', () => {
  const issues = missingTables(new Map([['holdings', located(['Account ID', 'Symbol', 'Quantity'])]]), new Set(['models']));
  expect(issues.map(({ code, severity, table }) => [code, severity, table])).toEqual([['G01', 'stop', 'accounts'], ['G01', 'stop', 'securities']]);
  expect(issues[0].message).toBe('The workbook has no table rb_Accounts and no sheet "Accounts" with a header row.');
});

test('a needed column that is missing is named, with the header it may be hiding under', () => {
  expect(headerIssues(located(['Account ID', 'Symbol', 'Quantty']))).toMatchObject([
    { code: 'G02', severity: 'stop', column: 'Quantity', found: 'Quantty', cell: 'B1', fix: 'Maybe it is called "Quantty".' },
  ]);
  expect(headerIssues(located(['Account ID', 'Symbol', 'Color']))).toMatchObject([{ code: 'G02', column: 'Quantity', fix: 'Add a column with the header "Quantity".' }]);
});

test('two columns that mean the same are told at the second, and neither is taken', () => {
  const issues = headerIssues(located(['Account ID', 'Symbol', 'Quantity', 'Shares'], 4));
  expect(issues).toMatchObject([{ code: 'G03', severity: 'stop', column: 'Quantity', found: 'Quantity, Shares' }]);
  expect(issues[0].message).toMatch(/^Columns "Quantity" and "Shares" both mean "Quantity" at Holdings![DE]4\.$/);
});

test('a sound header has no issue', () => expect(headerIssues(located(['Account ID', 'Symbol', 'Quantity', 'My own']))).toEqual([]));
