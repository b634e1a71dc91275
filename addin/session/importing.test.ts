import { describe, expect, it } from '@jest/globals';
import { createHash } from 'node:crypto';
import { createExcel } from '../../playground/node/excel';
import { wantedRegions } from '../../shared/contract/locate';
import { readTables } from '../../shared/contract/parse';
import { verifyAudit } from '../../shared/sheets/audit-chain';
import { readAudit } from '../../shared/sheets/read-audit';
import { etradeDownload } from '../../test/etrade-download';
import { serviceAt } from '../client/service';
import { OfficeWorkbook } from '../workbook/office-workbook';
import { createSession } from './create-session';
import type { ImportSource, ImportState } from './import-state';

const account = '4471-0093';
const source = (name: string, text: string): ImportSource => ({ name, size: text.length, bytes: async () => new TextEncoder().encode(text) });

/** The sample book in an emulated Excel, through the real Office.js. */
async function openSample() {
  const excel = createExcel();
  const workbook = new OfficeWorkbook();
  const faults: unknown[] = [];
  const session = createSession({
    workbook,
    service: serviceAt('', () => Promise.reject(new TypeError('Failed to fetch'))),
    memory: { get: () => undefined, set: () => undefined },
    now: () => new Date(2026, 10, 20, 9, 31),
    onFault: (fault) => faults.push(fault),
  });
  await session.look();
  await session.openSample();
  const tables = async () => readTables(await workbook.read(wantedRegions)).tables;
  const { holdings, securities } = await tables();
  const lots = holdings.filter(({ accountId, symbol }) => accountId === account && symbol !== 'CASH');
  const cash = holdings.find(({ accountId, symbol }) => accountId === account && symbol === 'CASH')?.quantity ?? 0;
  const prices = new Map(securities.map(({ symbol, price = 0 }) => [symbol, price]));
  const file = (name = 'PortfolioDownload.csv', tail = '0093', day?: string): ImportSource =>
    source(name, etradeDownload(tail, [{ ...lots[0], quantity: lots[0].quantity + 1 }, ...lots.slice(2)], cash, prices, day));
  const activities: string[] = [];
  session.store.subscribe(() => {
    const { kind } = session.store.get().activity;
    if (kind !== activities.at(-1)) activities.push(kind);
  });
  const state = () => session.store.get();
  const present = (): ImportState => {
    const { importing } = state();
    if (!importing) throw new Error(`No import: ${JSON.stringify(state().notice)} ${String(faults[0])}`);
    return importing;
  };
  return { excel, workbook, session, imports: session.imports, activities, state, present, faults, tables, lots, file };
}

describe('from a download to the workbook', () => {
  it('looks, shows the consequences, and writes them with a line of the audit trail', async () => {
    const { imports, state, present, activities, tables, lots, file, workbook, excel, faults } = await openSample();
    const before = await tables();
    await imports.add([file()]);
    expect(activities).toEqual(['reading', 'checking', 'idle']);
    expect(present()).toMatchObject({ step: 'look', looks: [{ title: 'E*TRADE, portfolio download (CSV)', tables: [] }] });
    expect(present().plan.files[0].matches).toEqual([{ fileAccount: '0093', accountId: account, kind: 'last digits' }]);
    expect(present().plan.preview.total).toMatchObject({ changed: 1, new: 0, gone: 1 });
    expect(await tables()).toEqual(before);
    imports.show('preview');
    await imports.apply();
    expect(faults).toEqual([]);
    expect(state()).toMatchObject({ importing: undefined, activity: { kind: 'idle' }, notice: { intent: 'success', text: 'Imported 1 file: 1 row changed, 0 new, 1 gone. Check the data before you run.' } });
    const after = await tables();
    const here = after.holdings.filter(({ accountId, symbol }) => accountId === account && symbol !== 'CASH');
    expect(here).toHaveLength(lots.length - 1);
    expect(here[0]).toMatchObject({ symbol: lots[0].symbol, quantity: lots[0].quantity + 1 });
    expect(after.holdings.filter(({ accountId }) => accountId !== account)).toEqual(before.holdings.filter(({ accountId }) => accountId !== account));
    const { regions } = await workbook.read(({ table }) => table === 'rb_Audit');
    const audit = readAudit(regions[0]);
    const sha256 = createHash('sha256').update(await file().bytes()).digest('hex');
    expect(audit).toMatchObject([{ no: 1, action: 'Import', fileAndSha256: `PortfolioDownload.csv ${sha256}`, scope: account }]);
    expect(verifyAudit(audit)).toBeUndefined();
    expect(excel.host.references.count).toBe(0);
  });

  it('goes straight to the preview when a file of the kind was imported before', async () => {
    const { imports, present, file } = await openSample();
    await imports.add([file()]);
    await imports.apply();
    await imports.add([file('next.csv', '0093', '11/21/2026')]);
    expect(present().step).toBe('preview');
    expect(present().plan.preview.total).toMatchObject({ changed: 0, new: 0, gone: 0 });
  });
});

