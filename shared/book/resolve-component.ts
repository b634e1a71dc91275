import type { Book, ModelComponent, Product, Security } from './book';
import { compareText, nameKey, nameFinder } from './names';
import { cashSymbol, isCash } from './securities';

/** How a component was led on by Products. */
interface ByProduct {
  /** The asset class that is implemented. */
  readonly assetClass?: string;
  readonly product?: Product;
  /** Hold only products of the class: kept where they are held. */
  readonly kept?: readonly Product[];
}

/**
 * What a model's component turns out to be: one symbol, a model by its key, an asset class with the symbol to buy for it, or
 * nothing that this account may buy.
 */
export type Resolved =
  | ({ readonly kind: 'symbol'; readonly name: string; readonly symbol: string } & ByProduct)
  | ({ readonly kind: 'model'; readonly name: string; readonly key: string } & ByProduct)
  | ({ readonly kind: 'class'; readonly name: string; readonly symbol: string } & ByProduct)
  | { readonly kind: 'nothing'; readonly name: string; readonly reason: string };

/** What was found for a component; nothing that may be bought is not. */
export type Found = Exclude<Resolved, { readonly kind: 'nothing' }>;

/** The lookups that resolve the components of one book's models. */
export interface Directory {
  /** Undefined when nothing has that name, or when a class has no security at all. */
  resolve(component: ModelComponent): Resolved | undefined;
  /** Symbols of an asset class, cash left out, in symbol order. */
  members(assetClass: string): readonly string[];
}

type Refers = Pick<Book, 'securities' | 'models'>;

/** Sweep funds are cash: whatever leads to one leads to `CASH`. */
const asCash = (security: Security): string => (isCash(security) ? cashSymbol : security.symbol);

/**
 * Builds the lookups of a book, in time linear in its securities. Names are compared without case. An untyped
 * name that fits several things is a model before an asset class before a symbol; `CASH` is always cash.
 */
export function directoryOf(book: Refers): Directory {
  const classes = new Map<string, Security[]>();
  for (const security of book.securities.values()) {
    const key = nameKey(security.assetClass);
    const list = classes.get(key);
    if (list) list.push(security);
    else classes.set(key, [security]);
  }
  const members = new Map([...classes].map(([key, list]) => [key, list.filter((one) => !isCash(one)).map(({ symbol }) => symbol)]));
  const findSymbol = nameFinder(book.securities.keys());
  const finders = {
    Symbol: (name: string): Resolved | undefined => {
      const security = book.securities.get(findSymbol(name) ?? '');
      return security && { kind: 'symbol', name: asCash(security), symbol: asCash(security) };
    },
    Model: (name: string): Resolved | undefined => {
      const model = book.models.get(nameKey(name));
      return model && { kind: 'model', name: model.name, key: nameKey(name) };
    },
    'Asset class': (name: string): Resolved | undefined => {
      const choice = firstChoice(classes.get(nameKey(name)) ?? []);
      if (choice && isCash(choice)) return { kind: 'symbol', name: cashSymbol, symbol: cashSymbol };
      return choice && { kind: 'class', name: choice.assetClass, symbol: choice.symbol };
    },
  };
  const untyped = (name: string): Resolved | undefined =>
    nameKey(name) === nameKey(cashSymbol)
      ? finders.Symbol(name)
      : (finders.Model(name) ?? finders['Asset class'](name) ?? finders.Symbol(name));
  return {
    resolve: ({ component, type }) =>
      // A product is whatever implements it: looked up by name like an untyped component.
      (type === undefined || type === 'Product' ? untyped : finders[type])(component),
    members: (assetClass) => members.get(nameKey(assetClass)) ?? [],
  };
}

/**
 * The security to buy for an asset class: the lowest buy rank among those that may be bought, ties to the first
 * symbol. A class in which nothing may be bought is still represented by its best-ranked security. Plain `CASH`
 * comes after every other security of equal rank, so that a cash class with a fund in it means the fund.
 */
function firstChoice(securities: readonly Security[]): Security | undefined {
  const order = (security: Security): readonly number[] => [
    security.tradable === 'Yes' ? 0 : 1,
    security.buyRank,
    security.symbol === cashSymbol ? 1 : 0,
  ];
  return [...securities].sort((a, b) => {
    const [left, right] = [order(a), order(b)];
    const differing = left.findIndex((value, index) => value !== right[index]);
    return differing < 0 ? compareText(a.symbol, b.symbol) : left[differing] - right[differing];
  })[0];
}
