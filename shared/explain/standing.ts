import type { CashFlow } from '../book/book';
import { untilWhy, suspensionIn } from '../book/overrides';
import { line, type ExplainedLine } from './line';
import { originOf, placeOf } from './source';
import type { Subject } from './subject';

const standings = { due: 'leaves in this run', reserve: 'stays in cash', later: 'not yet' } satisfies Record<CashFlow['standing'], string>;

/** Cash flows with their days: due, kept in reserve, or still to come. */
export function explainCash({ account, places }: Subject): ExplainedLine[] {
  return account.flows.map(({ type, amount, date, standing, source }) => line('Cash', type, amount, {
    unit: 'dollars', ...originOf(source, places), changed: true,
    note: `${date ?? 'as soon as possible'}: ${type === 'Deposit' ? (standing === 'due' ? 'counted today' : 'not yet') : standings[standing]}`,
  }));
}

/** Overrides in force, what corporate actions forbid, and manual trades. */
export function explainStandingOrders({ account: { overrides = [], requests = [] }, places }: Subject): ExplainedLine[] {
  return [
    ...overrides.map((override) => line('Standing orders', override.kind, override.symbol ?? 'every security', { ...originOf(override.source, places), note: untilWhy(override).replace(/^:? /, ''), changed: true })),
    ...requests.map(({ action, symbol, into, mode, reason, source }) => line('Standing orders', `${mode} ${action.toLowerCase()}`, into === undefined ? symbol : `${symbol} into ${into}`, { ...originOf(source, places), note: reason, changed: true })),
  ];
}

/** What keeps the account from being decided: its status, an override, and every check that leaves it out. */
export function explainSuspensions({ account, row, places, issues }: Subject): ExplainedLine[] {
  const override = suspensionIn(account);
  return [
    ...(account.status === 'Active' ? [] : [line('Suspensions', 'Status', account.status, { level: 'Account', source: placeOf(places, 'accounts', row.row, 'status'), changed: true })]),
    ...(override ? [line('Suspensions', 'Override', override.kind, { ...originOf(override.source, places), note: override.reason, changed: true })] : []),
    ...issues.filter(({ severity, accounts }) => severity === 'stop' || (severity === 'skip' && accounts?.includes(account.id))).map(({ code, severity, message, fix, sheet, cell }) =>
      line('Suspensions', `Check ${code}`, severity === 'stop' ? 'stops every run' : 'leaves the account out', { level: 'Run', source: sheet ? `${sheet}${cell ? `!${cell}` : ''}` : null, note: [message, fix].filter(Boolean).join(' '), changed: true })),
  ];
}
