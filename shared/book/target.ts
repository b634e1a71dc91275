import type { Account, Book } from './book';
import { Expander, type Expansion } from './expand-model';
import { compareText, nameKey } from './names';
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
  /** What could not be followed, one sentence each. */
  readonly problems: readonly string[];
}

type Market = Pick<Book, 'securities' | 'models'>;

/** What has been worked out for a book. A book never changes, so keeping it changes no answer. */
interface Kept {
  readonly expander: Expander;
  /** By model, cash target and band: accounts that agree on these share one target. */
  readonly targets: Map<string, Target>;
}

const keptByBook = new WeakMap<Market, Kept>();

/** More different targets than this are not kept, lest a book in which every account differs fill the memory. */
const mostTargets = 1_000;

/**
 * The account's model followed down to symbols. When the model names cash, that is the cash target; otherwise the
 * setting Cash target is, and the other weights scale to make room. Restrictions are not looked at: the optimizer meets them.
 */
export function expandTarget(book: Market, account: Pick<Account, 'id' | 'model' | 'settings'>): Target {
  const nothing = (problem: string): Target => ({ weights: [], groups: [], problems: [problem] });
  if (!account.model) return nothing(`Account ${account.id} has no model.`);
  const { expander, targets } = keptFor(book);
  const expansion = expander.expand(account.model);
  if (!expansion) return nothing(`Model "${account.model}" of account ${account.id} is not in Models.`);
  if (expansion.weights.size === 0) return { weights: [], groups: [], problems: expansion.problems };
  const { cashTarget, band } = account.settings;
  const key = JSON.stringify([nameKey(account.model), cashTarget, band]);
  const target = targets.get(key) ?? targetOf(book, expander, expansion, account.settings);
  if (targets.size < mostTargets) targets.set(key, target);
  return target;
}

function keptFor(book: Market): Kept {
  const before = keptByBook.get(book);
  if (before) return before;
  const kept = { expander: new Expander(book), targets: new Map<string, Target>() };
  keptByBook.set(book, kept);
  return kept;
}

function targetOf(book: Market, { directory }: Expander, expansion: Expansion, { cashTarget, band }: Settings): Target {
  const cash = Math.min(1, Math.max(0, cashTarget || 0));
  const scale = expansion.weights.has(cashSymbol) ? 1 : 1 - cash;
  const weights = new Map([...expansion.weights].map(([symbol, weight]) => [symbol, weight * scale]));
  if (!weights.has(cashSymbol)) weights.set(cashSymbol, cash);
  return {
    weights: [...weights]
      .filter(([symbol, target]) => target > 0 || symbol === cashSymbol)
      .map(([symbol, target]) => ({ symbol, target }))
      .sort((a, b) => compareText(a.symbol, b.symbol)),
    groups: targetGroups({ book, directory, weights, limited: expansion.limited, scale, band }),
    problems: expansion.problems,
  };
}
