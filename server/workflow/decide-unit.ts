import type { ScoreRow } from '../../shared/api/result';
import type { Account } from '../../shared/book/book';
import { nameKey } from '../../shared/book/names';
import { suspensionIn, untilWhy } from '../../shared/book/overrides';
import type { AccountRows, Cancellation } from '../jobs/types';
import { buildSnapshot, isSnapshot } from '../optimizer/build-snapshot';
import { missedConflicts } from '../optimizer/explain/missed-conflicts';
import { frameHousehold } from '../optimizer/household/frame';
import type { Proposal } from '../optimizer/proposal';
import { rebalance } from '../optimizer/rebalance';
import { asDollars } from '../optimizer/rows/row';
import type { Solver } from '../optimizer/solvers/solver';
import { decide, type Verdict } from './decide';
import { decideHousehold } from './decide-household';
import { doubtNotes } from './doubt-notes';
import { exceptionRow, type ExceptionFacts } from './exceptions';
import { householdRow } from './household-rows';
import { overrideNotes } from './override-notes';
import { planHousehold } from './plan-household';
import { emptyScoreRow, scoreRow } from './score-rows';
import { tradeRows } from './trade-rows';
import type { GroupPolicy, Suspension, Unit, UnitOutcome } from './unit';
import { RunLedger } from './wash-ledger';

/**
 * Decides the accounts of a unit one after the other; each sees what those before it do. Accounts of a household managed Together
 * are decided as one when the first of them is reached. Stops between accounts when asked.
 */
export function decideUnit(unit: Unit, solver: Solver, stop: Cancellation = { aborted: false }): UnitOutcome {
  const ledger = new RunLedger(unit.book);
  const byId = new Map(unit.book.accounts.map((account) => [account.id, account]));
  let riskLevel: UnitOutcome['riskLevel'];
  const accounts: AccountRows[] = [];
  const households: ScoreRow[] = [];
  const together = new Map<string, AccountRows>();
  for (const id of unit.decide) {
    if (stop.aborted) break;
    const account = byId.get(id);
    if (!account) throw new Error(`Account ${id} is not in its own unit`);
    const suspension = suspensionOf(unit, account);
    if (!suspension && !together.has(id)) {
      const whole = decideTogether(unit, account, ledger, solver);
      whole?.accounts.forEach((rows) => together.set(rows.score.accountId, rows));
      households.push(...(whole?.households ?? []));
      riskLevel ??= whole?.riskLevel;
    }
    if (suspension) accounts.push(suspended(account, suspension, unit.runId));
    else if (together.has(id)) accounts.push(together.get(id)!);
    else {
      const decided = decideAccount(unit, account, ledger, solver);
      riskLevel ??= decided.riskLevel;
      accounts.push(decided.rows);
    }
  }
  return { accounts, households, riskLevel };
}

/** The whole household of an account, when it is managed Together; accounts that cannot be weighed are left to themselves. */
function decideTogether(unit: Unit, { household }: Account, ledger: RunLedger, solver: Solver): UnitOutcome | undefined {
  const family = unit.book.households.get(nameKey(household));
  if (family?.manageAs !== 'Together') return undefined;
  const members = unit.book.accounts.filter((account) => account.household === household && account.status !== 'Closed');
  const asked = new Set(unit.decide);
  const traded = new Set(members.filter((account) => asked.has(account.id) && !suspensionOf(unit, account)).map(({ id }) => id));
  const frame = frameHousehold(unit.book, family, members, traded);
  if (!frame) return undefined;
  const plan = planHousehold(frame, ledger, solver);
  const verdict = decideHousehold(plan, ({ snapshot }) => policyOf(unit, snapshot.account), unit.runId);
  const accounts = plan.proposals.map((proposal, k) => rowsOf(unit, proposal, verdict.members[k]));
  plan.proposals.forEach(({ snapshot }, k) => { if (!isTrading(verdict.members[k])) ledger.forget(snapshot.account.id); });
  return {
    accounts, riskLevel: frame.traded[0].plain.risk.level,
    households: [householdRow(plan, accounts.map(({ score }) => score), verdict.whole, unit.runId)],
  };
}

const policyOf = (unit: Unit, { group }: Account): Partial<GroupPolicy> => unit.groups[group?.toLowerCase() ?? ''] ?? {};

const isTrading = ({ decision }: Verdict): boolean => decision === 'Trade' || decision === 'Review';

function rowsOf({ runId }: Unit, proposal: Proposal, given: Verdict): AccountRows {
  // Where it trades, its review has told of the doubtful rows.
  const doubts = isTrading(given) ? [] : doubtNotes(proposal.snapshot, 0);
  const verdict = { ...given, exceptions: [...given.exceptions, ...doubts, ...overrideNotes(proposal.snapshot)] };
  const exceptions = verdict.exceptions.map((facts) => exceptionRow(proposal.snapshot.account, runId, facts));
  const checks = exceptions.filter(({ severity }) => severity !== 'Info').length;
  return {
    score: scoreRow(proposal, verdict, runId),
    trades: isTrading(verdict) ? tradeRows(proposal, runId).map((row) => (checks > 0 ? { ...row, checks: `⚠ ${checks}` } : row)) : [],
    exceptions,
  };
}

function decideAccount(unit: Unit, account: Account, ledger: RunLedger, solver: Solver): { rows: AccountRows; riskLevel?: UnitOutcome['riskLevel'] } {
  const snapshot = buildSnapshot(unit.book, account, ledger.stateFor(account));
  if (!isSnapshot(snapshot)) return { rows: unweighable(account, snapshot.reason, unit.runId) };
  const proposal = rebalance(snapshot, solver);
  const verdict = decide(proposal, policyOf(unit, account), unit.runId, missedConflicts(proposal, solver));
  if (isTrading(verdict)) ledger.record(proposal);
  return { riskLevel: snapshot.risk.level, rows: rowsOf(unit, proposal, verdict) };
}

const suspensionOf = ({ suspended: known }: Unit, account: Account): Suspension | undefined => known[account.id] ?? statusSuspension(account) ?? overrideSuspension(account);

function statusSuspension(account: Account): Suspension | undefined {
  return account.status === 'Suspended'
    ? { reason: 'Accounts[Status] is Suspended.', code: 'A-status', fix: 'Set Status to Active when it may trade again.' } : undefined;
}

function overrideSuspension(account: Account): Suspension | undefined {
  const override = suspensionIn(account);
  return override && {
    reason: `Suspended${untilWhy(override)}. ${override.source}.`, code: 'override',
    fix: 'Remove the override when the account may trade again, or let it end.', source: override.source,
  };
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
