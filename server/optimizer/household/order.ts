import type { Household, TaxType } from '../../../shared/book/book';
import { compareText } from '../../../shared/book/names';
import type { Member } from './frame';

const taxTypes: readonly TaxType[] = ['Tax-deferred', 'Tax-free', 'Exempt', 'Taxable'];

/** Accounts in the order in which they are decided: by *Prefer trades in*, the larger first, then by ID; the order of rows plays no part. */
export function inTradingOrder(members: readonly Member[], preference: Household['preferTradesIn']): Member[] {
  const rank = ({ account: { taxType } }: Member): number => {
    const at = taxTypes.indexOf(taxType);
    return { 'Tax-deferred first': at, 'Taxable first': -at, 'No preference': 0 }[preference];
  };
  return [...members].sort((a, b) => rank(a) - rank(b) || b.share - a.share || compareText(a.account.id, b.account.id));
}
