import type { IsoDate } from '../units';
import type { Account, Product, TaxType } from './book';
import { compareText, nameKey } from './names';
import { unranked } from './securities';
import type { Directory, Found, Resolved } from './resolve-component';
import type { Row } from './rows';
import { parseTaxTypes } from './tax-types';

/** The products by asset class, rank and name. Undefined without rows. Rows that name no class or nothing to hold are left out. */
export function buildProducts(rows: readonly Row<'products'>[]): Product[] | undefined {
  if (rows.length === 0) return undefined;
  return rows
    .filter((row) => [row.product, row.assetClass, row.implements].every((text) => nameKey(text ?? '') !== ''))
    .map(toProduct)
    .sort((a, b) => compareText(nameKey(a.assetClass), nameKey(b.assetClass)) || a.rank - b.rank || compareText(a.name, b.name)
      || compareText(a.implements, b.implements) || compareText(JSON.stringify(a), JSON.stringify(b)));
}

function toProduct(row: Row<'products'>): Product {
  return {
    name: row.product.trim(),
    assetClass: row.assetClass.trim(),
    implements: row.implements.trim(),
    rank: row.rank ?? 1,
    taxTypes: parseTaxTypes(row.taxTypes).taxTypes,
    minAccount: row.minAccount ?? 0,
    approved: row.approved ?? 'Yes',
    until: row.until,
    row: row.row,
  };
}

/** What a product asks of whoever holds it: the tax type, and dollars of the account (of the household, when managed Together). */
export interface Holder {
  readonly taxType: TaxType;
  readonly size: number;
}

/** Why a product may not be bought for a holder; undefined when it may. */
export function refusalOf({ approved, until, taxTypes, minAccount }: Product, { taxType, size }: Holder, asOf: IsoDate): string | undefined {
  if (approved !== 'Yes') return approved === 'No' ? 'not approved' : 'hold only';
  if (until !== undefined && until < asOf) return `approved until ${until}`;
  if (!taxTypes.includes(taxType)) return `not for ${taxType} accounts`;
  return size < minAccount ? `for accounts from $${minAccount.toLocaleString('en-US')}` : undefined;
}

/** Whether what a product implements is kept where it is held, though it is not bought. */
function isKept({ approved, until, taxTypes }: Product, { taxType }: Holder, asOf: IsoDate): boolean {
  return approved === 'Hold only' && (until === undefined || asOf <= until) && taxTypes.includes(taxType);
}

/** What tells holders apart: accounts of one tax type that pass the same minimums are implemented alike. */
export function holderOf({ taxType, productSize = 0 }: Pick<Account, 'taxType' | 'productSize'>): Holder {
  return { taxType, size: productSize };
}

/** The same text for all holders that every product of a list treats alike. */
export function holderKinds(products: readonly Product[] | undefined): (holder: Holder) => string {
  const steps = [...new Set((products ?? []).map(({ minAccount }) => minAccount))].sort((a, b) => a - b);
  return ({ taxType, size }) => (products ? `${taxType} ${steps.filter((step) => size >= step).length}` : '');
}

/**
 * The directory as a holder sees it: an asset class that has products is its first allowed one, a product's name is the first
 * allowed of its rows. What is not in Products resolves as before. A model's name still comes before a product's, and a product's
 * before a class's.
 */
export function withProducts(base: Directory, products: readonly Product[], holder: Holder, asOf: IsoDate): Directory {
  const group = (name: (product: Product) => string): Map<string, Product[]> => {
    const groups = new Map<string, Product[]>();
    for (const product of products) groups.set(nameKey(name(product)), [...(groups.get(nameKey(name(product))) ?? []), product]);
    return groups;
  };
  const [byName, byClass] = [group(({ name }) => name), group(({ assetClass }) => assetClass)];
  const held = ({ implements: name }: Product): Found | undefined => {
    const found = base.resolve({ component: name, type: 'Symbol', target: 1, buyRank: unranked }) ?? base.resolve({ component: name, type: 'Model', target: 1, buyRank: unranked });
    return found?.kind === 'nothing' ? undefined : found;
  };
  const choose = (menu: readonly Product[], name: string, assetClass?: string): Resolved => {
    const product = menu.find((each) => refusalOf(each, holder, asOf) === undefined && held(each));
    const found = product && held(product);
    if (found) return { ...found, name, assetClass: assetClass ?? product.assetClass, product, kept: menu.filter((each) => isKept(each, holder, asOf)) };
    const reasons = menu.map((each) => `${each.name} is ${refusalOf(each, holder, asOf) ?? `"${each.implements}", which is neither a symbol nor a model`}`);
    return { kind: 'nothing', name, reason: `no product of it may be bought (${reasons.join('; ')})` };
  };
  return {
    ...base,
    resolve: (component) => {
      const key = nameKey(component.component);
      const plain = base.resolve(component);
      if (component.type === 'Symbol' || component.type === 'Model' || key === 'cash') return plain;
      if (component.type === undefined && plain?.kind === 'model') return plain;
      const named = component.type === 'Asset class' ? undefined : byName.get(key);
      if (named) return choose(named, named[0].name);
      const menu = plain === undefined || plain.kind === 'class' || plain.kind === 'nothing' || component.type === 'Asset class' ? byClass.get(key) : undefined;
      return menu ? choose(menu, plain?.name ?? menu[0].assetClass, plain?.name ?? menu[0].assetClass) : plain;
    },
  };
}
