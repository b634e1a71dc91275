import { importRow, type ImportKind, type ImportRow } from '../format';
import { findWrongTotals } from './check-totals';
import { markHeadings } from './headings';

const rows = (...lines: readonly (readonly [ImportKind, string, number | null])[]) =>
  lines.map(([kind, owner, marketValue], k) => importRow(kind, k + 1, { account: owner[0], symbol: owner.slice(1) || null, marketValue }));

test('a heading that carries the sum of the rows below it is a total, of a class within a class too', () => {
  const read = rows(['position', 'A', 2000], ['position', 'A', 1500], ['position', 'AVTI', 900], ['position', 'AVXUS', 600], ['position', 'A', 500], ['position', 'AAGG', 500]);
  const held = read.map((row) => (row.symbol === null ? row : { ...row, quantity: 1 }));
  const marked = markHeadings(held);
  expect(marked.map(({ kind }) => kind[0]).join('')).toBe('ttpptp');
  expect(findWrongTotals(marked)).toEqual([]);
});

test('a value without a security that is no sum stays a position, so that it is asked about', () => {
  const held = rows(['position', 'AVTI', 900], ['position', 'A', 12.5]).map((row, k) => (k === 0 ? { ...row, quantity: 1 } : row));
  expect(markHeadings(held).map(({ kind }) => kind)).toEqual(['position', 'position']);
});

const cash = (description: string, marketValue: number): Partial<ImportRow> => ({ account: 'A', symbol: 'CASH', description, quantity: marketValue, price: 1, marketValue });

test('a heading of cash is its total, and not cash once more', () => {
  const held = [importRow('cash', 1, cash('Cash', 212)), importRow('cash', 2, cash('US Dollars', 200)), importRow('cash', 3, cash('Deposit sweep', 12))];
  expect(markHeadings(held).map(({ kind, marketValue }) => [kind, marketValue])).toEqual([['total', 212], ['cash', 200], ['cash', 12]]);
});

test('rows of cash that are no such sum all count', () => {
  const held = [importRow('cash', 1, cash('Cash', 100)), importRow('cash', 2, cash('US Dollars', 200))];
  expect(markHeadings(held).map(({ kind }) => kind)).toEqual(['cash', 'cash']);
  const alike = [importRow('cash', 1, cash('Principal cash', 100)), importRow('cash', 2, cash('Income cash', 100))];
  expect(markHeadings(alike).map(({ kind }) => kind)).toEqual(['cash', 'cash']);
});
