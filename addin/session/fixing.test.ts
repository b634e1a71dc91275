import { describe, expect, it } from '@jest/globals';
import { createExcel } from '../../playground/node/excel';
import { proposeRepairs } from '../../shared/repairs/propose';
import { readInput } from '../../shared/mapping/read-input';
import { readAudit } from '../../shared/sheets/read-audit';
import type { Cell, Region } from '../../shared/workbook/port';
import { OfficeWorkbook } from '../workbook/office-workbook';
import { createSession } from './create-session';
import type { Surroundings } from './ports';

/** The add-in in an empty workbook: real Office.js on an emulated Excel. Nothing here asks the service. */
async function openAddin() {
  createExcel();
  const workbook = new OfficeWorkbook();
  const faults: unknown[] = [];
  const session = createSession({
    workbook,
    service: undefined as unknown as Surroundings['service'],
    memory: { get: () => undefined, set: () => undefined },
    now: () => new Date(2026, 10, 20, 9, 31),
    onFault: (fault) => faults.push(fault),
  });
  await session.look();
  const table = async (name: string): Promise<Region> => (await workbook.read((region) => region.table === name)).regions[0];
  const column = ({ values }: Region, header: string): Cell[] => values.slice(1).map((row) => row[values[0].indexOf(header)]);
  const codes = (): string[] => session.store.get().check?.issues.map(({ code }) => code) ?? [];
  return { workbook, session, faults, table, column, codes };
}

describe('mending in the pane', () => {
  it('writes what was asked for, checks again, and says that Undo brings it back', async () => {
    const { session, table, column, codes, faults } = await openAddin();
    await session.openSample();
    await session.check();
    expect(codes()).toEqual(expect.arrayContaining(['G08', 'H09']));
    const repairs = session.store.get().check?.repairs ?? [];
    await session.fix(repairs.filter(({ code }) => code === 'G08'));
    expect(faults).toEqual([]);
    expect(session.store.get().notice?.text).toBe('Changed 1 cell. Undo brings it back.');
    expect(codes()).not.toContain('G08');
    expect(codes()).toContain('H09');
    expect(column(await table('rb_DataIssues'), 'Code')).not.toContain('G08');
    expect(readAudit(await table('rb_Audit'))).toMatchObject([{ action: 'Fix', scope: 'G08' }]);
    await session.fix(repairs.filter(({ code }) => code === 'G08'));
    expect(session.store.get().notice?.text).toMatch(/^Nothing was changed\. The cells have changed/);
  });

  it('writes the lines that are ticked on Data issues', async () => {
    const { session, workbook, table, column, codes } = await openAddin();
    await session.openSample();
    await session.check();
    await session.fixTicked();
    expect(session.store.get().notice?.text).toBe('Tick Apply on the sheet Data issues first.');
    const issues = await table('rb_DataIssues');
    const line = column(issues, 'Code').indexOf('H09');
    await workbook.edit([{ sheet: issues.sheet, table: issues.table, cells: [{ row: issues.top + 1 + line, column: issues.left + issues.values[0].indexOf('Apply'), value: true, kind: 'boolean' }] }]);
    await session.fixTicked();
    expect(session.store.get().notice?.text).toMatch(/^Changed \d+ cells?\. Undo brings (it|them) back\.$/);
    expect(codes()).not.toContain('H09');
    expect(codes()).toContain('G08');
  });
});

describe('sheets to fill', () => {
  it('are added once, and their examples are ignored', async () => {
    const { session, workbook, codes } = await openAddin();
    await session.addSheets(['accounts', 'holdings', 'securities', 'models']);
    expect(session.store.get().notice?.text).toBe('Added Accounts, Holdings, Securities, Models. Example rows are ignored until you change them.');
    await session.check();
    expect(codes()).toEqual(['G19', 'G19', 'G19', 'G19']);
    await session.addSheets(['holdings']);
    expect(session.store.get().notice?.text).toBe('The workbook has these tables already.');
    expect(proposeRepairs(await readInput(workbook), { asOf: '2026-11-20' })).toEqual([]);
  });
});
