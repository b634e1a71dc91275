import { findWrongTotals } from './check-totals';
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
