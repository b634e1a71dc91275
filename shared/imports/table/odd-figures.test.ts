import { textFile } from '../custodian-file';
import { importRow, type ImportRow } from '../format';
import { complainOfOddFigures } from './odd-figures';

const file = textFile('', 'a.csv');
const issuesOf = (rows: readonly ImportRow[]) => complainOfOddFigures(file, rows, []);
const codes = (rows: readonly ImportRow[]) => issuesOf(rows).map(({ code, cell }) => `${code} ${cell}`);

const held = (line: number, quantity: number, price: number, marketValue: number, more: Partial<ImportRow> = {}) =>
  importRow('position', line, { account: 'A', symbol: 'VTI', quantity, price, marketValue, ...more });
const costing = (line: number, quantity: number, unitCost: number, costBasis: number) => importRow('lot', line, { symbol: 'VTI', quantity, unitCost, costBasis });
const sold = (line: number, proceeds: number, costBasis: number, gain: number, disallowedLoss: number | null = null) =>
  importRow('realized-lot', line, { proceeds, costBasis, gain, disallowedLoss });
const traded = (line: number, quantity: number, price: number, amount: number, fees: number | null = null) =>
  importRow('transaction', line, { action: 'Buy', quantity, price, amount, fees });

test('what an issue says', () => {
  expect(issuesOf([held(5, 10, 290, 3900)])).toEqual([expect.objectContaining({
    code: 'H07', severity: 'warn', sheet: 'a.csv', cell: 'A5', rowKey: 'VTI', accounts: ['A'],
    message: 'Line 5 has a quantity of 10 at a price of 290, but a value of 3900.', fix: expect.stringMatching(/^Maybe /) as string,
  })]);
});

describe('quantity × price is the value', () => {
  test('a single row may be a hundredth off, as its value may be of another moment', () => {
    expect(codes([held(2, 10, 290, 2920)])).toEqual([]);
    expect(codes([held(2, 10, 290, 2930)])).toEqual(['H07 A2']);
  });

  test('but not among rows that agree to the cent', () => {
    expect(codes([held(2, 10, 290, 2910), held(3, 5, 20, 100), held(4, 3, 7, 21)])).toEqual(['H07 A2']);
    expect(codes([held(2, 10, 290, 2910), held(3, 50, 20, 1005), held(4, 30, 7, 211)])).toEqual([]);
  });

  test.each([
    ['a price printed to the cent', held(2, 10_000, 10.05, 100_549.99)],
    ['shares printed to three decimals', held(2, 0.031, 3000, 92.1)],
    ['a bond, per 100 of face', held(2, 5000, 98.5, 4925, { assetType: 'bond' })],
    ['a short option, between bid and ask', held(2, -2, 3.1, -640, { assetType: 'option' })],
    ['an unknown price', held(2, 10, 290, 0, { price: null })],
    ['cash', { ...held(2, 10, 290, 5), kind: 'cash' as const }],
  ])('%s', (_what, row) => expect(codes([row, held(3, 5, 20, 100), held(4, 3, 7, 21)])).toEqual([]));
});

describe('quantity × cost per unit is the cost', () => {
  const others = [costing(3, 5, 20, 100), costing(4, 3, 7, 21), costing(5, 1, 7, 7)];

  test('where it is of nearly all others', () => {
    expect(codes([costing(2, 10, 29, 299), ...others])).toEqual(['I09 A2']);
    expect(codes([costing(2, 10, 29, 299), costing(3, 5, 20, 109.95), costing(4, 3, 7, 30.95)])).toEqual([]);
  });

  test('a cost of half as much or less is told alone', () => expect(codes([costing(2, 10, 29, 29)])).toEqual(['I09 A2']));
});

test('proceeds less cost is the gain, with or without the loss that is disallowed', () => {
  expect(codes([sold(2, 100, 150, -50), sold(3, 100, 150, -50, 20), sold(4, 100, 150, -30, 20)])).toEqual([]);
  expect(codes([sold(2, 100, 150, -40, 20)])).toEqual(['I14 A2']);
});

test('quantity × price is the amount of a trade, but for fees and accrued interest', () => {
  expect(codes([traded(2, 10, 29, -299.95, 9.95), traded(3, 5000, 98.5, -4990), traded(4, 2, 3.1, -619.3), traded(5, 25_000, 1, -25_000)])).toEqual([]);
  expect(codes([traded(2, 10, 29, -390)])).toEqual(['I14 A2']);
  expect(issuesOf([{ ...traded(2, 10, 29, -390), quantity: null }]).map(({ message }) => message)).toEqual(['Line 2 has no quantity at a price of 29, but an amount of -390.']);
});

describe('signs', () => {
  test('a value has that of its quantity where most others do', () => {
    expect(codes([held(2, 10, 290, -2900), held(3, 5, 20, 100)])).toEqual(['H07 A2']);
    expect(codes([held(2, -10, 290, 2900), held(3, -5, 20, 100)])).toEqual([]);
  });

  test('what is bought is paid for, and what is sold brings money', () => {
    expect(codes([traded(2, 10, 29, 290), { ...traded(3, 10, 29, -290), action: 'Sell' }, traded(4, 10, 29, -290)])).toEqual(['I14 A2', 'I14 A3']);
  });
});

test('what the format has told is not told again', () => {
  const [told] = issuesOf([held(5, 10, 290, 3900)]);
  expect(complainOfOddFigures(file, [held(5, 10, 290, 3900)], [told])).toEqual([]);
});
