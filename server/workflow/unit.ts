import type { AccountRows } from '../jobs/types';
import type { ScoreRow } from '../../shared/api/result';
import type { Account, Book } from '../../shared/book/book';
import { nameKey } from '../../shared/book/names';
import type { TableRow } from '../../shared/contract';

/** Review policy of a group, as the Groups table gives it. */
export type GroupPolicy = TableRow<'groups'>;

/** Accounts that must be decided together, with all that their decisions depend on. Structured-cloneable. */
export interface Unit {
  /** The book with no accounts but the unit's own: those to decide, and those that only count for wash sales. */
  readonly book: Book;
  /** Account IDs to decide, in order. */
  readonly decide: readonly string[];
  /** Why an account is suspended, by account ID. */
  readonly suspended: Readonly<Record<string, Suspension>>;
  /** By group name in lower case. */
  readonly groups: Readonly<Record<string, GroupPolicy>>;
  readonly runId: string;
}

/** What keeps an account from being decided. */
export interface Suspension {
  readonly reason: string;
  readonly code: string;
  readonly fix: string;
  /** Where the trouble lies, `Holdings!F12`. */
  readonly source?: string;
}

/** What deciding a unit returns: the rows of each account, in the order asked. */
export interface UnitOutcome {
  readonly accounts: readonly AccountRows[];
  /** Rows of Scores for the households managed Together. */
  readonly households?: readonly ScoreRow[];
  /** The risk model level used, when any account was weighed. */
  readonly riskLevel?: 0 | 1 | 2;
}

/** Lists transactions by account once, so that slicing a book into units stays linear. */
export function bookSlicer(book: Book): (accounts: readonly Account[]) => Book {
  const byAccount = new Map<string, Book['transactions'][number][]>();
  for (const transaction of book.transactions) {
    const list = byAccount.get(transaction.accountId);
    if (list) list.push(transaction);
    else byAccount.set(transaction.accountId, [transaction]);
  }
  return (accounts) => ({
    ...book, accounts,
    households: new Map(accounts.flatMap(({ household }) => {
      const family = book.households.get(nameKey(household));
      return family ? [[nameKey(household), family] as const] : [];
    })),
    transactions: accounts.flatMap(({ id }) => byAccount.get(id) ?? []),
  });
}
