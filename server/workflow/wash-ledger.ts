import type { Account, Book } from '../../shared/book/book';
import { lossSaleBlock, saleEvidence } from '../../shared/tax/wash-evidence';
import { washHistories } from '../../shared/tax/wash-sale';
import type { Proposal } from '../optimizer/proposal';
import type { ClassState, WashState } from '../optimizer/wash-state';

/** What a unit's accounts have done in this run, in the order decided: gains by tax profile, trades by wash-sale class. */
export class RunLedger {
  private readonly realized = new Map<string, { short: number; long: number }>();
  private readonly own = new Map<string, { household: string; accountId: string; washClass: string; kind: 'loss' | 'buy'; text: string }>();

  constructor(private readonly book: Book) {}

  /** The state the next account starts from. */
  stateFor(account: Account): { realized: ReadonlyMap<string, { short: number; long: number }>; wash: WashState } {
    return { realized: this.realized, wash: this.washFor(account) };
  }

  /** Takes down the trades of an account whose proposal stands. */
  record({ snapshot, trades, shortGain, longGain }: Proposal): void {
    const { account, tax, lots, assets } = snapshot;
    if (tax.taxed) {
      const before = this.realized.get(tax.profile.id) ?? { short: 0, long: 0 };
      this.realized.set(tax.profile.id, { short: before.short + shortGain, long: before.long + longGain });
    }
    for (const { action, asset, lot, shares } of trades) {
      const isLoss = action === 'Sell' && lot !== null && lots[lot].lossFraction > 0;
      if (action === 'Sell' && !isLoss) continue;
      const kind = isLoss ? 'loss' : 'buy';
      const { washClass } = assets[asset].security;
      const text = `${shares} ${isLoss ? 'sold at a loss' : 'bought'} in this run in ${account.id}`;
      this.own.set(`${account.id}\n${washClass}\n${kind}`, { household: account.household, accountId: account.id, washClass, kind, text });
    }
  }

  /** Recent history and this run together, within the account's wash-sale scope. */
  private washFor(account: Account): WashState {
    const { settings } = account;
    const looksAt = (other: { id: string; household: string }): boolean =>
      (settings.washSaleScope === 'Account' ? other.id === account.id : other.household === account.household);
    const histories = washHistories({
      accounts: this.book.accounts.filter(looksAt),
      transactions: this.book.transactions,
      washClassOf: (symbol) => this.book.securities.get(symbol)?.washClass ?? symbol,
      asOf: this.book.asOf,
      windowDays: settings.washSaleWindow,
    });
    const state = new Map<string, ClassState>();
    for (const [washClass, { recentPurchases, lossSales, buyBlockedUntil }] of histories) {
      state.set(washClass, {
        buyBlocked: buyBlockedUntil === undefined ? undefined : `blocked until ${buyBlockedUntil}: ${saleEvidence(lossSales[0])}`,
        lossBlocked: lossSaleBlock(recentPurchases)?.replace(/^B/, 'b'),
      });
    }
    for (const { household, accountId, washClass, kind, text } of this.own.values()) {
      if (!looksAt({ id: accountId, household }) || accountId === account.id) continue;
      const before = state.get(washClass) ?? {};
      state.set(washClass, kind === 'loss' ? { ...before, buyBlocked: before.buyBlocked ?? text } : { ...before, lossBlocked: before.lossBlocked ?? text });
    }
    return state;
  }
}
