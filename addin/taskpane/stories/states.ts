import type { Issue } from '../../../shared/issue';
import type { Repair } from '../../../shared/repairs/repair';
import { initialState } from '../../session/state';
import { importStories } from './import-states';
import type { CheckReport, LastRun, SessionState, TableLine } from '../../session/state';

const line = (name: string, title: string, rows: number, more: Partial<TableLine> = {}): TableLine => ({
  name,
  title,
  sheet: title,
  rows,
  core: true,
  missing: false,
  problems: 0,
  ...more,
});

const tables: readonly TableLine[] = [
  line('accounts', 'Accounts', 214),
  line('holdings', 'Holdings', 8_120),
  line('securities', 'Securities', 431),
  line('models', 'Models', 12),
  line('transactions', 'Transactions', 190, { core: false }),
  line('settings', 'Settings', 9, { core: false }),
];

const issues: readonly Issue[] = [
  {
    code: 'M01',
    severity: 'stop',
    table: 'models',
    sheet: 'Models',
    cell: 'C4',
    column: 'Target %',
    rows: 4,
    message: 'Growth 70/30 sums to 90% at Models!C4.',
    fix: 'Maybe the CASH row is missing.',
  },
  {
    code: 'H04',
    severity: 'skip',
    table: 'holdings',
    sheet: 'Holdings',
    cell: 'D7',
    column: 'Cost basis',
    rows: 3,
    accounts: ['4471-0093', '4471-0101'],
    message: 'Cost basis is "n/a" at Holdings!D7.',
    fix: 'Maybe the custodian sends it in "Total cost".',
  },
  {
    code: 'H04',
    severity: 'skip',
    table: 'holdings',
    sheet: 'Holdings',
    cell: 'D88',
    column: 'Cost basis',
    rows: 1,
    accounts: ['4471-0110'],
    message: 'Cost basis is blank at Holdings!D88.',
  },
  {
    code: 'X01',
    severity: 'warn',
    sheet: 'Transactions',
    rows: 1,
    message: 'Transactions cover 20 days: wash sales of the last 61 can be missed.',
  },
];

const accounts = Array.from({ length: 214 }, (_, index) => `4471-${String(index).padStart(4, '0')}`);
const clean: CheckReport = { at: '09:28', asOf: '2026-11-20', rows: 8_777, accounts, issues: [], skipped: [] };
const warned: CheckReport = { ...clean, issues: issues.slice(1), skipped: ['4471-0093', '4471-0101', '4471-0110'] };
const stopping: CheckReport = { ...warned, issues };

const cell = (row: number, before: number, after: number): Repair['cells'][number] => ({
  table: 'models', region: { sheet: 'Models', table: 'rb_Models' }, row, column: 3, cell: `C${row}`, header: 'Target %', before, after, kind: 'number',
});
/** Two ways to mend the model, and one for the lot. */
const repairs: readonly Repair[] = [
  { code: 'M01', sheet: 'Models', cell: 'C4', column: 'Target %', way: 'rescale', says: 'Rescale the targets to 100 %.', asks: true, cells: [cell(4, 0.45, 0.5), cell(5, 0.45, 0.5)] },
  { code: 'M01', sheet: 'Models', cell: 'C4', column: 'Target %', way: 'cash', says: 'Add CASH with 10 %.', asks: true, cells: [cell(6, 0, 0.1)] },
  { code: 'H04', sheet: 'Holdings', cell: 'D88', column: 'Cost basis', way: '', says: 'Take the spaces away.', asks: false, cells: [{ ...cell(88, 0, 1), region: { sheet: 'Holdings', table: 'rb_Holdings' } }] },
];

const lastRun: LastRun = {
  id: 'R-20261120-3f9a2c',
  at: '09:31',
  asOf: '2026-11-20',
  seconds: 41,
  accounts: 214,
  asked: 214,
  decisions: { Trade: 38, 'No trade': 164, Review: 6, Blocked: 3, Skipped: 3 },
  trades: 412,
  exceptions: 6,
  dataIssues: 3,
  netBenefit: 41_280,
  netBenefitBp: 6.1,
  estTax: -29_900,
  partial: false,
};

const troubled = tables.map((table) =>
  table.name === 'holdings'
    ? { ...table, problems: 2, worst: 'skip' as const }
    : table.name === 'models'
      ? { ...table, problems: 1, worst: 'stop' as const }
      : table,
);
const ready: SessionState = { ...initialState, workbook: 'some tables', tables };
const checked: SessionState = { ...ready, check: clean };
const running = { done: 132, total: 214, now: 'H-RIVERA · 4471-0093', since: Date.parse('2026-11-20T09:30:00Z') };

