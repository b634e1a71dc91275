import { expect, it } from '@jest/globals';
import type { Cell } from '../../shared/workbook/port';
import { transactionsFrom } from './transactions-range';

const header = ['Trade date', 'Type', 'Ticker', 'Qty', 'Account'];
const read = (...rows: Cell[][]) => transactionsFrom([header, ...rows], (symbol) => symbol === 'VTI');

it('reads the rows of the wanted symbols, under any name a header may have', () => {
  expect(read([46_329, 'Buy', ' vti ', 12, 4471], ['2026-11-05', 'Sell', 'VTI', -5, null], [46_329, 'Buy', 'BND', 3, 'A'])).toEqual([
    { accountId: '4471', date: '2026-11-03', action: 'Buy', symbol: 'VTI', quantity: 12 },
    { accountId: '', date: '2026-11-05', action: 'Sell', symbol: 'VTI', quantity: 5 },
  ]);
});

it('faults of other symbols do no harm', () => {
  expect(read(['n/a', '?', 'BND', 'many', 'A'])).toEqual([]);
});

it.each<[string, Cell[], RegExp]>([
  ['a date that is none', ['soon', 'Buy', 'VTI', 1, 'A'], /Date in row 2/],
  ['a blank date, which is 0 on the desktop', [0, 'Buy', 'VTI', 1, 'A'], /^Date in row 2 of the transactions is blank\.$/],
  ['an action nobody knows', [46_329, 'Borrow', 'VTI', 1, 'A'], /Action in row 2/],
  ['a blank action', [46_329, 0, 'VTI', 1, 'A'], /^Action in row 2 of the transactions is blank\.$/],
  ['a quantity that is none', [46_329, 'Buy', 'VTI', 'many', 'A'], /Quantity in row 2/],
])('%s of a wanted one is told: it could hide a purchase', (_, row, sentence) => {
  let message = '';
  try {
    read(row);
  } catch (fault) {
    ({ message } = fault as Error);
  }
  expect(message).toMatch(sentence);
});

it('columns that are missing are named', () => {
  expect(() => transactionsFrom([['Ticker', 'Qty']], () => true)).toThrow('Transactions need the columns Date, Action, Symbol, Quantity; missing: Date, Action.');
});
