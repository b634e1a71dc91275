import type { RunSummary } from '../api/result';
import { toCents } from '../units';
import type { AuditEntry } from './audit-chain';
import { localMoment } from '../local-day';

/** The audit trail's line for a run. Who ran it is not known without sign-in and stays blank; `file` names the workbook with its SHA-256. */
export function runEntry(run: RunSummary, now: Date, asked: number, file: string | null = null): AuditEntry {
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
    fileAndSha256: file,
    note: run.partial ? `Stopped after ${run.accounts} of ${asked} accounts; the finished ones were kept.` : null,
  };
}