describe('what a file leaves open is asked, never guessed', () => {
  it('an account that is not in the book', async () => {
    const { imports, present, file } = await openSample();
    await imports.add([file('odd.csv', '5555')]);
    expect(present().plan.files[0].matches).toEqual([{ fileAccount: '5555' }]);
    expect(present().plan.accountIds).toHaveLength(7);
    expect(present().plan.preview.accounts).toEqual([]);
    await imports.chooseAccount(0, '5555', account);
    expect(present().plan.preview.accounts.map(({ accountId }) => accountId)).toEqual([account]);
    await imports.chooseAccount(0, '5555', undefined);
    expect(present().plan.preview.accounts).toEqual([]);
  });

  it('columns that cannot be told; the choice is remembered for the next file of the shape', async () => {
    const { imports, present, state } = await openSample();
    const odd = (pieces: number) => source(`week-${pieces}.csv`, `Account,Code,Pieces,Price\n${account},VTI,${pieces},290\n${account},BND,5,73\n`);
    await imports.add([odd(10)]);
    expect(present()).toMatchObject({ step: 'look', looks: [{ title: undefined, tables: [{ line: 1, rows: 2 }] }] });
    await imports.apply();
    expect(state().importing).toBeDefined();
    await imports.chooseColumn(0, { header: 'Code', field: 'symbol', column: 1 });
    await imports.chooseColumn(0, { header: 'Pieces', field: 'price', column: 2 });
    await imports.chooseColumn(0, { header: 'Pieces', field: 'quantity', column: 2 });
    expect(present().files[0].columns).toHaveLength(2);
    expect(present().plan.preview.accounts).toMatchObject([{ accountId: account }]);
    await imports.chooseMode('update');
    expect(present().plan.preview.mode).toBe('update');
    await imports.apply();
    await imports.add([odd(11)]);
    expect(present()).toMatchObject({ step: 'preview', plan: { preview: { mode: 'update', total: { changed: 1, gone: 0 } } } });
  });
});

describe('an import can be left at any time before it is written', () => {
  it('a file is left out, with the last one the import', async () => {
    const { imports, present, state, file } = await openSample();
    await imports.add([file(), source('hello.csv', 'hello,world\n1,2\n')]);
    expect(present().plan.issues.filter(({ severity }) => severity === 'stop')).toHaveLength(1);
    await imports.remove(1);
    expect(present().plan.issues.filter(({ severity }) => severity === 'stop')).toHaveLength(0);
    await imports.remove(0);
    expect(state().importing).toBeUndefined();
  });

  it('the same file twice is one; one that cannot be had says so', async () => {
    const { imports, present, file } = await openSample();
    const gone: ImportSource = { name: 'gone.csv', size: 1, bytes: () => Promise.reject(new DOMException('gone', 'NotFoundError')) };
    await imports.add([file(), file(), gone, { ...gone, name: 'huge.csv', size: 1e9 }]);
    expect(present().files.map(({ name }) => name)).toEqual(['PortfolioDownload.csv', 'gone.csv', 'huge.csv']);
    expect(present().plan.files.slice(1).map(({ reading }) => reading.issues[0].message)).toEqual(['gone.csv could not be read from your computer.', 'huge.csv is larger than 64 MB.']);
  });

  it('Stop while reading changes nothing', async () => {
    const { imports, session, state, file } = await openSample();
    const slow: ImportSource = { name: 'slow.csv', size: 1, bytes: async () => { void session.stop(); return file().bytes(); } };
    await imports.add([slow, file()]);
    expect(state().importing).toBeUndefined();
    expect(state().notice?.text).toBe('Stopped. Nothing was changed.');
  });
});

describe('nothing is written on other grounds than the user has seen', () => {
  it('a workbook that changed since is shown again', async () => {
    const { imports, present, state, tables, file, excel, lots } = await openSample();
    await imports.add([file()]);
    await excel.run(async (context) => {
      const quantities = context.workbook.tables.getItem('rb_Holdings').columns.getItem('Quantity').getDataBodyRange();
      quantities.getCell(lots[2].row! - 2, 0).values = [[lots[2].quantity + 5]];
      await context.sync();
    });
    const before = await tables();
    expect(present().plan.preview.total).toMatchObject({ changed: 1, gone: 1 });
    await imports.apply();
    expect(state().notice).toMatchObject({ intent: 'warning', text: expect.stringContaining('Nothing was written') as unknown });
    expect(present()).toMatchObject({ step: 'preview', plan: { preview: { total: { changed: 2, gone: 1 } } } });
    expect(await tables()).toEqual(before);
    await imports.apply();
    expect(state().notice?.intent).toBe('success');
  });

  it('a protected sheet is refused before the first cell, and trying again applies', async () => {
    const { imports, session, state, tables, file, excel } = await openSample();
    await imports.add([file()]);
    const before = await tables();
    const protect = (on: boolean) =>
      excel.run(async (context) => {
        const { protection } = context.workbook.worksheets.getItem('Securities');
        if (on) protection.protect();
        else protection.unprotect();
        await context.sync();
      });
    await protect(true);
    excel.workbook.protectedStructure = true;
    await imports.apply();
    expect(state().notice).toMatchObject({ intent: 'warning', text: expect.stringContaining("structure is protected") as unknown });
    expect(await tables()).toEqual(before);
    expect(state().importing).toBeDefined();
    excel.workbook.protectedStructure = false;
    await protect(false);
    await session.imports.apply();
    expect(state().importing).toBeUndefined();
    expect(await tables()).not.toEqual(before);
  });
});
