import type { Cell, WorkbookContent } from '../workbook/port';
import { readTables } from './parse';

const read = (...values: readonly Cell[][]) => {
  const sheets: Readonly<Record<string, readonly Cell[][]>> = {
    Accounts: [['Account ID', 'Tax type', 'Model'], ['4471-0093', 'Taxable', 'Growth']], Holdings: [['Account ID', 'Symbol', 'Quantity'], ['4471-0093', 'CASH', 5]],
    Securities: [['Symbol', 'Price', 'Asset class'], ['VTI', 290, 'US equity']], Models: [['Model', 'Component', 'Target %'], ['Growth', 'US equity', 1]], Holds: values,
  };
  const content: WorkbookContent = { regions: Object.entries(sheets).map(([sheet, cells]) => ({ sheet, top: 1, left: 1, values: cells.map((row) => [...row]) })), names: {}, date1904: false };
  const { tables, issues } = readTables(content);
  return { rows: tables.overrides, codes: issues.map(({ code, severity, accounts }) => [code, severity, accounts]) };
};

test('holds are read under the names people give them', () => {
  const { rows, codes } = read(['Level', 'Account', 'Hold type', 'Ticker', 'End date', 'Why', 'User'], ['Acct', '4471-0093', 'Freeze security', 'aapl', '2026-12-15', 'Transfer pending', 'j.lee']);
  expect(codes).toEqual([]);
  expect(rows).toEqual([{ row: 2, scope: 'Account', scopeId: '4471-0093', override: 'Hold security', symbol: 'AAPL', until: '2026-12-15', reason: 'Transfer pending', by: 'j.lee' }]);
});

test('an override that cannot be read leaves out the accounts it was meant for; an end that is blank is for a check', () => {
  const header = ['Scope', 'Scope ID', 'Override', 'Until', 'Reason', 'By'];
  expect(read(header, ['Account', '4471-0093', 'Nap', '2026-12-15', 'Transfer', 'j.lee']).codes).toEqual([['G11', 'skip', ['4471-0093']]]);
  expect(read(header, ['Firm', null, 'Suspend', null, 'Transfer', 'j.lee'])).toMatchObject({ codes: [], rows: [{ override: 'Suspend' }] });
});

test('the columns Reason, By and Until must be there', () => {
  expect(read(['Scope', 'Override'], ['Firm', 'Suspend']).codes.map(([code, severity]) => `${String(severity)} ${String(code)}`)).toEqual(['stop G02', 'stop G02', 'stop G02']);
});
