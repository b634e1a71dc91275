import { expect, test } from '@jest/globals';
import { definitionOf } from '../../contract';
import type { Cell } from '../../workbook/port';
import { addsUp, lookAt, speaksFor, suits } from './column-look';

const look = (...cells: readonly Cell[]) => lookAt(cells.map((cell) => [cell]), 0);
const { accountId, symbol, quantity, acquired } = definitionOf('holdings').columns;
const { taxType } = definitionOf('accounts').columns;

test('cells suit the columns that hold such cells, and no others', () => {
  const days = look(44259, 45492, '2024-03-04');
  const tickers = look('VTI', 'BRK.B', 'CASH');
  const ids = look('4471-0093', '00718842', 5530);
  const taxTypes = look('Taxable', 'Roth IRA', 'Taxable');
  expect([suits(acquired, days), suits(symbol, tickers), suits(accountId, ids), suits(taxType, taxTypes)]).toEqual([1, 1, 1, 1]);
  for (const poor of [suits(acquired, tickers), suits(quantity, tickers), suits(symbol, days), suits(taxType, tickers), suits(accountId, days), suits(quantity, taxTypes)]) expect(poor).toBeLessThan(0.5);
});

test('days, words of a list and tickers speak for themselves; a lone cell and plain numbers do not', () => {
  expect([speaksFor(acquired, look(44259, 45492)), speaksFor(taxType, look('Taxable', 'Roth')), speaksFor(symbol, look('VTI', 'BND'))].every((strength) => strength > 0)).toBe(true);
  expect([speaksFor(acquired, look(44259)), speaksFor(quantity, look(1, 2))]).toEqual([0, 0]);
});

test('shares add up to 1 or to 100 in each group', () => {
  const rows = [['A', 0.6, 60], ['A', 0.4, 40], ['B', 0.5, '50'], ['B', 0.5, '50%']];
  expect([addsUp(rows, 0, 1), addsUp(rows.slice(0, 2), 0, 2), addsUp([['A', 1], ['B', 1]], 0, 1), addsUp([['A', 3], ['A', 5]], 0, 1)]).toEqual([1, 1, 0, 0]);
});

test('blank cells are not counted, and differing values are', () => {
  expect(look('a', null, ' ', 'A', 'b')).toMatchObject({ filled: 0.6, distinct: 2 / 3 });
});
