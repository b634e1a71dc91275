import type { Account, Book } from './book';
import { customize, type Customized } from './customize';
import { Expander } from './expand-model';
import type { Expansion, Kept } from './expansion';
import { compareText, nameKey } from './names';
import { holderKinds, holderOf, withProducts } from './products';
import { directoryOf } from './resolve-component';
import { cashSymbol } from './securities';
import type { Settings } from './settings';
import { targetGroups, type TargetGroup } from './target-groups';

/** One symbol's share of the target, as a fraction of account value. */
export interface TargetWeight {
  readonly symbol: string;
  readonly target: number;
}

/** What an account would hold if it were all in cash today and had no restrictions. */
export interface Target {
  /** In symbol order, `CASH` always among them; they sum to 1. Empty when the account has no model that leads anywhere. */
  readonly weights: readonly TargetWeight[];
  /** Asset classes with a target, and every component with a Min or Max of its own. */
  readonly groups: readonly TargetGroup[];
  /** What Hold only products keep where it is held. */
  readonly kept: readonly Kept[];
  /** What could not be followed, one sentence each. */
  readonly problems: readonly string[];
}

/** What targets are made from. Without products and day every account is implemented alike. */
export type Market = Pick<Book, 'securities' | 'models'> & Partial<Pick<Book, 'products' | 'asOf'>>;

/** Whom a target is for. */
export type Targeted = Pick<Account, 'id' | 'model' | 'settings' | 'taxType'> & Partial<Pick<Account, 'productSize' | 'customizations'>>;

/** What has been worked out for a book. A book never changes, so keeping it changes no answer. */
interface Known {
  readonly market: Market;
  /** The same text for accounts that products treat alike. */
  readonly kindOf: (account: Targeted) => string;
  /** By that text. */
  readonly expanders: Map<string, Expander>;
  /** By model, kind of account, changes, cash target and band: accounts that agree on these share one target. */
  readonly targets: Map<string, Target>;
}

/** By the models, which parts of one book share. */
const known = new WeakMap<Market['models'], Known>();

/** More different targets than this are not kept, lest a book in which every account differs fill the memory. */
const mostTargets = 1_000;

/**
 * The account's model followed down to symbols. When the model names cash, that is the cash target; otherwise the
 * setting Cash target is, and the other weights scale to make room. Restrictions are not looked at: the optimizer meets them.
 * The client's changes come before, Products decide what implements an asset class.
 */
export function expandTarget(book: Market, account: Targeted): Target {
  const nothing = (problem: string): Target => ({ weights: [], groups: [], kept: [], problems: [problem] });
  if (!account.model) return nothing(`Account ${account.id} has no model.`);
  const { expander, kind, targets } = expanderFor(book, account);
  const expansion = expander.expand(account.model);
  if (!expansion) return nothing(`Model "${account.model}" of account ${account.id} is not in Models.`);
  const changes = (account.customizations ?? []).map(({ change, component, value, into }) => [change, component, value, into]);
  const key = JSON.stringify([nameKey(account.model), kind, changes, account.settings.cashTarget, account.settings.band]);
  const target = targets.get(key) ?? targetOf(book, expander, changedBy(book, expander, expansion, account)?.expansion ?? expansion, account.settings);
  if (targets.size < mostTargets) targets.set(key, target);
  return target;
}

/** What follows models down for an account, as Products allow. */
export function expanderFor(book: Market, account: Targeted): { readonly expander: Expander; readonly kind: string; readonly targets: Map<string, Target> } {
  const { kindOf, expanders, targets } = knownOf(book);
  const kind = kindOf(account);
  const expander = expanders.get(kind) ?? new Expander(book, directoryFor(book, account));
  expanders.set(kind, expander);
  return { expander, kind, targets };
}

function directoryFor(book: Market, account: Targeted): Expander['directory'] {
  const plain = directoryOf(book);
  return book.products ? withProducts(plain, book.products, holderOf(account), book.asOf ?? '') : plain;
}

function knownOf(book: Market): Known {
  const before = known.get(book.models);
  if (before && before.market.securities === book.securities && before.market.products === book.products && before.market.asOf === book.asOf) return before;
  const kind = holderKinds(book.products);
  const fresh: Known = { market: book, kindOf: (account) => kind(holderOf(account)), expanders: new Map(), targets: new Map() };
  known.set(book.models, fresh);
  return fresh;
}

/** The client's changes of an allocation; undefined without any. */
export function changedBy(book: Market, expander: Expander, expansion: Expansion, { customizations = [] }: Targeted): Customized | undefined {
  return customizations.length === 0 || expansion.weights.size === 0 ? undefined : customize(book, expander, expansion, customizations);
}

/** What the weights of a model are multiplied by to make room for cash: 1 when the model names cash. */
export function roomForCash({ weights }: Pick<Expansion, 'weights'>, { cashTarget }: Pick<Settings, 'cashTarget'>): number {
  return weights.has(cashSymbol) ? 1 : 1 - Math.min(1, Math.max(0, cashTarget || 0));
}

function targetOf(book: Market, { directory }: Expander, expansion: Expansion, settings: Settings): Target {
  const { weights: found, kept, problems, limited } = expansion;
  if (found.size === 0) return { weights: [], groups: [], kept: [], problems };
  const scale = roomForCash(expansion, settings);
  const weights = new Map([...found].map(([symbol, weight]) => [symbol, weight * scale]));
  if (!weights.has(cashSymbol)) weights.set(cashSymbol, Math.min(1, Math.max(0, settings.cashTarget || 0)));
  return {
    weights: [...weights]
      .filter(([symbol, target]) => target > 0 || symbol === cashSymbol)
      .map(([symbol, target]) => ({ symbol, target }))
      .sort((a, b) => compareText(a.symbol, b.symbol)),
    groups: targetGroups({ book, directory, weights, limited, scale, band: settings.band }),
    kept,
    problems,
  };
}
