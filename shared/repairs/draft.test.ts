import { expect, test } from '@jest/globals';
import type { Cell, ColumnKind } from '../workbook/port';
import { RepairDraft } from './draft';
import type { CellRepair } from './repair';

const cell = (address: string, before: Cell, after: string | number, kind: ColumnKind = 'number'): CellRepair =>
  ({ table: 'holdings', region: { sheet: 'Holdings' }, row: 2, column: 1, cell: address, header: '', before, after, kind });
const draft = (): RepairDraft => new RepairDraft('G11', { sheet: 'Holdings', cell: 'D2' }, 'Quantity');
const asks = (made: CellRepair): boolean => {
  const one = draft();
  one.put('', 'Mend', made);
  return one.repairs()[0].asks;
};

test('a cell is written once: the later value counts', () => {
  const one = draft();
  one.put('', 'Mend', cell('D2', 1, 2));
  one.put('', 'Mend', cell('D2', 1, 3));
  one.put('', 'Mend', undefined);
  expect(one.repairs()).toMatchObject([{ code: 'G11', sheet: 'Holdings', cell: 'D2', column: 'Quantity', way: '', cells: [{ after: 3 }] }]);
});

test('a row that two findings miss is added once', () => {
  const one = draft();
  for (let k = 0; k < 2; k += 1) one.putRow('add', 'Add the row', 'X-9', () => [cell(`A${4 + k}`, null, 'X-9', 'text')]);
  expect(one.repairs().map(({ cells }) => cells.map((made) => made.cell))).toEqual([['A4']]);
});

test('a way without cells is none, and neither is one that was dropped', () => {
  const one = draft();
  one.putRow('add', 'Add the row', 'X-9', () => []);
  one.put('day', 'Day first', cell('D2', null, '2026-03-04', 'date'));
  one.drop('day');
  expect(one.repairs()).toEqual([]);
});

test('asks before it changes a figure, a date, or picks among ways; not for a spelling', () => {
  expect(asks(cell('D2', 152, 18_240))).toBe(true);
  expect(asks(cell('D2', '03/04/2021', '2021-04-03', 'date'))).toBe(true);
  expect(asks(cell('D2', '1,200.50', 1200.5))).toBe(false);
  expect(asks(cell('D2', 4471, '0004471', 'text'))).toBe(false);
  const one = draft();
  one.put('add', 'Add', cell('D2', null, 'X', 'text'));
  expect(one.repairs()[0].asks).toBe(true);
});
