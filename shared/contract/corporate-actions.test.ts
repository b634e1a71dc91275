import type { Cell, WorkbookContent } from '../workbook/port';
import { readTables } from './parse';

const read = (...values: readonly Cell[][]) => {
  const sheets: Readonly<Record<string, readonly Cell[][]>> = {
    Accounts: [['Account ID', 'Tax type', 'Model'], ['4471-0093', 'Taxable', 'Growth']], Holdings: [['Account ID', 'Symbol', 'Quantity'], ['4471-0093', 'CASH', 5]],
    Securities: [['Symbol', 'Price', 'Asset class'], ['VTI', 290, 'US equity']], Models: [['Model', 'Component', 'Target %'], ['Growth', 'US equity', 1]], Reorgs: values,
  };
  const content: WorkbookContent = { regions: Object.entries(sheets).map(([sheet, cells]) => ({ sheet, top: 1, left: 1, values: cells.map((row) => [...row]) })), names: {}, date1904: false };
  const { tables, issues } = readTables(content);
  return { rows: tables.corporateActions, codes: issues.map(({ code, severity, accounts }) => [code, severity, accounts]) };
};

test('actions are read under the names people give them', () => {
  const { rows, codes } = read(
    ['Ticker', 'Event', 'Ex-date', 'Into', 'New per old', 'Basis allocation', 'Handling'], ['abc', 'Spinoff', '2026-12-02', 'xyz', 0.25, 0.184, 'Adjust'],
    ['DEF', 'Reverse split', '2026-12-03', null, 0.1, null, null],
  );
  expect(codes).toEqual([]);
  expect(rows).toEqual([
    { row: 2, symbol: 'ABC', type: 'Spin-off', effective: '2026-12-02', newSymbol: 'XYZ', ratio: 0.25, basisToNew: 0.184, treatment: 'Adjust lots' },
    { row: 3, symbol: 'DEF', type: 'Split', effective: '2026-12-03', ratio: 0.1 },
  ]);
});
