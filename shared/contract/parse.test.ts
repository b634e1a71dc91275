import fc from 'fast-check';
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

const codesOf = (workbook: WorkbookContent): string[] => readTables(workbook).issues.map(({ code, severity }) => `${severity} ${code}`);
const holdings = (...rows: Cell[][]): WorkbookContent => withSheet('Holdings', [['Account ID', 'Symbol', 'Quantity', 'Cost basis', 'Acquired'], ...rows]);

test('a missing core table and a missing column stop the run', () => {
  expect(readTables(content(core().slice(1))).issues).toEqual([expect.objectContaining({ code: 'G01', severity: 'stop', table: 'accounts' })]);
  const { issues, tables } = readTables(withSheet('Securities', [['Symbol', 'Prise', 'Asset class'], ['VTI', 290, 'US equity']]));
  expect(issues).toEqual([expect.objectContaining({ code: 'G02', severity: 'stop', message: 'Securities has no column "Price".', fix: 'Maybe it is called "Prise".' })]);
  expect(tables.securities).toEqual([{ row: 2, symbol: 'VTI', assetClass: 'US equity' }]);
});

test('two columns for one field stop the run', () => {
  expect(codesOf(withSheet('Securities', [['Symbol', 'Ticker', 'Price', 'Asset class'], ['VTI', 'VTI', 290, 'US equity']]))).toEqual(['stop G03']);
});

test('an Excel error leaves out the accounts that depend on the cell', () => {
  const { issues, tables } = readTables(withSheet('Securities', [['Symbol', 'Price', 'Asset class'], ['VTI', '#N/A', 'US equity'], ['BND', 73, 'Bonds']]));
  expect(issues).toEqual([expect.objectContaining({
    code: 'G04', severity: 'skip', cell: 'B2', message: 'Price shows #N/A at Securities!B2.', accounts: ['4471-0093', '4471-0088'],
  })]);
  expect(tables.securities[0].price).toBeUndefined();
});

test('many cells with one problem are one issue', () => {
  const { issues } = readTables(holdings(...Array.from({ length: 50 }, (): Cell[] => ['4471-0093', 'VTI', '1,200', 100, 44259])));
  expect(issues).toEqual([expect.objectContaining({ code: 'G06', severity: 'warn', rows: 50, cell: 'C2', suggested: 1200 })]);
});

test('a column of percentages typed as points is one issue, and kept as found', () => {
  const { issues, tables } = readTables(withSheet('Models', [['Model', 'Component', 'Target %'], ['Growth 70/30', 'US equity', 99.5], ['Growth 70/30', 'Bonds', 0.5]]));
  expect(issues).toEqual([expect.objectContaining({ code: 'G08', severity: 'warn', rows: 2, cell: 'C2', suggested: 0.995 })]);
  expect(tables.models.map(({ target }) => target)).toEqual([99.5, 0.5]);
});

test('one such cell is one issue of one row', () => {
  const { issues } = readTables(withSheet('Models', [['Model', 'Component', 'Target %'], ['Growth 70/30', 'US equity', 0.95], ['Growth 70/30', 'Bonds', 5], ['Growth 70/30', 'CASH', 0]]));
  expect(issues).toEqual([expect.objectContaining({ code: 'G08', rows: 1, cell: 'C3', found: '5', suggested: 0.05 })]);
});

test('blank rows and totals are left out, and said', () => {
  const { issues, tables } = readTables(holdings(['4471-0093', 'VTI', 120, 18240, 44259], [null, null, null, null, null], ['4471-0093', 'BND', 1, 1, 44259], ['Total', null, 121, 18241, null]));
  expect(tables.holdings.map(({ row }) => row)).toEqual([2, 4]);
  expect(issues.map(({ code, cell }) => `${code} ${cell}`)).toEqual(['G15 A5', 'G13 A3']);
});

test('a required cell that is blank drops its row and names the account', () => {
  const { issues, tables } = readTables(holdings(['4471-0093', null, 120, 18240, 44259]));
  expect(tables.holdings).toEqual([]);
  expect(issues).toEqual([expect.objectContaining({ code: 'G02', severity: 'skip', cell: 'B2', accounts: ['4471-0093'] })]);
  expect(codesOf(holdings([null, 'VTI', 120, 18240, 44259]))).toEqual(['stop G02']);
});

test('a rule that cannot be read leaves out the accounts it would bind', () => {
  const restrictions = sheet('Restrictions', [['Scope', 'Scope ID', 'Rule', 'On', 'Value'], ['Account', '4471-0093', 'Nevr sell', 'Symbol', 'VTI']]);
  const { issues, tables } = readTables(content([...core(), restrictions]));
  expect(issues).toEqual([expect.objectContaining({ code: 'G11', severity: 'skip', suggested: 'Never sell', accounts: ['4471-0093'] })]);
  expect(tables.restrictions).toEqual([]);
});

