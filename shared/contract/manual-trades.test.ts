import type { Cell, WorkbookContent } from '../workbook/port';
import { readTables } from './parse';

const read = (...values: readonly Cell[][]) => {
  const sheets: Readonly<Record<string, readonly Cell[][]>> = {
    Accounts: [['Account ID', 'Tax type', 'Model'], ['4471-0093', 'Taxable', 'Growth']], Holdings: [['Account ID', 'Symbol', 'Quantity'], ['4471-0093', 'CASH', 5]],
    Securities: [['Symbol', 'Price', 'Asset class'], ['VTI', 290, 'US equity']], Models: [['Model', 'Component', 'Target %'], ['Growth', 'US equity', 1]], Tickets: values,
  };
  const content: WorkbookContent = { regions: Object.entries(sheets).map(([sheet, cells]) => ({ sheet, top: 1, left: 1, values: cells.map((row) => [...row]) })), names: {}, date1904: false };
  const { tables, issues } = readTables(content);
  return { rows: tables.manualTrades, codes: issues.map(({ code, severity, accounts }) => [code, severity, accounts]) };
};

test('requests are read under the names people give them', () => {
  const { rows, codes } = read(
    ['Acct', 'Side', 'Security', 'Shares', 'Dollars', 'Target %', 'Swap into', 'Lot method', 'Comment'],
    ['4471-0093', 'S', 'vti', 50, null, null, null, 'HIFO', 'Client request'], ['4471-0093', 'Switch', 'VTI', null, 5000, null, 'bnd', null, 'Client request'],
    ['4471-0093', 'Buy', 'VTI', null, null, 0.05, null, null, 'Client request'],
  );
  expect(codes).toEqual([]);
  const common = { accountId: '4471-0093', symbol: 'VTI', reason: 'Client request' };
  expect(rows).toEqual([
    { row: 2, ...common, action: 'Sell', quantity: 50, lotChoice: 'Highest cost' }, { row: 3, ...common, action: 'Swap', amount: 5000, into: 'BND' }, { row: 4, ...common, action: 'Buy', toPercent: 0.05 },
  ]);
});

test('a request that cannot be read leaves its account out', () => {
  expect(read(['Account ID', 'Action', 'Symbol', 'Quantity', 'Reason'], ['4471-0093', 'Borrow', 'VTI', 5, 'Client request']).codes).toEqual([['G11', 'skip', ['4471-0093']]]);
});
