import { findWrongTotals, markHeadings } from './check-totals';
import { importRow, type ImportKind } from '../format';

const rows = (...lines: readonly (readonly [ImportKind, string, number | null])[]) =>
  lines.map(([kind, owner, marketValue], k) => importRow(kind, k + 1, { account: owner[0], symbol: owner.slice(1) || null, marketValue }));

test('totals of sections, of accounts and of all are right', () => {
  const right = rows(
    ['position', 'AVTI', 100], ['position', 'AAGG', 50.5], ['total', 'A', 150.5], ['cash', 'ACASH', 10], ['total', 'A', 10], ['total', 'A', 160.5],
    ['position', 'BVTI', 7], ['total', 'B', 7], ['total', 'B', 167.5], ['total', 'B', null],
  );
  expect(findWrongTotals(right)).toEqual([]);
});

test('lots are not counted beside their position, alone they are', () => {
  expect(findWrongTotals(rows(['position', 'AVTI', 30], ['lot', 'AVTI', 10], ['lot', 'AVTI', 20], ['lot', 'AAGG', 5], ['total', 'A', 35]))).toEqual([]);
});

test('a row that is missing', () => {
  const [found] = findWrongTotals(rows(['position', 'AVTI', 100], ['total', 'A', 150.5]));
  expect(found).toMatchObject({ sum: 100, total: { line: 2 } });
});

test('a total that has lost all its rows', () => {
  expect(findWrongTotals(rows(['total', 'A', 150]))).toHaveLength(1);
  expect(findWrongTotals(rows(['total', 'A', 150], ['total', 'B', 7]))).toEqual([]);
});

test('an unknown value of another account excuses nothing', () => {
  const [found] = findWrongTotals(rows(['position', 'AVTI', null], ['total', 'A', 5], ['position', 'BVTI', 9], ['total', 'B', 150]));
  expect(found).toMatchObject({ sum: 9, total: { line: 4 } });
});

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
