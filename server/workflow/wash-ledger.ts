import type { Account, Book, Lot } from '../../shared/book/book';
import { lossSaleBlock, saleEvidence } from '../../shared/tax/wash-evidence';
import { replacementsLeft, soldTogetherToClear, type ReplacementLeft } from '../../shared/tax/wash-replacement';
import { washHistories } from '../../shared/tax/wash-sale';
import { toCents } from '../../shared/units';
import type { Proposal } from '../optimizer/proposal';
import { toPlan } from '../optimizer/shares';
import { realizedGains } from '../optimizer/terms/tax';
import type { ClassState, WashState } from '../optimizer/wash-state';
import { washScopeOf } from './wash-scope';

/** A trade of this run that others must respect. */
interface OwnTrade {
  readonly household: string;
  readonly accountId: string;
  readonly washClass: string;
  readonly kind: 'loss' | 'buy';
  readonly text: string;
}

/** What one account does in this run. */
interface Done {
  /** Tax profile and the gains realized under it; absent where gains are not taxed. */
  readonly realized?: { readonly profile: string; readonly short: number; readonly long: number };
  readonly trades: readonly OwnTrade[];
}

/** What a unit's accounts do in this run, in the order decided: gains by tax profile, trades by wash-sale class. */
export class RunLedger {
  private readonly done = new Map<string, Done>();

  constructor(private readonly book: Book) {}

  /** The state the next account starts from. */
  stateFor(account: Account): { realized: ReadonlyMap<string, { short: number; long: number }>; wash: WashState } {
    return { realized: this.realizedBeside(account), wash: this.washFor(account) };
  }

  /** Takes down the trades of an account; what it did before in this run is replaced. */
  record({ snapshot, shares }: Pick<Proposal, 'snapshot' | 'shares'>): void {
    const { account, tax, lots, assets, value } = snapshot;
    const { short, long } = realizedGains(snapshot, toPlan(snapshot, shares));
    const trade = (asset: number, kind: OwnTrade['kind'], amount: number): OwnTrade => ({
      household: account.household, accountId: account.id, kind, washClass: assets[asset].security.washClass,
      text: `${amount} ${kind === 'loss' ? 'sold at a loss' : 'bought'} in this run in ${account.id}`,
    });
    this.done.set(account.id, {
      realized: tax.taxed ? { profile: tax.profile.id, short: toCents(short * value), long: toCents(long * value) } : undefined,
      trades: [
        ...lots.flatMap(({ asset, lossFraction }, l) => (shares.sells[l] > 0 && lossFraction > 0 ? [trade(asset, 'loss', shares.sells[l])] : [])),
        ...assets.flatMap((_, i) => (shares.buys[i] > 0 ? [trade(i, 'buy', shares.buys[i])] : [])),
      ],
    });
  }

  /** An account does nothing after all. */
  forget(accountId: string): void {
    this.done.delete(accountId);
  }

  /** Gains of this run by tax profile, those of the account itself left out. */
  private realizedBeside({ id }: Account): ReadonlyMap<string, { short: number; long: number }> {
    const sums = new Map<string, { short: number; long: number }>();
    for (const [accountId, { realized }] of this.done) {
      if (!realized || accountId === id) continue;
      const before = sums.get(realized.profile) ?? { short: 0, long: 0 };
      sums.set(realized.profile, { short: before.short + realized.short, long: before.long + realized.long });
    }
    return sums;
  }

  /** Recent history and this run together, within the account's wash-sale scope. */
  private washFor(account: Account): WashState {
    const { settings } = account;
    const looksAt = washScopeOf(this.book, account);
    const accounts = this.book.accounts.filter(looksAt);
    const washClassOf = (symbol: string): string => this.book.securities.get(symbol)?.washClass ?? symbol;
    const histories = washHistories({
      accounts,
      transactions: this.book.transactions,
      washClassOf,
      asOf: this.book.asOf,
      windowDays: settings.washSaleWindow,
    });
    const state = new Map<string, ClassState>();
    for (const [washClass, { recentPurchases, lossSales, buyBlockedUntil }] of histories) {
      state.set(washClass, {
        buyBlocked: buyBlockedUntil === undefined ? undefined : `blocked until ${buyBlockedUntil}: ${saleEvidence(lossSales[0])}`,
        lossBlocked: lossSaleBlock(recentPurchases)?.replace(/^B/, 'b'),
        lossClearedBy: clearances(
          account.id,
          account.lots.filter(({ symbol }) => washClassOf(symbol) === washClass),
          replacementsLeft(recentPurchases, accounts, []),
        ),
      });
    }
    for (const { household, accountId, washClass, kind, text } of [...this.done.values()].flatMap(({ trades }) => trades)) {
      if (!looksAt({ id: accountId, household }) || accountId === account.id) continue;
      const before = state.get(washClass) ?? {};
      state.set(washClass, kind === 'loss' ? { ...before, buyBlocked: before.buyBlocked ?? text } : { ...before, lossBlocked: before.lossBlocked ?? text, lossClearedBy: undefined });
    }
    return state;
  }
}

/** By lot: what must be sold in full with it so that its loss is clear; without those that nothing clears. */
function clearances(accountId: string, lots: readonly Lot[], left: readonly ReplacementLeft[]): ClassState['lossClearedBy'] {
  return new Map(
    lots.flatMap(({ id }) => {
      const together = soldTogetherToClear(accountId, id, left);
      return together ? [[id, together] as const] : [];
    }),
  );
}
