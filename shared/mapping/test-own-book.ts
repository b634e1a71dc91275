import type { Cell, Region, WorkbookContent } from '../workbook/port';

/** A sheet with its rows from A1. */
export const sheet = (name: string, values: readonly (readonly Cell[])[]): Region => ({ sheet: name, top: 1, left: 1, values });

/** Lots, clients, prices and policy as a person keeps them; day numbers are of 2021 and 2024. */
export const ownSheets: Readonly<Record<string, readonly (readonly Cell[])[]>> = {
  Clients: [['Client no', 'Registration', 'Policy'], ['4471-0093', 'Taxable', 'Growth'], ['4471-0088', 'Roth IRA', 'Growth'], ['5530-2217', 'Taxable', 'Income']],
  'Tax lots': [
    ['Client no', 'Ticker', 'Shares held', 'Amount paid', 'Bought on', 'Worth'],
    ['4471-0093', 'VTI', 120, 18240, 44259, 34800], ['4471-0093', 'BND', 410, 31980, 45492, 30032.5],
    ['4471-0088', 'VXUS', 300, 17000, 45492, 20430], ['5530-2217', 'BND', 100, 7800, 45492, 7325], ['5530-2217', 'CASH', 2500, null, null, 2500],
  ],
  Prices: [['Ticker', 'Quote', 'Bucket'], ['VTI', 290, 'US equity'], ['VXUS', 68.1, 'Intl equity'], ['BND', 73.25, 'Bonds']],
  Policy: [
    ['Policy', 'Bucket', 'Goal'], ['Growth', 'US equity', 0.5], ['Growth', 'Intl equity', 0.2], ['Growth', 'Bonds', 0.3],
    ['Income', 'US equity', 0.25], ['Income', 'Bonds', 0.75],
  ],
};

/** The book, with some sheets replaced or left out (undefined). */
export function ownBook(changes: Readonly<Record<string, readonly (readonly Cell[])[] | undefined>> = {}): WorkbookContent {
  const sheets = Object.entries({ ...ownSheets, ...changes }).flatMap(([name, values]) => (values === undefined ? [] : [sheet(name, values)]));
  return { regions: sheets, names: {}, date1904: false };
}

/** A map as the workbook holds it: contract table, contract column, your table, your column, change. */
export const mapRegion = (...rows: readonly (readonly Cell[])[]): Region => ({
  sheet: 'Setup', table: 'rb_Map', top: 1, left: 1,
  values: [['Contract table', 'Contract column', 'Your table', 'Your column', 'Change', 'Learned from'], ...rows],
});

/** The map of the book. */
export const ownMap: readonly (readonly Cell[])[] = [
  ['Accounts', 'Account ID', 'Clients', 'Client no', 'None', null], ['Accounts', 'Tax type', 'Clients', 'Registration', null, null], ['Accounts', 'Model', 'Clients', 'Policy', null, null],
  ['Holdings', 'Account ID', 'Tax lots', 'Client no', null, null], ['Holdings', 'Quantity', 'Tax lots', 'Shares held', null, null],
  ['Holdings', 'Cost basis', 'Tax lots', 'Amount paid', null, null], ['Holdings', 'Acquired', 'Tax lots', 'Bought on', null, null],
  ['Securities', 'Price', 'Prices', 'Quote', null, null], ['Securities', 'Asset class', 'Prices', 'Bucket', null, null],
  ['Models', 'Model', 'Policy', 'Policy', null, null], ['Models', 'Component', 'Policy', 'Bucket', null, null], ['Models', 'Target %', 'Policy', 'Goal', null, null],
];
