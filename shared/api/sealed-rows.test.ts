import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { RunResult } from './result';
import { joinPage, sealAccounts, sealHead } from './sealed-rows';

/** Rows with the one field that sealing looks at, and one that must pass through untouched. */
const resultOf = (scores: string[], trades: string[], exceptions: string[]): RunResult => {
  const rows = (ids: string[]): object[] => ids.map((accountId, n) => ({ accountId, note: `"${n}", [\u2028]` }));
  return {
    run: { id: 'R-1' },
    scores: rows(scores),
    trades: rows(trades),
    exceptions: rows(exceptions),
    dataIssues: [{ code: 'H04' }],
  } as unknown as RunResult;
};
const ids = fc.uniqueArray(fc.string({ maxLength: 4 }), { maxLength: 6 });

test('a page of everything is the result itself, when rows are grouped by account', () => {
  fc.assert(
    fc.property(ids, fc.nat(3), (accounts, each) => {
      const result = resultOf(
        accounts,
        accounts.flatMap((id) => Array<string>(each).fill(id)),
        accounts,
      );
      expect(JSON.parse(joinPage([...sealAccounts(result)], sealHead(result), undefined))).toEqual(result);
    }),
  );
});

test('no row is lost, whichever accounts have scores', () => {
  fc.assert(
    fc.property(ids, ids, ids, (scores, trades, exceptions) => {
      const result = resultOf(scores, trades, exceptions);
      const page = JSON.parse(joinPage([...sealAccounts(result)], undefined, '7')) as RunResult;
      expect([page.scores.length, page.trades.length, page.exceptions.length]).toEqual([scores.length, trades.length, exceptions.length]);
      expect(page).toMatchObject({ run: null, dataIssues: [], next: '7' });
    }),
  );
});
