import type { RunResult } from '../../shared/api/result';
import type { Tables } from '../../shared/contract';

/** The result with account names, which never left the workbook. */
export function withLocalNames(result: RunResult, { accounts }: Tables): RunResult {
  const names = new Map(accounts.map(({ accountId, accountName }) => [accountId, accountName]));
  const named = <Row extends { readonly accountId: string; readonly account: string | null }>(row: Row): Row => ({
    ...row,
    account: names.get(row.accountId) ?? row.account,
  });
  return { ...result, trades: result.trades.map(named), scores: result.scores.map(named), exceptions: result.exceptions.map(named) };
}
