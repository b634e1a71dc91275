import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { readExport, type Reading } from '.';
import type { TableRow } from '../contract';
import { toHoldings } from './apply';
import { textFile } from './custodian-file';
import { importRow, type ImportRow } from './format';

const fixture = (name: string) => readExport(textFile(readFileSync(join(__dirname, 'etrade/fixtures/portfolio', name), 'utf8'), name));
const blank = importRow('position', 1, { account: '7781', symbol: 'VTI', quantity: 10, price: 2, marketValue: 20 });
const reading = (...rows: Partial<ImportRow>[]): Reading => ({
  format: 'etrade-portfolio',
  confidence: 1,
  asOf: '2026-11-20',
  issues: [],
  rows: rows.map((row, index) => ({ ...blank, line: index + 1, ...row })),
});
const codes = (read: Reading) => toHoldings(read).issues.map(({ code }) => code);

test('rows fit the contract', () => {
  const { holdings, securities } = toHoldings(fixture('lots-custom-view.csv'));
  const rows: { readonly holdings: readonly TableRow<'holdings'>[]; readonly securities: readonly TableRow<'securities'>[] } = {
    holdings,
    securities,
  };
  expect(rows.holdings.every(({ accountId, symbol, quantity }) => accountId !== '' && symbol !== '' && quantity !== undefined)).toBe(true);
});

test('lots stand in for their position; what is unknown stays unknown', () => {
  const { holdings, securities, issues } = toHoldings(fixture('lots-custom-view.csv'), {
    source: 'lots.csv',
    accounts: { 7781: 'ET-7781' },
  });
  const stamp = { accountId: 'ET-7781', asOf: '2026-11-20', source: 'lots.csv' };
  expect(holdings).toEqual([
    { ...stamp, symbol: 'FNBX', quantity: 40, acquired: '2018-10-04', marketValue: 500, covered: 'Unknown basis' },
    { ...stamp, symbol: 'ORLN', quantity: 100, costBasis: 18500, acquired: '2013-05-15', marketValue: 21000 },
    { ...stamp, symbol: 'ORLN', quantity: 50, costBasis: 11095, acquired: '2022-11-30', marketValue: 10500 },
    { ...stamp, symbol: 'ORLN', quantity: 16.6667, marketValue: 3500.01, covered: 'Unknown basis' },
    { ...stamp, symbol: 'ORLN', quantity: 100, costBasis: 23250, acquired: '2015-02-20', marketValue: 21000 },
    { ...stamp, symbol: 'CASH', quantity: 4100.25 },
  ]);
  expect(securities).toEqual([
    { symbol: 'FNBX', price: 12.5, priceDate: '2026-11-20' },
    { symbol: 'ORLN', price: 210, priceDate: '2026-11-20' },
  ]);
  expect(issues).toMatchObject([
    { code: 'I06', severity: 'skip', sheet: 'lots.csv', cell: 'A16', rowKey: "ET-7781 › ORLN Mar 19 '27 $230 Call", accounts: ['ET-7781'] },
  ]);
});

test('a position without lots is one lot of unknown date; a bond is priced per dollar of face; a money fund is cash', () => {
  const { holdings, securities, issues } = toHoldings(fixture('cd-option-fund-default-view.csv'));
  expect(holdings.map(({ symbol, quantity, costBasis, acquired }) => [symbol, quantity, costBasis, acquired])).toEqual([
    ['ST LAKE BK DULUTH MN CD 4.10% 03/15/2028', 20000, 20000, undefined],
    ['GLDR', 442, 6762.6, undefined],
    ['VMFXX', 32900, 32900, undefined],
    ['CASH', 2106.07, undefined, undefined],
  ]);
  expect(securities).toEqual([
    {
      symbol: 'ST LAKE BK DULUTH MN CD 4.10% 03/15/2028',
      name: 'FIRST LAKE BK DULUTH MN CD 4.10% 03/15/2028',
      price: 1.0025,
      type: 'Bond',
      tradable: 'Hold',
    },
    { symbol: 'GLDR', price: 14.25 },
    { symbol: 'VMFXX', price: 1, type: 'Cash' },
  ]);
  expect(issues.map(({ code, rowKey }) => [code, rowKey])).toEqual([
    ['I07', '3055 › CASH'],
    ['I05', "3055 › IWM Jan 15 '27 $250 Put"],
  ]);
});

test('lots that do not add up to their position are an issue, rounding apart', () => {
  const lots = (...quantities: number[]) => quantities.map((quantity) => ({ kind: 'lot' as const, quantity }));
  expect(codes(reading({ quantity: 10 }, ...lots(3.3333, 3.3333, 3.3333)))).toEqual([]);
  expect(codes(reading({ quantity: 10 }, ...lots(5, 4)))).toEqual(['I04']);
});

