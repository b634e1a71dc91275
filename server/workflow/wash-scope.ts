import type { Account, Book } from '../../shared/book/book';
import { nameKey } from '../../shared/book/names';

/** Whether an account must mind another one's trades for wash sales, by its setting *Wash-sale scope*; it always minds its own. */
export function washScopeOf({ households }: Pick<Book, 'households'>, { id, household, settings: { washSaleScope } }: Account): (other: Pick<Account, 'id' | 'household'>) => boolean {
  if (washSaleScope === 'Account') return (other) => other.id === id;
  const linked = washSaleScope === 'Linked' ? (households.get(nameKey(household))?.linked ?? []) : [];
  return (other) => other.household === household || linked.includes(nameKey(other.household));
}
