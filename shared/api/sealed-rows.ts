import type { ExceptionRow, RunResult, ScoreRow, TradeRow } from './result';

/**
 * The rows of one account as JSON text: objects joined by commas, without brackets.
 * Rows are turned into text once, where they are made; after that they are only stored and joined.
 */
export interface SealedAccount {
  readonly accountId: string;
  readonly scores: string;
  readonly trades: string;
  readonly exceptions: string;
}

/** What the first page says about the run as a whole, as JSON text. */
export interface SealedHead {
  readonly run: string;
  /** A JSON array. */
  readonly dataIssues: string;
}

interface Rows {
  scores: ScoreRow[];
  trades: TradeRow[];
  exceptions: ExceptionRow[];
}

/** The result's rows by account, in the order of its scores, the rows of each account in their own order. */
export function* sealAccounts(result: RunResult): Generator<SealedAccount> {
  const accounts = new Map<string, Rows>();
  const rowsOf = (accountId: string): Rows => {
    const known = accounts.get(accountId) ?? { scores: [], trades: [], exceptions: [] };
    accounts.set(accountId, known);
    return known;
  };
  for (const row of result.scores) rowsOf(row.accountId).scores.push(row);
  for (const row of result.trades) rowsOf(row.accountId).trades.push(row);
  for (const row of result.exceptions) rowsOf(row.accountId).exceptions.push(row);
  for (const [accountId, { scores, trades, exceptions }] of accounts) {
    yield { accountId, scores: joinRows(scores), trades: joinRows(trades), exceptions: joinRows(exceptions) };
  }
}

/** The part of the result that belongs to no account. */
export function sealHead(result: RunResult): SealedHead {
  return { run: JSON.stringify(result.run), dataIssues: JSON.stringify(result.dataIssues) };
}

/** The JSON text of a `ResultsPage`; `head` is given on the first page only. */
export function joinPage(accounts: readonly SealedAccount[], head: SealedHead | undefined, next: string | undefined): string {
  const list = (texts: readonly string[]): string => `[${texts.filter((text) => text !== '').join(',')}]`;
  const fields = [
    `"run":${head?.run ?? 'null'}`,
    `"scores":${list(accounts.map((account) => account.scores))}`,
    `"trades":${list(accounts.map((account) => account.trades))}`,
    `"exceptions":${list(accounts.map((account) => account.exceptions))}`,
    `"dataIssues":${head?.dataIssues ?? '[]'}`,
  ];
  if (next !== undefined) fields.push(`"next":${JSON.stringify(next)}`);
  return `{${fields.join(',')}}`;
}

function joinRows(rows: readonly object[]): string {
  return rows.map((row) => JSON.stringify(row)).join(',');
}
