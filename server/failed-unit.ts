import type { UnitFailure } from './jobs/types';
import { exceptionRow, type ExceptionFacts } from './workflow/exceptions';
import { emptyScoreRow } from './workflow/score-rows';
import type { Unit, UnitOutcome } from './workflow/unit';

const again = 'Run these accounts again. Maybe tell support if it happens twice.';

/** What each failure means for the accounts it met. */
const meanings: Readonly<Record<UnitFailure, Pick<ExceptionFacts, 'whatHappened' | 'suggestedFix'>>> = {
  error: { whatHappened: 'The account could not be decided because of a fault on our side.', suggestedFix: again },
  crashed: { whatHappened: 'The account could not be decided: its computation ended unexpectedly.', suggestedFix: again },
  'out-of-memory': {
    whatHappened: 'The account could not be decided: it needs more memory than the service has.',
    suggestedFix: 'Maybe its household is very large; run the account alone.',
  },
  'timed-out': {
    whatHappened: 'The account could not be decided in the time the service gives.',
    suggestedFix: 'Maybe its household is very large; run the account alone, or lower its time limit in Settings.',
  },
};

/** The rows of a unit that came to nothing: each account is blocked and says why; the rest of the run is not touched. */
export function failedUnit({ book, decide, runId }: Unit, failure: UnitFailure): UnitOutcome {
  const facts: ExceptionFacts = { severity: 'Block', code: `unit-${failure}`, ...meanings[failure] };
  const accounts = book.accounts.filter(({ id }) => decide.includes(id));
  return {
    accounts: accounts.map((account) => ({
      score: emptyScoreRow(account, 'Blocked', facts.whatHappened, 'Not solved: fault', runId, 1),
      trades: [],
      exceptions: [exceptionRow(account, runId, facts)],
    })),
  };
}
