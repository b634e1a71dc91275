import type { ImportState, ImportStep } from './import-state';
import type { Activity, CheckReport, LastRun, Notice, Purpose, Scope, SessionState, TableLine } from './state';

/** What happened. Each event names a fact, not a wish. */
export type SessionEvent =
  | { readonly is: 'surveyed'; readonly workbook: SessionState['workbook']; readonly tables: readonly TableLine[] }
  | { readonly is: 'waiting for cell edit'; readonly then: Purpose }
  | { readonly is: 'reading'; readonly then: Purpose }
  | { readonly is: 'checking'; readonly then: Purpose }
  | {
      readonly is: 'checked';
      readonly report: CheckReport;
      readonly tables: readonly TableLine[];
      readonly workbook: SessionState['workbook'];
    }
  | { readonly is: 'sending'; readonly megabytes: number }
  | { readonly is: 'sending slowly' }
  | { readonly is: 'running'; readonly total: number; readonly at: number }
  | { readonly is: 'account done'; readonly done: number; readonly total: number; readonly now?: string }
  | { readonly is: 'stop asked' }
  | { readonly is: 'stopped'; readonly done: number; readonly total: number }
  | { readonly is: 'writing'; readonly done: number; readonly total: number; readonly then: Purpose }
  | { readonly is: 'run written'; readonly run: LastRun }
  | { readonly is: 'import planned'; readonly importing: ImportState }
  | { readonly is: 'import step'; readonly step: ImportStep }
  | { readonly is: 'import left' }
  | { readonly is: 'import applied'; readonly notice: Notice }
  | { readonly is: 'ended'; readonly notice?: Notice; readonly online?: boolean }
  | { readonly is: 'inputs changed' }
  | { readonly is: 'scope chosen'; readonly scope: Scope }
  | { readonly is: 'accounts selected'; readonly accounts: readonly string[] }
  | { readonly is: 'last run recalled'; readonly run: LastRun }
  | { readonly is: 'service answered'; readonly online: boolean }
  | { readonly is: 'noticed'; readonly notice?: Notice };

type Handlers = { readonly [Is in SessionEvent['is']]: (state: SessionState, event: Extract<SessionEvent, { is: Is }>) => SessionState };

/** An activity begins: the message about the one before is out of date. */
const begin = (state: SessionState, activity: Activity): SessionState => ({ ...state, activity, notice: undefined });

/** A check or a run that was made before no longer tells how things are. */
const inputsChanged = (state: SessionState): SessionState => ({ ...state, changes: state.changes + 1, inputsChanged: state.inputsChanged || Boolean(state.check ?? state.lastRun) });

const handlers: Handlers = {
  surveyed: (state, { workbook, tables }) => ({ ...state, workbook, tables }),
  'waiting for cell edit': (state, { then }) => begin(state, { kind: 'waiting', then }),
  reading: (state, { then }) => begin(state, { kind: 'reading', then }),
  checking: (state, { then }) => ({ ...state, activity: { kind: 'checking', then } }),
  checked: (state, { report, tables, workbook }) => ({ ...state, check: report, tables, workbook, inputsChanged: false }),
  sending: (state, { megabytes }) => ({ ...state, activity: { kind: 'sending', megabytes, slow: false } }),
  'sending slowly': (state) => (state.activity.kind === 'sending' ? { ...state, activity: { ...state.activity, slow: true } } : state),
  running: (state, { total, at }) => ({ ...state, online: true, activity: { kind: 'running', done: 0, total, since: at } }),
  'account done': (state, { done, total, now }) => advance(state, done, total, now),
  'stop asked': (state) => (state.activity.kind === 'running' ? { ...state, activity: { ...state.activity, kind: 'stopping' } } : state),
  stopped: (state, { done, total }) => ({ ...state, activity: { kind: 'stopped', done, total } }),
  writing: (state, { done, total, then }) => ({ ...state, activity: { kind: 'writing', done, total, then } }),
  'run written': (state, { run }) => ({ ...state, lastRun: run, activity: { kind: 'idle' }, notice: undefined }),
  'import planned': (state, { importing }) => ({ ...state, importing, activity: { kind: 'idle' }, notice: undefined }),
  'import step': (state, { step }) => (state.importing ? { ...state, importing: { ...state.importing, step }, notice: undefined } : state),
  'import left': (state) => ({ ...state, importing: undefined, activity: { kind: 'idle' }, notice: undefined }),
  'import applied': (state, { notice }) => ({ ...inputsChanged(state), importing: undefined, activity: { kind: 'idle' }, notice }),
  ended: (state, { notice, online }) => ({ ...state, activity: { kind: 'idle' }, notice, online: online ?? state.online }),
  'inputs changed': (state) => inputsChanged(state),
  'scope chosen': (state, { scope }) => ({ ...state, scope }),
  'accounts selected': (state, { accounts }) => ({ ...state, selected: accounts }),
  'last run recalled': (state, { run }) => (state.lastRun ? state : { ...state, lastRun: run }),
  'service answered': (state, { online }) => ({ ...state, online }),
  noticed: (state, { notice }) => ({ ...state, notice }),
};

/** Progress never goes back, and late progress of a run that is over is not heard. */
function advance(state: SessionState, done: number, total: number, now?: string): SessionState {
  const { activity } = state;
  if (activity.kind !== 'running' && activity.kind !== 'stopping') return state;
  return {
    ...state,
    activity: { ...activity, done: Math.max(done, activity.done), total: total || activity.total, now: now ?? activity.now },
  };
}

/** The state after an event. Pure. */
export function reduce(state: SessionState, event: SessionEvent): SessionState {
  const handle = handlers[event.is] as (state: SessionState, event: SessionEvent) => SessionState;
  return handle(state, event);
}
