import type { Account, Book, Lot, Security, TaxProfile } from '../../shared/book/book';
import type { Settings } from '../../shared/book/settings';
import { defaultSettings } from '../../shared/contract/settings-catalogue';
import { buildSnapshot, isSnapshot, type UnitState } from './build-snapshot';
import type { AccountSnapshot } from './snapshot';

/** Books for tests: small, typed, every field overridable. */

export const asOf = '2026-11-20';

export function security(symbol: string, price: number, assetClass: string, more: Partial<Security> = {}): Security {
  return {
    symbol, price, assetClass, type: 'ETF', washClass: symbol, riskClass: assetClass, buyRank: 1, tradable: 'Yes', roundTo: 1,
    tradeCost: 0, spread: 0.0002, redemptionFee: 0, feeDays: 0, ...more,
  };
}

export function lot(symbol: string, quantity: number, unitCost: number | null, acquired: string | null, id = `${symbol}-${acquired}`): Lot {
  return { id, symbol, quantity, unitCost, acquired, heldFrom: acquired };
}

export const taxProfile: TaxProfile = {
  id: 'T', shortRate: 0.408, longRate: 0.238, ytdShort: 0, ytdLong: 0, carryShort: 0, carryLong: 0, otherGains: 0,
  budgetIs: 'Limit', prorate: 'No', assumed: false,
};

/** Settings with nothing in the way: fractions, no minimum trade, no band, no turnover limit. */
export const freely: Partial<Settings> = {
  fractionalShares: true, minimumTrade: 0, minimumTradePercent: 0, minimumPosition: 0, maxTurnover: undefined, band: undefined, cashMaximum: undefined,
};

export function account(more: Partial<Omit<Account, 'settings'>> & { settings?: Partial<Settings> } = {}): Account {
  const { settings, ...rest } = more;
  return {
    id: 'A', taxType: 'Taxable', model: 'M', household: 'H', status: 'Active', discretion: 'Discretionary', cash: 0, unsettledCash: 0, lots: [],
    tax: taxProfile, restrictions: [], flows: [], ...rest, settings: { ...defaultSettings, ...settings },
  };
}

export function book(securities: readonly Security[], model: Readonly<Record<string, number>>, accounts: readonly Account[], more: Partial<Book> = {}): Book {
  const cash = security('CASH', 1, 'Cash', { type: 'Cash' });
  return {
    asOf, currency: 'USD', accounts, riskClasses: [], transactions: [], screens: new Map(), households: new Map(), assetClasses: new Map(),
    securities: new Map([...securities, cash].map((entry) => [entry.symbol, entry])),
    models: new Map([['m', { name: 'M', components: Object.entries(model).map(([component, target]) => ({ component, target, buyRank: 1 })) }]]),
    ...more,
  };
}

/** The snapshot of one account of a book; what the rest of its unit did may be given. Throws when it cannot be weighed. */
export function snapshotOf(from: Book, unit: Partial<UnitState> = {}, subject: Account = from.accounts[0]): AccountSnapshot {
  const snapshot = buildSnapshot(from, subject, { realized: new Map(), wash: new Map(), ...unit });
  if (!isSnapshot(snapshot)) throw new Error(snapshot.reason);
  return snapshot;
}

/** What `sixtyForty` leaves open: anything of the account, and of its two securities. */
export type SixtyForty = Parameters<typeof account>[0] & { readonly vti?: Partial<Security>; readonly bnd?: Partial<Security>; readonly book?: Partial<Book> };

/**
 * $100,000 following 60/40: 70 % in VTI (a long-term gain of half its value), 25 % in BND (a long-term loss of a tenth of
 * basis), 5 % in cash. Targets after 2 % of cash are 58.8 % and 39.2 %.
 */
export function sixtyForty({ vti, bnd, book: market, ...more }: SixtyForty = {}): Book {
  const securities = [security('BND', 90, 'Bonds', bnd), security('VTI', 200, 'US equity', vti)];
  const lots = [lot('BND', 2500 / 9, 100, '2024-01-02'), lot('VTI', 350, 100, '2020-01-02')];
  return book(securities, { VTI: 0.6, BND: 0.4 }, [account({ cash: 5000, lots, ...more, settings: { ...freely, ...more.settings } })], market);
}
