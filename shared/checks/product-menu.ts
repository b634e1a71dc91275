import type { Product } from '../book/book';
import { customizationFinder } from '../book/customizations';
import { nameKey } from '../book/names';
import { buildProducts, type Holder } from '../book/products';
import { groupBy } from '../contract/book-index';
import { accountValue, type Context } from './check';

/** Products by what they are looked up by, and how an account stands to them. */
export interface ProductMenu {
  /** Products of an asset class by rank; undefined when it has none. */
  ofClass(assetClass: string): readonly Product[] | undefined;
  /** Products that bear a name, by rank. */
  named(product: string): readonly Product[] | undefined;
  /** What decides which products an account may hold. */
  holder(accountId: string): Holder;
  /** Whether an account drops an asset class or product, so that nothing is bought for it. */
  isDropped(accountId: string, component: string): boolean;
}

const menus = new WeakMap<Context, ProductMenu>();

/** The products of a book. */
export function productMenu(context: Context): ProductMenu {
  const menu = menus.get(context) ?? buildMenu(context);
  menus.set(context, menu);
  return menu;
}

function buildMenu(context: Context): ProductMenu {
  const { tables, asOf, index } = context;
  const products = buildProducts(tables.products ?? []) ?? [];
  const byClass = groupBy(products, ({ assetClass }) => assetClass);
  const byName = groupBy(products, ({ name }) => name);
  const customizationsOf = customizationFinder(tables.customizations ?? [], asOf);
  const holders = new Map<string, Holder>();
  return {
    ofClass: (assetClass) => byClass.get(nameKey(assetClass)),
    named: (product) => byName.get(nameKey(product)),
    holder: (id) => {
      const known = holders.get(id) ?? { taxType: index.account(id)?.taxType ?? 'Taxable', size: sizeOf(context, id) };
      holders.set(id, known);
      return known;
    },
    isDropped: (id, component) => {
      const household = index.account(id)?.householdId ?? id;
      return customizationsOf({ id, household }).some((one) => one.change === 'Drop class' && nameKey(one.component) === nameKey(component));
    },
  };
}

/** Dollars of the account, or of its household when it is managed Together. */
function sizeOf(context: Context, id: string): number {
  const { index } = context;
  const household = index.account(id)?.householdId ?? id;
  const members = index.household(household)?.manageAs === 'Together' ? index.membersOf.householdId(household) : [];
  const counted = members.filter((member) => index.account(member)?.status !== 'Closed');
  return (counted.includes(id) ? counted : [id]).reduce((sum, member) => sum + accountValue(context, member), 0);
}
