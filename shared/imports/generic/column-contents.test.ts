import { readContents, suits } from './column-contents';

const contents = (...cells: string[]) => readContents(cells, '.');

test('counts what the filled cells look like', () => {
  const { filled, distinct, share } = contents('VTI', 'BRK.B', '', '--', 'VTI');
  expect({ filled, distinct, ticker: share.ticker, number: share.number }).toEqual({ filled: 3, distinct: 2, ticker: 1, number: 0 });
});

test.each([
  ['quantity', ['1,200.5', '3'], ['12.5%', '3%']],
  ['acquired', ['4/5/2020', 'Multiple', '2020-01-02'], ['12', '13']],
  ['symbol', ['VTI', 'AGG'], ['Vanguard Total Stock Market', 'iShares Core']],
  ['cusip', ['922908769', '66922477'], ['VTI', 'AGG']],
  ['currency', ['USD', 'EUR'], ['VTI', 'AGG']],
  ['action', ['Buy', 'Sold'], ['Equity', 'Bond fund']],
  ['term', ['Long', 'ST'], ['12/31/2020', '1/1/2020']],
  ['washSale', ['Yes', 'false'], ['12.00', '3.10']],
  ['description', ['Vanguard Total Stock Market', 'iShares Core'], ['12.5', '3.1']],
  ['accountName', ['Joint brokerage'], ['4/5/2020']],
] as const)('%s is suited by %j rather than %j', (field, right, wrong) => {
  expect(suits(field, contents(...right))).toBeGreaterThan(0.95);
  expect(suits(field, contents(...wrong))).toBeLessThan(0.6);
});

test('an empty column neither supports nor contradicts', () => {
  expect(suits('quantity', contents('', '--'))).toBe(0.6);
});
