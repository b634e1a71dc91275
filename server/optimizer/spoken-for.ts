import type { Account, Book } from '../../shared/book/book';
import { nameKey } from '../../shared/book/names';
import { suspensionIn } from '../../shared/book/overrides';
import type { AccountSnapshot, SpokenFor } from './snapshot';

/**
 * What must be traded elsewhere in a household managed Together. No security is sold in one of its accounts and bought in another
 * in one run, and its accounts are decided in turn: without this, one decided earlier could take the side that a request needs.
 */
export function spokenFor({ accounts, households }: Book, account: Account): Pick<AccountSnapshot, 'spokenFor'> {
  if (households.get(nameKey(account.household))?.manageAs !== 'Together') return {};
  const others = accounts.filter((other) => other.id !== account.id && other.household === account.household && other.status === 'Active' && !suspensionIn(other));
  const found = others.flatMap(({ id, requests = [] }) => requests.filter(({ mode }) => mode === 'Must').flatMap(({ action, symbol, into, source }): SpokenFor[] => [
    { symbol, side: action === 'Buy' ? 'buy' : 'sell', accountId: id, source },
    ...(into === undefined ? [] : [{ symbol: into, side: 'buy' as const, accountId: id, source }]),
  ]));
  return found.length > 0 ? { spokenFor: found } : {};
}
