import { expect, test } from '@jest/globals';
import { readAudit } from '../sheets/read-audit';
import { verifyAudit } from '../sheets/audit-chain';
import { MemoryWorkbook } from '../workbook/memory';
import type { Cell } from '../workbook/port';
import { applyRepairs } from './apply';
import type { CellRepair, Repair } from './repair';

const now = new Date(2026, 10, 20, 9, 31);
const sheet = { sheet: 'Holdings', top: 1, left: 1, values: [['Account ID', 'Quantity'], [4471, '1.200,5'], [4472, 5]] as Cell[][] };
const cellOf = (cell: string, row: number, column: number, before: Cell, after: string | number): CellRepair =>
  ({ table: 'holdings', region: { sheet: 'Holdings' }, row, column, cell, header: '', before, after, kind: typeof after === 'string' ? 'text' : 'number' });
const repair = (code: string, ...cells: CellRepair[]): Repair => ({ code, sheet: 'Holdings', cell: cells[0].cell, way: '', says: '', asks: false, cells });

const [id, quantity] = [cellOf('A2', 2, 1, 4471, '0004471'), cellOf('B2', 2, 2, '1.200,5', 1200.5)];
async function heldBy(workbook: MemoryWorkbook) {
  const { regions } = await workbook.read(() => true);
  return { cells: regions.find(({ sheet: name }) => name === 'Holdings')!.values, audit: readAudit(regions.find(({ table }) => table === 'rb_Audit')) };
}

test('writes what was chosen, leaves the rest, and records it', async () => {
  const workbook = new MemoryWorkbook({ regions: [sheet] });
  const applied = await applyRepairs(workbook, [repair('H09', id), repair('G11', quantity)], now);
  expect([applied.written.length, applied.formulas]).toEqual([2, []]);
  const { cells, audit } = await heldBy(workbook);
  expect(cells).toEqual([['Account ID', 'Quantity'], ['0004471', 1200.5], [4472, 5]]);
  expect(audit).toMatchObject([{ no: 1, action: 'Fix', note: 'Fixed 2 cells: G11, H09.' }]);
});

test('never writes over a formula, and says where one stood', async () => {
  const workbook = new MemoryWorkbook({ regions: [sheet] }, { Holdings: ['B2'] });
  const applied = await applyRepairs(workbook, [repair('H09', id), repair('G11', quantity)], now);
  expect(applied.formulas.map(({ cell }) => cell)).toEqual(['B2']);
  expect((await heldBy(workbook)).cells[1]).toEqual(['0004471', '1.200,5']);
});

test('formulas alone leave the workbook and its record as they were', async () => {
  const workbook = new MemoryWorkbook({ regions: [sheet] }, { Holdings: ['A2', 'B2'] });
  await applyRepairs(workbook, [repair('H09', id), repair('G11', quantity)], now);
  expect(await heldBy(workbook)).toEqual({ cells: sheet.values, audit: [] });
});

test('of two values for a cell the later counts, and what it held first is remembered', async () => {
  const workbook = new MemoryWorkbook({ regions: [sheet] });
  const { written } = await applyRepairs(workbook, [repair('H09', id), repair('G05', { ...id, before: '0004471', after: 'X-1' })], now);
  expect(written).toMatchObject([{ cell: 'A2', before: 4471, after: 'X-1' }]);
  expect((await heldBy(workbook)).cells[1][0]).toBe('X-1');
});

test('the record goes on where it was', async () => {
  const workbook = new MemoryWorkbook({ regions: [sheet] });
  await applyRepairs(workbook, [repair('H09', id)], now);
  await applyRepairs(workbook, [repair('G11', quantity)], now);
  const { audit } = await heldBy(workbook);
  expect(audit.map(({ no }) => no)).toEqual([1, 2]);
  expect(verifyAudit(audit)).toBeUndefined();
});
