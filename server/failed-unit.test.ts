import { expect, test } from '@jest/globals';
import type { Account } from '../shared/book/book';
import { failedUnit } from './failed-unit';
import type { UnitFailure } from './jobs/types';
import type { Unit } from './workflow/unit';

/** A unit as far as its failure looks at it: one account to decide, one that only counts for wash sales. */
const unit = {
  book: { accounts: ['A-1', 'A-2'].map((id) => ({ id, household: 'H-1' }) as Account) },
  decide: ['A-1'],
  runId: 'R-1',
} as unknown as Unit;

test.each<UnitFailure>(['error', 'crashed', 'out-of-memory', 'timed-out'])(
  'a unit that failed (%s) blocks its accounts and says why',
  (failure) => {
    const { accounts } = failedUnit(unit, failure);
    expect(accounts).toHaveLength(1);
    expect(accounts[0]).toMatchObject({
      score: { accountId: 'A-1', household: 'H-1', decision: 'Blocked', exceptions: 1, runId: 'R-1' },
      trades: [],
      exceptions: [{ accountId: 'A-1', severity: 'Block', code: `unit-${failure}` }],
    });
    expect(accounts[0]?.exceptions[0]?.suggestedFix).toMatch(/Maybe/);
  },
);