/** A state of the session by name, and the tab that shows it. */
export interface Story {
  readonly tab: 'data' | 'run';
  readonly state: SessionState;
}

/** Every state a screen of this release can be in. */
export const stories: Readonly<Record<string, Story>> = {
  'looking at the workbook': { tab: 'data', state: initialState },
  'empty workbook': { tab: 'data', state: { ...initialState, workbook: 'empty' } },
  'no tables of ours': { tab: 'data', state: { ...initialState, workbook: 'no tables' } },
  'a core table is missing': {
    tab: 'data',
    state: { ...ready, tables: [...tables.slice(0, 3), line('models', 'Models', 0, { missing: true })] },
  },
  'not checked yet': { tab: 'data', state: ready },
  'waiting for a cell edit': { tab: 'data', state: { ...ready, activity: { kind: 'waiting', then: 'check' } } },
  reading: { tab: 'data', state: { ...ready, activity: { kind: 'reading', then: 'check' } } },
  checking: { tab: 'data', state: { ...ready, activity: { kind: 'checking', then: 'check' } } },
  'no problems': { tab: 'data', state: checked },
  'accounts skipped': { tab: 'data', state: { ...ready, tables: troubled, check: warned } },
  'the data stops a run': { tab: 'data', state: { ...ready, tables: troubled, check: stopping } },
  ...importStories(ready),
  'ready to run': { tab: 'run', state: { ...checked, check: warned } },
  'some of it can be mended': { tab: 'data', state: { ...ready, tables: troubled, check: { ...stopping, repairs } } },
  'cells are being changed': { tab: 'data', state: { ...ready, activity: { kind: 'writing', done: 0, total: 1, then: 'fix' } } },
  'run refused by the data': { tab: 'run', state: { ...ready, check: stopping } },
  'selection chosen': {
    tab: 'run',
    state: { ...checked, scope: { kind: 'selection' }, selected: ['4471-0001', '4471-0002', '4471-0003', '4471-0004'] },
  },
  'accounts chosen': { tab: 'run', state: { ...checked, scope: { kind: 'chosen', accounts: ['4471-0001', '4471-0002'] } } },
  sending: { tab: 'run', state: { ...checked, activity: { kind: 'sending', megabytes: 4.81, slow: false } } },
  'sending slowly': { tab: 'run', state: { ...checked, activity: { kind: 'sending', megabytes: 4.81, slow: true } } },
  running: { tab: 'run', state: { ...checked, activity: { kind: 'running', ...running } } },
  stopping: { tab: 'run', state: { ...checked, activity: { kind: 'stopping', ...running } } },
  stopped: { tab: 'run', state: { ...checked, activity: { kind: 'stopped', done: 132, total: 214 } } },
  'stopped before the first account': { tab: 'run', state: { ...checked, activity: { kind: 'stopped', done: 0, total: 214 } } },
  'writing results': { tab: 'run', state: { ...checked, activity: { kind: 'writing', done: 2, total: 5, then: 'run' } } },
  done: { tab: 'run', state: { ...checked, lastRun } },
  'partial result': { tab: 'run', state: { ...checked, lastRun: { ...lastRun, accounts: 132, partial: true, estTax: 1_120 } } },
  'inputs changed': { tab: 'run', state: { ...checked, lastRun, inputsChanged: true } },
  offline: {
    tab: 'run',
    state: {
      ...checked,
      online: false,
      notice: {
        intent: 'warning',
        text: "We couldn't reach the service. Check your connection and try again. Nothing was changed.",
        action: 'try again',
      },
    },
  },
  'protected sheet': {
    tab: 'run',
    state: {
      ...checked,
      notice: {
        intent: 'warning',
        text: 'Trades is protected. Unprotect it (Review ▸ Unprotect Sheet) and press Try again.',
        action: 'try again',
      },
    },
  },
  'manual calculation': {
    tab: 'data',
    state: {
      ...checked,
      notice: {
        intent: 'warning',
        text: 'Excel is on manual calculation, so formulas may be out of date. Calculate and check again?',
        action: 'calculate',
      },
    },
  },
  'unknown fault': {
    tab: 'run',
    state: {
      ...checked,
      notice: {
        intent: 'error',
        text: 'Something went wrong on our side. Your workbook is unchanged.',
        action: 'copy',
        supportCode: '7F3A-21',
      },
    },
  },
};