test('a lot of another symbol or account is a lot of its own', () => {
  const { holdings } = toHoldings(
    reading({ quantity: 10 }, { kind: 'lot', symbol: 'BND', quantity: 4 }, { kind: 'lot', account: '1', quantity: 5 }),
  );
  expect(holdings.map(({ accountId, symbol, quantity }) => [accountId, symbol, quantity])).toEqual([
    ['7781', 'VTI', 10],
    ['7781', 'BND', 4],
    ['1', 'VTI', 5],
  ]);
});

test.each([
  ['short stock', { quantity: -5 }, 'I06'],
  ['an unknown quantity', { quantity: null }, 'I07'],
  ['a quantity of zero', { quantity: 0 }, 'I07'],
  ['no symbol', { symbol: null }, 'I07'],
  ['cash without an amount', { kind: 'cash' as const, symbol: 'CASH', quantity: null }, 'I07'],
])('%s is left out and said', (_name, row, code) => {
  const { holdings, issues } = toHoldings(reading(row));
  expect(holdings).toEqual([]);
  expect(issues.map((issue) => issue.code)).toEqual([code]);
});

test('two prices for one symbol are an issue, and the first is kept', () => {
  const read = reading({ price: 2 }, { price: 3 });
  expect(codes(read)).toEqual(['I08']);
  expect(toHoldings(read).securities).toMatchObject([{ symbol: 'VTI', price: 2 }]);
});

test('a price that the view leaves out comes from value and quantity', () => {
  expect(toHoldings(reading({ price: null, quantity: 3, marketValue: 10 })).securities[0].price).toBe(3.333333);
});

test('cash has one row an account, totals none', () => {
  const cash = (quantity: number) => ({ kind: 'cash' as const, symbol: 'CASH', quantity });
  expect(toHoldings(reading(cash(0.1), cash(0.2), { kind: 'total', quantity: null })).holdings).toMatchObject([
    { symbol: 'CASH', quantity: 0.3 },
  ]);
});

test('no share is counted twice or lost, however positions and lots follow each other', () => {
  const position = fc.record({
    symbol: fc.constantFrom('VTI', 'BND', 'AAPL'),
    lots: fc.array(fc.integer({ min: 1, max: 1000 }), { maxLength: 5 }),
    alone: fc.integer({ min: 1, max: 1000 }),
  });
  fc.assert(
    fc.property(fc.array(position), (positions) => {
      const quantityOf = ({ lots, alone }: (typeof positions)[number]) => (lots.length ? lots.reduce((a, b) => a + b) : alone);
      const rows = positions.flatMap((each) => [
        { symbol: each.symbol, quantity: quantityOf(each) },
        ...each.lots.map((quantity) => ({ kind: 'lot' as const, symbol: each.symbol, quantity })),
      ]);
      const held = toHoldings(reading(...rows)).holdings.reduce((sum, { quantity }) => sum + quantity, 0);
      expect(held).toBe(positions.reduce((sum, each) => sum + quantityOf(each), 0));
    }),
  );
});

const custodians = join(__dirname, '../../../shared/data/custodians');
const path = 'etrade/PortfolioDownload_lots_2020-01-24_custom-view.csv';
const whenPresent = existsSync(join(custodians, path)) ? test : test.skip;

whenPresent('the real download becomes its lots, and ties to its own total (skipped where ../shared/data is absent)', () => {
  const expected = JSON.parse(readFileSync(join(custodians, 'expected.json'), 'utf8'))[path].rows as ImportRow[];
  const { holdings, securities, issues } = toHoldings(readExport(textFile(readFileSync(join(custodians, path), 'utf8'))));
  const lots = expected.filter(({ kind }) => kind === 'lot');
  expect(issues).toEqual([]);
  expect(
    holdings.filter(({ symbol }) => symbol !== 'CASH').map(({ symbol, quantity, acquired }) => [symbol, quantity, acquired ?? null]),
  ).toEqual(lots.map(({ symbol, quantity, acquired }) => [symbol, quantity, acquired]));
  expect(holdings.filter(({ covered }) => covered)).toHaveLength(lots.filter(({ costBasis }) => costBasis === null).length);
  const price = new Map(securities.map((security) => [security.symbol, security.price]));
  const value = holdings.reduce((sum, { symbol, quantity }) => sum + quantity * (price.get(symbol) ?? 1), 0);
  expect(value).toBeCloseTo(expected.find(({ kind }) => kind === 'total')?.marketValue ?? NaN, 1);
});
