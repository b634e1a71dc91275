import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { reduce } from './reduce';
import type { SessionEvent } from './reduce';
import { initialState } from './state';
import { stories } from '../taskpane/stories/states';
import type { CheckReport, LastRun, SessionState } from './state';
import { createStore } from './store';

const report: CheckReport = { at: '09:28', asOf: '2026-11-20', rows: 10, accounts: ['A'], issues: [], skipped: [] };
const run: LastRun = {
  id: 'R-1',
  at: '09:31',
  asOf: '2026-11-20',
  seconds: 4,
  accounts: 1,
  asked: 1,
  trades: 2,
  exceptions: 0,
  dataIssues: 0,
  decisions: { Trade: 1, 'No trade': 0, Review: 0, Blocked: 0, Skipped: 0 },
  netBenefit: 10,
  netBenefitBp: 1,
  estTax: 0,
  partial: false,
};
const after = (...events: SessionEvent[]): SessionState => events.reduce(reduce, initialState);
const running: SessionEvent = { is: 'running', total: 214, at: 0 };

describe('the session', () => {
  it('goes through a run', () => {
    const kinds: string[] = [];
    const store = createStore();
    store.subscribe(() => kinds.push(store.get().activity.kind));
    const events: SessionEvent[] = [
      { is: 'reading', then: 'run' },
      { is: 'checking', then: 'run' },
      { is: 'checked', report, tables: [], workbook: 'some tables' },
      { is: 'sending', megabytes: 1 },
      running,
      { is: 'account done', done: 1, total: 214 },
      { is: 'writing', done: 0, total: 5, then: 'run' },
      { is: 'run written', run },
    ];
    for (const event of events) store.tell(event);
    expect(kinds).toEqual(['reading', 'checking', 'checking', 'sending', 'running', 'running', 'writing', 'idle']);
    expect(store.get()).toMatchObject({ lastRun: run, check: report, online: true });
  });

  it('never lets progress go back, and hears none after the run', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 214 })), (steps) => {
        const state = steps.reduce((now, done) => reduce(now, { is: 'account done', done, total: 214 }), after(running));
        expect(state.activity).toMatchObject({ kind: 'running', done: Math.max(0, ...steps) });
      }),
    );
    const idle = after(running, { is: 'run written', run });
    expect(reduce(idle, { is: 'account done', done: 3, total: 214 })).toBe(idle);
  });

  it('keeps the last account in view when a step does not name one', () => {
    expect(
      after(running, { is: 'account done', done: 1, total: 214, now: 'A' }, { is: 'account done', done: 2, total: 214 }).activity,
    ).toMatchObject({ now: 'A' });
  });

  it('takes a stop only while it runs', () => {
    expect(after(running, { is: 'stop asked' }).activity.kind).toBe('stopping');
    expect(after({ is: 'reading', then: 'run' }, { is: 'stop asked' }).activity.kind).toBe('reading');
  });

  it('drops the old message when new work begins', () => {
    const noticed = after({ is: 'ended', notice: { intent: 'info', text: 'Stopped.' } });
    expect(noticed.notice?.text).toBe('Stopped.');
    expect(reduce(noticed, { is: 'reading', then: 'check' }).notice).toBeUndefined();
  });

  it('counts a change of inputs only when there is something it makes old', () => {
    expect(after({ is: 'inputs changed' }).inputsChanged).toBe(false);
    const checked = after({ is: 'checked', report, tables: [], workbook: 'some tables' }, { is: 'inputs changed' });
    expect(checked.inputsChanged).toBe(true);
    expect(reduce(checked, { is: 'checked', report, tables: [], workbook: 'some tables' }).inputsChanged).toBe(false);
  });

  it('ends an import when it is left or applied; what was checked before is old then', () => {
    const { importing } = stories['import: preview'].state;
    const begun = after({ is: 'checked', report, tables: [], workbook: 'some tables' }, { is: 'checking', then: 'import' }, { is: 'import planned', importing: importing! });
    expect(begun).toMatchObject({ activity: { kind: 'idle' }, inputsChanged: false });
    expect(reduce(begun, { is: 'import step', step: 'look' }).importing?.step).toBe('look');
    expect(reduce(begun, { is: 'import left' }).importing).toBeUndefined();
    const applied = reduce(begun, { is: 'import applied', notice: { intent: 'success', text: 'Imported' } });
    expect([applied.importing, applied.inputsChanged, applied.notice?.text]).toEqual([undefined, true, 'Imported']);
    expect(after({ is: 'import step', step: 'preview' }).importing).toBeUndefined();
  });

  it('does not let a recalled run replace a fresh one', () => {
    expect(after({ is: 'run written', run }, { is: 'last run recalled', run: { ...run, id: 'old' } }).lastRun?.id).toBe('R-1');
  });

  it('says once more only what has changed', () => {
    let told = 0;
    const store = createStore();
    const leave = store.subscribe(() => void (told += 1));
    store.tell({ is: 'sending slowly' });
    expect(told).toBe(0);
    leave();
    store.tell(running);
    expect(told).toBe(0);
  });
});
