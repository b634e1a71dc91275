import { expect, test } from '@jest/globals';
import type { CellEdit } from '../../shared/workbook/cell-edits';
import { cellEntry, cellFormat } from './cell-entry';

const cell = (value: CellEdit['value'], kind: CellEdit['kind']): CellEdit => ({ row: 2, column: 1, value, kind });

test.each<[CellEdit['value'], CellEdit['kind'], unknown]>([
  ['VTI', 'text', 'VTI'],
  ['0042', 'text', "'0042"],
  ['MAR-1', 'text', "'MAR-1"],
  ['true', 'text', "'true"],
  ['#N/A', 'text', "'#N/A"],
  ['=1+1', 'text', "'=1+1"],
  ["'quoted", 'text', "''quoted"],
  [12.5, 'number', 12.5],
  [-0.25, 'number', -0.25],
  ['2026-11-20', 'date', 46_346],
  [null, 'number', ''],
])('%p of kind %s is typed as %p', (value, kind, entry) => expect(cellEntry(cell(value, kind), false)).toBe(entry));

test('a day of a workbook that counts from 1904', () => expect(cellEntry(cell('2021-03-04', 'date'), true)).toBe(42_797));

test.each<[CellEdit['value'], CellEdit['kind'], string, string]>([
  [5, 'number', '@', 'General'],
  [5, 'number', '#,##0.00', '#,##0.00'],
  ['2026-11-20', 'date', 'General', 'yyyy-mm-dd'],
  ['2026-11-20', 'date', '@', 'yyyy-mm-dd'],
  ['2026-11-20', 'date', 'd.m.yy', 'd.m.yy'],
  ['0042', 'text', 'General', 'General'],
  [null, 'number', '@', '@'],
])('%p of kind %s in a cell of format %s needs %s', (value, kind, present, format) => expect(cellFormat(cell(value, kind), present)).toBe(format));
