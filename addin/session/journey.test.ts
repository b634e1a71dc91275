import { afterEach, describe, expect, it } from '@jest/globals';
import { createExcel } from '../../playground/node/excel';
import { endTestServices } from '../../server/routes/fixtures/test-service';
import { readAudit } from '../../shared/sheets/read-audit';
import { verifyAudit } from '../../shared/sheets/audit-chain';
import type { Cell, Region } from '../../shared/workbook/port';
import { serviceAt } from '../client/service';
import { OfficeWorkbook } from '../workbook/office-workbook';
import { createSession } from './create-session';
import { realService } from './fixtures/real-service';
import type { SessionState } from './state';

afterEach(endTestServices);

/** What Excel has and the emulated host does not; the add-in does without it there. */
const beyondTheEmulator = ['ConditionalPart.getItem is not implemented.'];

const patience = { firstByte: 2_000, poll: 10, hold: 1, retries: [1] };

/** The add-in in an empty workbook: real Office.js on an emulated Excel, real service and engine. */
function openAddin() {
  const excel = createExcel();
  const workbook = new OfficeWorkbook();
  const service = realService();
  const connection = { fetch: service.fetch };
  const faults: unknown[] = [];
  const remembered = new Map<string, string>();
  const memory = { get: (key: string) => remembered.get(key), set: (key: string, value: string) => void remembered.set(key, value) };
  const session = createSession({
    workbook,
    service: serviceAt('', (url, init) => connection.fetch(url, init), patience),
    memory,
    now: () => new Date(2026, 10, 20, 9, 31),
    onFault: (fault) => faults.push(fault),
    serviceRetries: [5],
  });
  const activities: string[] = [];
  session.store.subscribe(() => {
    const { kind } = session.store.get().activity;
    if (kind !== activities.at(-1)) activities.push(kind);
  });
  const table = async (name: string): Promise<Region> => {
    const { regions } = await workbook.read((region) => region.table === name);
    expect(regions.map((region) => region.table)).toEqual([name]);
    return regions[0];
  };
  const column = ({ values }: Region, header: string): Cell[] => values.slice(1).map((row) => row[values[0].indexOf(header)]);
  return {
    excel,
    workbook,
    service,
    session,
    activities,
    table,
    column,
    memory,
    faults,
    connection,
    state: (): SessionState => session.store.get(),
  };
}

async function openSample() {
  const addin = openAddin();
  await addin.session.look();
  await addin.session.openSample();
  expect(addin.state().notice?.text).toMatch(/^The sample is open: 7 accounts/);
  return addin;
}

async function openSampleOffline() {
  const addin = await openSample();
  addin.connection.fetch = () => Promise.reject(new TypeError('Failed to fetch'));
  return {
    ...addin,
    restore: () => {
      addin.connection.fetch = addin.service.fetch;
    },
  };
}