test('settings become typed values, and a misspelled one is noticed', () => {
  const settings = sheet('Settings', [
    ['Scope', 'Scope ID', 'Min trade', 'Fractional shares', 'Max position', 'Default tax rates', 'Minimun score', 'Comment'],
    ['Firm', null, 500, 'Yes', 'none', '37 / 20', 9, 'x'],
  ]);
  const { issues, tables } = readTables(content([...core(), settings]));
  expect(tables.settings).toEqual([{
    row: 2, scope: 'Firm', values: { minimumTrade: 500, fractionalShares: true, maxPosition: 'none', defaultShortRate: 0.37, defaultLongRate: 0.2 },
  }]);
  expect(issues).toEqual([expect.objectContaining({ code: 'G11', severity: 'warn', cell: 'G1', suggested: 'Minimum score' })]);
});

test('correlations are the columns named after risk classes', () => {
  const risk = sheet('Risk classes', [['Risk class', 'Volatility', 'US', 'Bonds', 'Comment'], ['US', 0.16, 1, 0.1, 'x'], ['Bonds', 0.06, null, 1, 7]]);
  expect(readTables(content([...core(), risk])).tables.riskClasses).toEqual([
    { row: 2, riskClass: 'US', volatility: 0.16, correlations: { US: 1, Bonds: 0.1 } }, { row: 3, riskClass: 'Bonds', volatility: 0.06, correlations: { Bonds: 1 } },
  ]);
});

test('exposures are the columns named after factors and columns of numbers; words are notes', () => {
  const exposures = sheet('Exposures', [['Symbol', 'Name', 'market', 'Odd', 'Specific risk', 'Rates'], ['vti', 'Total market', 1, 2, 0.01, null], ['BND', 'Bonds', 'n/a', null, 0.02, 1]]);
  const covariance = sheet('Factor covariance', [['Factor', 'Market', 'Rates', 'Source'], ['Market', 0.0256, 0.001, 'ours'], ['Rates', null, 0.0025, 'ours']]);
  const { tables, issues } = readTables(content([...core(), exposures, covariance]));
  expect(tables.exposures).toEqual([
    { row: 2, symbol: 'VTI', specificRisk: 0.01, exposures: { Market: 1, Odd: 2 } }, { row: 3, symbol: 'BND', specificRisk: 0.02, exposures: { Rates: 1 } },
  ]);
  expect(tables.factorCovariance).toEqual([{ row: 2, factor: 'Market', covariances: { Market: 0.0256, Rates: 0.001 } }, { row: 3, factor: 'Rates', covariances: { Rates: 0.0025 } }]);
  expect(issues).toEqual([expect.objectContaining({ code: 'G06', sheet: 'Exposures', cell: 'C3', found: 'n/a' })]);
});

test('a factor given two columns is a conflict, and the first counts', () => {
  const covariance = sheet('Factor covariance', [['Factor', 'Market', 'MARKET'], ['Market', 0.0256, 0.01]]);
  const { tables, issues } = readTables(content([...core(), covariance]));
  expect(tables.factorCovariance).toEqual([{ row: 2, factor: 'Market', covariances: { Market: 0.0256 } }]);
  expect(issues).toEqual([expect.objectContaining({ code: 'G03', severity: 'stop', cell: 'C1' })]);
});

test('cells are named as the user sees them when the table begins elsewhere', () => {
  const region: Region = { sheet: 'My sheet', table: 'rb_Holdings', top: 5, left: 3, values: [['Account ID', 'Symbol', 'Quantity'], ['4471-0093', 'VTI', 'many']] };
  const { issues } = readTables(content([...core().filter(({ sheet: name }) => name !== 'Holdings'), region]));
  expect(issues).toEqual([expect.objectContaining({ sheet: 'My sheet', cell: 'E6', message: "Quantity is \"many\" at 'My sheet'!E6." })]);
});

test('the 1904 date system stops the run, and dates are still read right', () => {
  const { issues, tables } = readTables({ ...holdings(['4471-0093', 'VTI', 120, 18240, 42797]), date1904: true });
  expect(issues).toEqual([expect.objectContaining({ code: 'G10', severity: 'stop', found: '1904' })]);
  expect(tables.holdings[0].acquired).toBe('2021-03-04');
});

test('an as-of day that is none is an issue', () => {
  const { asOf, issues } = readTables(content(core(), { names: { rb_AsOf: 'today' } }));
  expect(asOf).toBeUndefined();
  expect(issues).toEqual([expect.objectContaining({ code: 'G10', sheet: 'Start' })]);
});

test('any cells whatever are read without a fault', () => {
  const cell = fc.oneof(fc.constantFrom<Cell>(null, '', '#N/A', 'Loading...', '1,200', '03/04/26', 'Total', true, 'none', '=1+1', '4.47E+09'), fc.string(), fc.double(), fc.boolean());
  fc.assert(fc.property(fc.array(fc.array(cell, { minLength: 5, maxLength: 5 }), { maxLength: 8 }), (rows) => {
    const { issues, tables } = readTables(holdings(...rows as Cell[][]));
    for (const issue of issues) expect(issue.message).toMatch(/\.$/);
    for (const row of tables.holdings) expect(typeof row.accountId === 'string' && typeof row.symbol === 'string' && Number.isFinite(row.quantity)).toBe(true);
  }));
});
