import type { Cell } from '../../workbook/port';
import { unitCostCells } from './unit-cost';

const cells = (write: Record<string, Cell>, row: Record<string, Cell>) => unitCostCells(write, (property) => row[property]);

test.each<[string, Record<string, Cell>, Record<string, Cell>, Record<string, Cell>]>([
  ['a sheet with Cost basis', { costBasis: 50, quantity: 10 }, { costBasis: null, quantity: null }, { costBasis: 50, quantity: 10 }],
  ['a sheet with Unit cost only', { costBasis: 50, quantity: 8 }, { unitCost: null, quantity: null }, { unitCost: 6.25, quantity: 8 }],
  ['a row that uses Unit cost', { costBasis: 50 }, { costBasis: null, unitCost: 4, quantity: 10 }, { unitCost: 5 }],
  ['a row that uses both', { costBasis: 50 }, { costBasis: 40, unitCost: 4, quantity: 10 }, { costBasis: 50, unitCost: null }],
  ['a cost that is no longer known', { costBasis: null }, { costBasis: null, unitCost: 4, quantity: 10 }, { costBasis: null, unitCost: null }],
  ['no cost', { quantity: 3 }, { costBasis: 1, unitCost: 4 }, { quantity: 3 }],
])('%s', (_name, write, row, expected) => expect(cells(write, row)).toEqual(expected));