describe('from an empty workbook to trades', () => {
  it('opens the sample, checks it, runs it and writes every sheet', async () => {
    const { session, state, activities, table, column, service, excel, faults } = await openSample();
    expect(state()).toMatchObject({ workbook: 'some tables', inputsChanged: false });
    expect(state().tables.find(({ name }) => name === 'accounts')).toMatchObject({ rows: 7, missing: false });

    await session.check();
    const { check } = state();
    expect(check?.asOf).toBe('2026-11-20');
    expect(check?.accounts).toHaveLength(7);
    expect(check?.issues.filter(({ severity }) => severity === 'stop')).toEqual([]);
    expect(column(await table('rb_DataIssues'), 'Code')).toEqual(check?.issues.map(({ code }) => code));
    expect(service.bodies).toEqual([]);

    activities.length = 0;
    await session.run();
    expect(faults).toEqual([]);
    expect(state().notice).toBeUndefined();
    expect(service.errors).toEqual([]);
    expect(activities).toEqual(['reading', 'checking', 'sending', 'running', 'writing', 'idle']);
    const { lastRun } = state();
    expect(lastRun).toMatchObject({ at: '09:31', asOf: '2026-11-20', partial: false });
    expect(lastRun!.decisions.Trade + lastRun!.decisions.Review).toBeGreaterThan(0);

    const trades = await table('rb_Trades');
    expect(column(trades, 'Trade ID').filter(Boolean)).toHaveLength(lastRun!.trades);
    expect(column(trades, 'Account').every((name) => typeof name === 'string' && name !== '')).toBe(true);
    const audit = readAudit(await table('rb_Audit'));
    expect(audit).toHaveLength(1);
    expect(audit[0]).toMatchObject({ no: 1, action: 'Run', runId: lastRun!.id, whenLocal: '2026-11-20 09:31:00' });
    expect(verifyAudit(audit)).toBeUndefined();
    expect(excel.host.warnings.filter((warning) => !beyondTheEmulator.includes(warning))).toEqual([]);
    expect(excel.host.references.count).toBe(0);
  });

  it('sends contract columns only: no names, notes or reasons', async () => {
    const { session, service, workbook } = await openSample();
    await session.run();
    const { regions } = await workbook.read(({ table }) => table === 'rb_Accounts');
    const names = regions[0].values.slice(1).map((row) => row[regions[0].values[0].indexOf('Account name')]);
    expect(names.filter(Boolean).length).toBeGreaterThan(0);
    expect(service.bodies).toHaveLength(1);
    for (const name of names.filter(Boolean)) expect(service.bodies[0]).not.toContain(String(name));
    expect(Object.keys(JSON.parse(service.bodies[0]) as object).sort()).toEqual(expect.arrayContaining(['asOf', 'tables']));
    expect(service.bodies[0]).not.toMatch(/"(accountName|notes?|reason|changedBy)"/);
  });

  it('gives the same run again, keeps what people typed and continues the audit trail', async () => {
    const { session, state, table, column, excel } = await openSample();
    await session.run();
    const first = state().lastRun!;
    const before = await table('rb_Trades');
    const place = { row: before.top, column: before.values[0].indexOf('Note') };
    await excel.run(async (context) => {
      context.workbook.tables.getItem('rb_Trades').worksheet.getRangeByIndexes(place.row, place.column, 1, 1).values = [
        ['Call the client'],
      ];
      await context.sync();
    });
    await session.run();
    expect(state().lastRun?.id).toBe(first.id);
    const after = await table('rb_Trades');
    expect(column(after, 'Note')[0]).toBe('Call the client');
    expect(column(after, 'Trade ID')).toEqual(column(before, 'Trade ID'));
    const audit = readAudit(await table('rb_Audit'));
    expect(audit.map(({ no }) => no)).toEqual([1, 2]);
    expect(audit[0].outputsFingerprint).toBe(audit[1].outputsFingerprint);
    expect(verifyAudit(audit)).toBeUndefined();
  });

  it('runs the selected accounts only', async () => {
    const { session, state, workbook, excel, table, column } = await openSample();
    const ids = column(await table('rb_Accounts'), 'Account ID');
    await excel.run(async (context) => {
      context.workbook.worksheets.getItem('Accounts').getRange('C3:D4').select();
      await context.sync();
    });
    expect(await workbook.selectedAccounts()).toEqual(ids.slice(1, 3));
    await session.chooseScope({ kind: 'selection' });
    expect(state().selected).toEqual(ids.slice(1, 3));
    await session.run();
    expect(column(await table('rb_Scores'), 'Account ID').every((id) => ids.slice(1, 3).includes(id))).toBe(true);
  });

  it('never puts the sample among a user’s own sheets', async () => {
    const { session, state, excel } = openAddin();
    await excel.run(async (context) => {
      context.workbook.worksheets.getItem('Sheet1').getRange('A1').values = [['mine']];
      await context.sync();
    });
    await session.look();
    expect(state().workbook).toBe('no tables');
    await session.openSample();
    expect(state().notice?.text).toMatch(/needs an empty workbook/);
    expect(excel.workbook.sheets.map(({ name }) => name)).toEqual(['Sheet1']);
  });
});

