import type { Account } from '../../shared/book/book';
import type { AccountRows, Cancellation } from '../jobs/types';
import { buildSnapshot, isSnapshot } from '../optimizer/build-snapshot';
import { rebalance } from '../optimizer/rebalance';
import { asDollars } from '../optimizer/rows/row';
import type { Solver } from '../optimizer/solvers/solver';
import { decide } from './decide';
import { exceptionRow, type ExceptionFacts } from './exceptions';
import { emptyScoreRow, scoreRow, tradeRows } from './report-rows';
import type { Suspension, Unit, UnitOutcome } from './unit';
import { RunLedger } from './wash-ledger';

/** Decides the accounts of a unit one after the other; each sees what those before it do. Stops between accounts when asked. */
export function decideUnit(unit: Unit, solver: Solver, stop: Cancellation = { aborted: false }): UnitOutcome {
  const ledger = new RunLedger(unit.book);
  const byId = new Map(unit.book.accounts.map((account) => [account.id, account]));
  let riskLevel: UnitOutcome['riskLevel'];
  const accounts: AccountRows[] = [];
  for (const id of unit.decide) {
    if (stop.aborted) break;
    const account = byId.get(id);
    if (!account) throw new Error(`Account ${id} is not in its own unit`);
    const suspension = unit.suspended[id] ?? statusSuspension(account);
    if (suspension) accounts.push(suspended(account, suspension, unit.runId));
    else {
      const decided = decideAccount(unit, account, ledger, solver);
      riskLevel ??= decided.riskLevel;
      accounts.push(decided.rows);
    }
  }
  return { accounts, riskLevel };
}

function decideAccount(unit: Unit, account: Account, ledger: RunLedger, solver: Solver): { rows: AccountRows; riskLevel?: 0 | 1 } {
  const snapshot = buildSnapshot(unit.book, account, ledger.stateFor(account));
  if (!isSnapshot(snapshot)) return { rows: unweighable(account, snapshot.reason, unit.runId) };
  const proposal = rebalance(snapshot, solver);
  const policy = unit.groups[account.group?.toLowerCase() ?? ''] ?? {};
  const verdict = decide(proposal, policy, unit.runId);
  const extra = notApplied(account);
  const trades = verdict.decision === 'Trade' || verdict.decision === 'Review';
  if (trades) ledger.record(proposal);
  const exceptions = [...verdict.exceptions, ...extra].map((facts) => exceptionRow(account, unit.runId, facts));
  const checks = exceptions.filter(({ severity }) => severity !== 'Info').length;
  return {
    riskLevel: snapshot.risk.level,
    rows: {
      score: scoreRow(proposal, { ...verdict, exceptions: [...verdict.exceptions, ...extra] }, unit.runId),
      trades: trades ? tradeRows(proposal, unit.runId).map((row) => (checks > 0 ? { ...row, checks: `⚠ ${checks}` } : row)) : [],
      exceptions,
    },
  };
}

/** Restrictions that ask for data the book does not hold: said, never passed over in silence. */
function notApplied(account: Account): ExceptionFacts[] {
  return account.restrictions
    .filter(({ rule, on }) => rule === 'Screen' || on === 'Tag' || on === 'Screen')
    .map(({ rule, value, source }) => ({
      severity: 'Review', code: 'restriction-not-applied', whatHappened: `"${rule} ${value}" could not be applied: tags and screens are not read yet.`,
      suggestedFix: 'Name the symbols in Restrictions, one row each.', source,
    }));
}

function statusSuspension(account: Account): Suspension | undefined {
  return account.status === 'Suspended'
    ? { reason: 'Accounts[Status] is Suspended.', code: 'A-status', fix: 'Set Status to Active when it may trade again.' } : undefined;
}

/** A suspended account; cash that is due becomes a ticket for people. */
function suspended(account: Account, { reason, code, fix, source }: Suspension, runId: string): AccountRows {
  const due = account.flows.filter(({ standing, type }) => standing === 'due' && type !== 'Deposit').reduce((sum, { amount }) => sum + amount, 0);
  const short = Math.max(0, due - account.cash);
  const facts: ExceptionFacts[] = [
    { severity: 'Block', code, whatHappened: `Left out: ${reason}`, suggestedFix: fix, source },
    ...(short > 0 ? [{
      severity: 'Block' as const, code: 'manual-ticket', whatHappened: `${asDollars(short)} of cash is due and the account is suspended.`,
      suggestedFix: 'Raise the cash by hand, or mend the data and run again.', source: 'Cash flows',
    }] : []),
  ];
  return {
    score: emptyScoreRow(account, 'Skipped', reason, 'Not solved: data', runId, facts.length),
    trades: [],
    exceptions: facts.map((entry) => exceptionRow(account, runId, entry)),
  };
}

function unweighable(account: Account, reason: string, runId: string): AccountRows {
  const facts: ExceptionFacts = { severity: 'Block', code: 'no-value', whatHappened: reason, suggestedFix: 'Check Holdings, Cash flows and Models.' };
  return {
    score: emptyScoreRow(account, 'Blocked', reason, 'Not solved: data', runId, 1), trades: [], exceptions: [exceptionRow(account, runId, facts)],
  };
}
