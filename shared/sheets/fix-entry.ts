import { contractVersion } from '../contract';
import { counted } from '../counted';
import { localMoment } from '../local-day';
import { engineVersion } from '../version';
import type { AuditEntry } from './audit-chain';

/** The audit trail's line for repairs that people asked for: how many cells, and why. */
export function fixEntry(codes: readonly string[], cells: number, now: Date): AuditEntry {
  const named = [...new Set(codes)].sort().join(', ');
  return {
    whenLocal: localMoment(now),
    whenUtc: now.toISOString(),
    who: null,
    action: 'Fix',
    scope: named,
    runId: null,
    accounts: 0,
    trades: null,
    turnover: null,
    estTax: null,
    inputsFingerprint: null,
    outputsFingerprint: null,
    changedSinceLastRun: counted(cells, 'cell'),
    contract: contractVersion,
    engine: engineVersion,
    fileAndSha256: null,
    note: `Fixed ${counted(cells, 'cell')}: ${named}.`,
  };
}