describe('what can get in the way', () => {
  it('leaves out an account of which a row cannot be read, and says why', async () => {
    const { session, state, excel, table, column } = await openSample();
    await excel.run(async (context) => {
      const body = context.workbook.tables.getItem('rb_Holdings').getDataBodyRange();
      const header = context.workbook.tables.getItem('rb_Holdings').getHeaderRowRange().load('values');
      await context.sync();
      const cell = body.getCell(0, header.values[0].indexOf('Quantity'));
      cell.numberFormat = [['@']];
      cell.values = [['#N/A']];
      await context.sync();
    });
    const account = column(await table('rb_Holdings'), 'Account ID')[0];
    await session.run();
    expect(state().notice).toBeUndefined();
    const scores = await table('rb_Scores');
    expect(column(scores, 'Account ID')).toContain(account);
    expect(column(scores, 'Decision')[column(scores, 'Account ID').indexOf(account)]).toBe('Skipped');
  });

  it('refuses to run data that stops a run, and sends nothing', async () => {
    const { session, state, service, excel } = await openSample();
    await excel.run(async (context) => {
      context.workbook.tables.getItem('rb_Models').getDataBodyRange().getColumn(2).values = Array.from({ length: 1 }, () => [9]) as never;
      await context.sync().catch(() => undefined);
      const header = context.workbook.tables.getItem('rb_Securities').getHeaderRowRange().getCell(0, 1);
      header.values = [['Nonsense']];
      await context.sync();
    });
    await session.run();
    expect(state()).toMatchObject({ activity: { kind: 'idle' }, notice: { intent: 'error', action: 'show data' } });
    expect(state().notice?.text).toMatch(/stops? a run\.$/);
    expect(service.bodies).toEqual([]);
  });

  it('waits while a cell is being edited, and goes on after it', async () => {
    const { session, state, excel } = await openSample();
    excel.host.cellEdit = true;
    const checking = session.check();
    while (state().activity.kind !== 'waiting') await excel.idle();
    excel.host.endCellEdit();
    await checking;
    expect(state().activity.kind).toBe('idle');
    expect(state().check).toBeDefined();
  });

  it('stops waiting when the user cancels', async () => {
    const { session, state, excel } = await openSample();
    excel.host.cellEdit = true;
    const checking = session.check();
    while (state().activity.kind !== 'waiting') await excel.idle();
    await session.stop();
    await checking;
    expect(state().notice?.text).toBe('Stopped. Nothing was changed.');
    excel.host.endCellEdit();
  });

  it('names a protected sheet, and writes the finished run when it is tried again', async () => {
    const { session, state, excel, service, table } = await openSample();
    await session.run();
    const protect = (on: boolean) =>
      excel.run(async (context) => {
        const { protection } = context.workbook.tables.getItem('rb_Trades').worksheet;
        if (on) protection.protect();
        else protection.unprotect();
        await context.sync();
      });
    await protect(true);
    await session.run();
    expect(state().notice).toMatchObject({
      intent: 'warning',
      action: 'try again',
      text: 'Trades is protected. Unprotect it (Review ▸ Unprotect Sheet) and press Try again.',
    });
    await protect(false);
    const asked = service.bodies.length;
    await session.act('try again');
    expect(state().notice).toBeUndefined();
    expect(service.bodies).toHaveLength(asked);
    expect(readAudit(await table('rb_Audit'))).toHaveLength(2);
  });

  it('stops at the finished accounts and keeps them, or nothing', async () => {
    const { session, state, service, table, column, excel, faults } = await openSample();
    let decided = 0;
    let letGo: () => void = () => undefined;
    service.hold = () =>
      ++decided <= 1
        ? Promise.resolve()
        : new Promise((resolve) => {
            letGo = resolve;
          });
    const running = session.run();
    while (state().activity.kind !== 'running' || decided < 2) await excel.idle();
    await session.stop();
    expect(state().activity.kind).toBe('stopping');
    letGo();
    await running;
    expect(faults).toEqual([]);
    const { activity } = state();
    expect(activity).toMatchObject({ kind: 'stopped' });
    const { done } = activity as { done: number };
    expect(done).toBeGreaterThan(0);
    expect(done).toBeLessThan(7);
    await session.check();
    expect(state().activity.kind).toBe('stopped');
    await session.keepFinished();
    expect(state().lastRun).toMatchObject({ partial: true, accounts: done });
    expect(column(await table('rb_Scores'), 'Account ID')).toHaveLength(done);
    expect(readAudit(await table('rb_Audit'))[0].note).toMatch(/^Stopped after/);
  });

  it('marks inputs as changed when a user edits them, not when REBAL writes', async () => {
    const { session, state, excel } = await openSample();
    await session.run();
    expect(state().inputsChanged).toBe(false);
    await excel.run(async (context) => {
      context.workbook.tables.getItem('rb_Holdings').getDataBodyRange().getCell(0, 2).values = [[77]];
      await context.sync();
    });
    for (let turn = 0; turn < 100 && !state().inputsChanged; turn += 1) await excel.idle();
    expect(state().inputsChanged).toBe(true);
  });

  it('is offline without the service, still checks, and notices when the service is back', async () => {
    const { state, session, service, restore } = await openSampleOffline();
    await session.run();
    expect(state()).toMatchObject({
      online: false,
      notice: { action: 'try again', text: "We couldn't reach the service. Check your connection and try again. Nothing was changed." },
    });
    await session.check();
    expect(state().check).toBeDefined();
    expect(service.bodies).toEqual([]);
    restore();
    while (!state().online) await new Promise((resolve) => setTimeout(resolve, 5));
    await session.run();
    expect(state().lastRun).toBeDefined();
  });

  it('remembers the last run for the next time the pane opens', async () => {
    const { session, state, memory, workbook, service } = await openSample();
    await session.run();
    const again = createSession({
      workbook,
      service: serviceAt('', service.fetch, patience),
      memory,
      now: () => new Date(),
      onFault: () => undefined,
    });
    await again.look();
    expect(again.store.get().lastRun).toEqual(state().lastRun);
    expect(JSON.stringify(state().lastRun)).not.toMatch(/4471|Rivera/);
  });
});
