import { settingsFinder } from '../book/effective-settings';
import { nameKey } from '../book/names';
import type { Tables } from '../contract';

/** How far shares and dollars may be off without being told. */
export interface Tolerance {
  readonly shares: number;
  readonly dollars: number;
}

/** The tolerance of each account: what the caller says, else Reconcile shares and Reconcile dollars of Settings. */
export function toleranceFinder({ accounts, settings = [] }: Pick<Tables, 'accounts' | 'settings'>, said: Partial<Tolerance> = {}): (accountId: string) => Tolerance {
  const settingsOf = settingsFinder(settings);
  const groups = new Map(accounts.map(({ accountId, group }) => [nameKey(accountId), group]));
  return (accountId) => {
    const { reconcileShares, reconcileDollars } = settingsOf({ id: accountId, group: groups.get(nameKey(accountId)) }).settings;
    return { shares: said.shares ?? reconcileShares, dollars: said.dollars ?? reconcileDollars };
  };
}
