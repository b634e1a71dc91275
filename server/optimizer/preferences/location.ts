import type { Account, AssetClass, Book, Household, Locality, Security, TaxType } from '../../../shared/book/book';
import { nameKey } from '../../../shared/book/names';

/** Cost a year of a dollar held where its class would not be at all; a second or third choice costs its part of it. Our choice. */
export const misplaced = 0.0025;

type Market = Pick<Book, 'assetClasses'>;

/** Exempt accounts pay no tax on what they hold or pay out, like tax-free ones. */
export const localityOf = (taxType: TaxType): Locality => (taxType === 'Exempt' ? 'Tax-free' : taxType);

const classOf = ({ assetClasses }: Market, { assetClass }: Security): AssetClass | undefined => assetClasses.get(nameKey(assetClass));

/**
 * Tax a year on a dollar held in a taxable account: Tax drag of its asset class, else its Yield at the rates of the profile, where
 * a blank Qualified share counts as none; 0 when neither is known.
 */
export function taxDrag(market: Market, security: Security, { tax }: Pick<Account, 'tax'>): number {
  const stated = classOf(market, security)?.taxDrag;
  if (stated !== undefined) return stated;
  const qualified = security.qualifiedShare ?? 0;
  return (security.yield ?? 0) * (qualified * (tax.dividendRate ?? tax.longRate) + (1 - qualified) * tax.shortRate);
}

/** Cost a year of a dollar of the security held in this account rather than where it belongs: what *Prefer* counts. */
export function locationCost(market: Market, policy: Household['locationPolicy'], security: Security, account: Pick<Account, 'taxType' | 'tax'>): number {
  if (policy === 'Off') return 0;
  if (policy === 'Tax-aware') return account.taxType === 'Taxable' ? taxDrag(market, security, account) : 0;
  const wanted = classOf(market, security)?.preferredLocation ?? [];
  if (wanted.length === 0) return 0;
  const choice = wanted.indexOf(localityOf(account.taxType));
  return misplaced * (choice < 0 ? 1 : choice / wanted.length);
}
