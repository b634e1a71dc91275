import { expect, it } from '@jest/globals';
import { createExcel } from '../../playground/node/excel';
import { OfficeWorkbook } from '../workbook/office-workbook';
import { createSession } from './create-session';
import type { Surroundings } from './ports';

/** The add-in in an empty workbook: real Office.js on an emulated Excel. Nothing here asks the service. */
async function openAddin() {
  createExcel();
  const workbook = new OfficeWorkbook();
  const faults: unknown[] = [];
  const session = createSession({
    workbook, service: undefined as unknown as Surroundings['service'], memory: { get: () => undefined, set: () => undefined },
    now: () => new Date(2026, 10, 20, 9, 31), onFault: (fault) => faults.push(fault),
  });
  await session.look();
  const sheets = async (): Promise<string[]> => (await workbook.read(() => true)).regions.map(({ sheet }) => sheet);
  return { session, faults, sheets, notice: () => session.store.get().notice };
}

it('adds what is missing, once, and leaves what is there alone', async () => {
  const { session, faults, sheets, notice } = await openAddin();
  await session.addSheets(['accounts', 'holdings']);
  expect(notice()).toMatchObject({ intent: 'success', text: 'Added Accounts, Holdings. Example rows are ignored until you change them.' });
  const before = await sheets();
  await session.addSheets(['holdings', 'models']);
  expect(notice()?.text).toMatch(/^Added Models\./);
  await session.addSheets(['holdings']);
  expect(notice()).toMatchObject({ intent: 'info', text: 'The workbook has these tables already.' });
  expect((await sheets()).filter((sheet) => !before.includes(sheet))).toEqual(['Models']);
  expect(faults).toEqual([]);
});

it("never puts the sample among a user's own sheets", async () => {
  const { session, sheets, notice } = await openAddin();
  await session.addSheets(['accounts']);
  const before = await sheets();
  await session.openSample();
  expect(notice()?.text).toMatch(/^The sample needs an empty workbook/);
  expect(await sheets()).toEqual(before);
});
