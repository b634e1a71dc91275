import type { ExceptionRow } from '../../shared/api/result';
import type { Account } from '../../shared/book/book';

/** What an exception says; the rest of its row follows from the account and the run. */
export interface ExceptionFacts {
  readonly severity: ExceptionRow['severity'];
  readonly code: string;
  readonly whatHappened: string;
  readonly suggestedFix: string;
  readonly limit?: string;
  readonly actual?: string;
  readonly overBy?: string;
  readonly whatIsInTheWay?: string;
  readonly source?: string;
  readonly tradesAffected?: number;
}

/** A row of the Exceptions sheet. */
export function exceptionRow(account: Pick<Account, 'id' | 'name'>, runId: string, facts: ExceptionFacts): ExceptionRow {
  return {
    severity: facts.severity, state: 'New', accountId: account.id, account: account.name ?? null,
    whatHappened: facts.whatHappened, limit: facts.limit ?? null, actual: facts.actual ?? null, overBy: facts.overBy ?? null,
    whatIsInTheWay: facts.whatIsInTheWay ?? null, suggestedFix: facts.suggestedFix, source: facts.source ?? null,
    tradesAffected: facts.tradesAffected ?? 0, resolution: null, resolutionNote: null, by: null, at: null, code: facts.code, runId,
  };
}
