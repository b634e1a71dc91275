import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { CellEdit } from '../../shared/workbook/cell-edits';
import { cellBlocks } from './cell-blocks';

const edit = (row: number, column: number, value: number = row * 100 + column): CellEdit => ({ row, column, value, kind: 'number' });
const shape = (edits: CellEdit[], limit?: number) => cellBlocks(edits, limit).map(({ row, column, cells }) => [row, column, cells.length, cells[0].length]);

test('columns of an account that changes are one block each, however the cells are ordered', () => {
  expect(shape([edit(4, 2), edit(2, 2), edit(3, 2), edit(2, 6), edit(2, 5), edit(3, 5), edit(3, 6)])).toEqual([
    [2, 2, 3, 1],
    [2, 5, 2, 2],
  ]);
});

test('a gap begins a new block, and a block never exceeds the limit', () => {
  expect(shape([edit(2, 1), edit(4, 1)])).toEqual([[2, 1, 1, 1], [4, 1, 1, 1]]);
  expect(shape([1, 2, 3, 4, 5].map((row) => edit(row, 1)), 2)).toEqual([[1, 1, 2, 1], [3, 1, 2, 1], [5, 1, 1, 1]]);
});

test('the last value of a cell counts', () => {
  expect(cellBlocks([edit(2, 2, 1), edit(2, 2, 2)])).toMatchObject([{ cells: [[{ value: 2 }]] }]);
});

test('blocks hold every cell once and nothing else', () => {
  const cell = fc.tuple(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 6 }));
  fc.assert(
    fc.property(fc.uniqueArray(cell, { selector: String }), fc.integer({ min: 1, max: 8 }), (cells, limit) => {
      const blocks = cellBlocks(cells.map(([row, column]) => edit(row, column)), limit);
      const held = blocks.flatMap(({ row, column, cells: lines }) => lines.flatMap((line, r) => line.map((one, c) => [row + r, column + c, one.value])));
      expect(held.map(String).sort()).toEqual(cells.map(([row, column]) => [row, column, row * 100 + column]).map(String).sort());
    }),
  );
});
