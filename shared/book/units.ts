import type { Account, Book, Household } from './book';
import { compareText, nameKey } from './names';

/**
 * The accounts that must be decided together: those of one household (wash sales look across it, and it may be managed as
 * one), those of households with a wash-sale link, those that share a tax profile (their gains net against each other),
 * and whatever these couple further. Within a unit and
 * between units taxable accounts come first, then account IDs in order; the order of rows plays no part.
 */
export function decisionUnits(book: Pick<Book, 'accounts'> & Partial<Pick<Book, 'households'>>): Account[][] {
  const accounts = [...book.accounts].sort(taxableFirst);
  const parent = accounts.map((_, index) => index);
  const root = (index: number): number => {
    while (parent[index] !== index) index = parent[index] = parent[parent[index]];
    return index;
  };
  const firstWith = new Map<string, number>();
  accounts.forEach((account, index) => {
    for (const bond of bonds(account, book.households?.get(nameKey(account.household)))) {
      const other = firstWith.get(bond);
      if (other === undefined) firstWith.set(bond, index);
      else parent[Math.max(root(index), root(other))] = Math.min(root(index), root(other));
    }
  });
  const units = new Map<number, Account[]>();
  accounts.forEach((account, index) => {
    const unit = units.get(root(index));
    if (unit) unit.push(account);
    else units.set(root(index), [account]);
  });
  return [...units.values()];
}

/** What ties an account to others. Default rates tie nobody, and accounts that pay no tax share no gains. */
function bonds({ household, tax, taxType }: Account, family: Household | undefined): string[] {
  const shares = taxType === 'Taxable' && !tax.assumed;
  const key = nameKey(household);
  const links = (family?.linked ?? []).map((other) => `link ${[key, other].sort(compareText).join('\n')}`);
  return [`household ${key}`, ...links, ...(shares ? [`profile ${nameKey(tax.id)}`] : [])];
}

function taxableFirst(a: Account, b: Account): number {
  return Number(b.taxType === 'Taxable') - Number(a.taxType === 'Taxable') || compareText(a.id, b.id);
}
