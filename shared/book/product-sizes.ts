import type { Account, Book } from './book';
import { nameKey } from './names';

type Valued = Pick<Account, 'id' | 'household' | 'status'> & { readonly value: number };

/** Dollars that Min account of a product is compared with, by account ID: the account's value, or its household's when it is managed Together. */
export function productSizes(accounts: readonly Valued[], households: Book['households']): Map<string, number> {
  const isTogether = ({ household }: Valued): boolean => households.get(nameKey(household))?.manageAs === 'Together';
  const sums = new Map<string, number>();
  for (const account of accounts) {
    if (account.status === 'Closed' || !isTogether(account)) continue;
    sums.set(nameKey(account.household), (sums.get(nameKey(account.household)) ?? 0) + account.value);
  }
  return new Map(accounts.map((account) => [account.id, isTogether(account) ? (sums.get(nameKey(account.household)) ?? account.value) : account.value]));
}
