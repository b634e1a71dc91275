import type { RunSummary } from '../../shared/api/result';
import { toCents } from '../../shared/units';
import type { AuditEntry } from '../../shared/sheets/audit-chain';
import { localMoment } from './local-day';

/** The audit trail's line for a run. Who ran it is not known without sign-in and stays blank. */
export function runEntry(run: RunSummary, now: Date, asked: number): AuditEntry {
  return {
    whenLocal: localMoment(now),
    whenUtc: now.toISOString(),
    who: null,
    action: 'Run',
    scope: run.scope,
    runId: run.id,
    accounts: run.accounts,
    trades: run.trades,
    turnover: toCents((run.bought + run.sold) / 2),
    estTax: run.estTax,
    inputsFingerprint: run.inputsFingerprint,
    outputsFingerprint: run.outputsFingerprint,
    changedSinceLastRun: null,
    contract: run.contract,
    engine: run.engine,
    fileAndSha256: null,
    note: run.partial ? `Stopped after ${run.accounts} of ${asked} accounts; the finished ones were kept.` : null,
  };
}
