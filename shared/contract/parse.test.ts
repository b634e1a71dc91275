import type { Cell, Region, WorkbookContent } from '../workbook/port';
import { readTables } from './parse';

const sheet = (name: string, values: Cell[][], more: Partial<Region> = {}): Region => ({ sheet: name, top: 1, left: 1, values, ...more });

const core = (): Region[] => [
  sheet('Accounts', [['Account ID', 'Tax type', 'Model'], ['4471-0093', 'Taxable', 'Growth 70/30'], ['4471-0088', 'Roth', 'Growth 70/30']]),
  sheet('Holdings', [
    ['Account ID', 'Symbol', 'Quantity', 'Cost basis', 'Acquired'],
    ['4471-0093', 'VTI', 120, 18240, 44259],
    ['4471-0093', 'BND', 410, 31980, '2024-07-19'],
    ['4471-0093', 'CASH', 12400, null, null],
  ]),
  sheet('Securities', [['Symbol', 'Price', 'Asset class'], ['VTI', 290, 'US equity'], ['VXUS', 68.1, 'Intl equity'], ['BND', 73.25, 'Bonds']]),
  sheet('Models', [
    ['Model', 'Component', 'Target %'],
    ['Growth 70/30', 'US equity', 0.45], ['Growth 70/30', 'Intl equity', 0.25], ['Growth 70/30', 'Bonds', 0.28], ['Growth 70/30', 'CASH', 0.02],
  ]),
];

const content = (regions: Region[], more: Partial<WorkbookContent> = {}): WorkbookContent => ({ regions, names: {}, date1904: false, ...more });

/** The core workbook with one sheet replaced. */
const withSheet = (name: string, values: Cell[][]): WorkbookContent => content([...core().filter((region) => region.sheet !== name), sheet(name, values)]);

test('reads what a beginner types without a single issue', () => {
  const { tables, issues, places, asOf } = readTables(content(core(), { names: { rb_AsOf: 46346 } }));
  expect(issues).toEqual([]);
  expect(asOf).toBe('2026-11-20');
  expect(tables.accounts).toEqual([
    { row: 2, accountId: '4471-0093', taxType: 'Taxable', model: 'Growth 70/30' },
    { row: 3, accountId: '4471-0088', taxType: 'Tax-free', model: 'Growth 70/30' },
  ]);
  expect(tables.holdings[0]).toEqual({ row: 2, accountId: '4471-0093', symbol: 'VTI', quantity: 120, costBasis: 18240, acquired: '2021-03-04' });
  expect(tables.holdings[2]).toEqual({ row: 4, accountId: '4471-0093', symbol: 'CASH', quantity: 12400 });
  expect(tables.transactions).toBeUndefined();
  expect(places.cell('holdings', 3, 'costBasis')).toEqual({ sheet: 'Holdings', cell: 'D3' });
});

test('says what is wrong, with which value and where', () => {
  const { tables, issues } = readTables(withSheet('Holdings', [
    ['Account ID', 'Symbol', 'Quantity', 'Cost basis', 'Acquired'],
    ['4471-0093', 'VTI', 120, 'n/a', 44259],
    ['4471-0088', 'BND', 410, 'n/a', 44259],
  ]));
  expect(tables.holdings).toHaveLength(2);
  expect(issues).toEqual([expect.objectContaining({
    code: 'G06', severity: 'skip', table: 'holdings', sheet: 'Holdings', cell: 'D2', column: 'Cost basis', found: 'n/a', rows: 2,
    message: 'Cost basis is "n/a" at Holdings!D2.', rowKey: '4471-0093 › VTI', accounts: ['4471-0093', '4471-0088'],
  })]);
});
