import { expect, it } from '@jest/globals';
import { runResult } from '../../shared/sheets/test-result';
import { lastRunOf } from './last-run';

const [started, now] = [new Date(2026, 10, 20, 9, 30, 19), new Date(2026, 10, 20, 9, 31)];
const result = runResult(2);

it('holds totals and times, and no name or account, so that it may be remembered', () => {
  const last = lastRunOf(result, now, started, 4);
  expect(last).toMatchObject({ id: result.run.id, at: '09:31', seconds: 41, trades: result.run.trades, exceptions: result.exceptions.length, netBenefit: result.run.netScore, estTax: result.run.estTax });
  for (const { accountId, account } of result.scores) for (const secret of [accountId, account]) expect(JSON.stringify(last)).not.toContain(String(secret));
});

it('of a stopped run it knows how many were asked for', () => {
  expect(lastRunOf({ ...result, run: { ...result.run, accounts: 3, partial: true } }, now, started, 9)).toMatchObject({ accounts: 3, asked: 9, partial: true });
});
