import type { Account, Book, Lot, Restriction, Security } from '../../shared/book/book';
import { keptInstead, neverBought } from '../../shared/book/kept-products';
import { approvedSubstitutes } from '../../shared/book/substitutes';
import { expandTarget, type Target } from '../../shared/book/target';
import { daysBetween } from '../../shared/dates';
import { harvestThreshold, waitingFactor } from '../../shared/tax/harvest';
import { daysToLongTerm, firstLongTermDay, termOf } from '../../shared/tax/holding-period';
import { inputFault } from './input-faults';
import { withPreferences } from './preferences';
import { lotOrder, withBasis } from './lot-order';
import { riskModel } from './risk-model';
import { spokenFor } from './spoken-for';
import type { AccountSnapshot, Asset, CashState, LotFacts } from './snapshot';
import { taxState } from './tax-state';
import { universe } from './universe';
import { isLossBlocked, type WashState } from './wash-state';

/** What accounts decided earlier in the unit have already done. */
export interface UnitState {
  /** Gains realized in this run, by tax profile, dollars. */
  readonly realized: ReadonlyMap<string, { readonly short: number; readonly long: number }>;
  readonly wash: WashState;
  /** Symbols that are counted though the account neither holds nor wants them: what the rest of its household holds. */
  readonly alongside?: readonly string[];
}

/** Why an account cannot be weighed: no value, no target, a price or a quantity that is none. */
export type Unweighable = { readonly reason: string };

/** Beyond a trillion dollars sums of cents are no longer exact in double precision. */
const mostValue = 1e12;

/** Smallest step when fractional shares may be traded; custodians keep three decimals at least. */
const fractionalStep = 0.001;

/** Indexes an account for the optimizer; one that cannot be weighed gives the reason instead. Linear in its lots. */
export function buildSnapshot(book: Book, account: Account, unit: UnitState): AccountSnapshot | Unweighable {
  const target = expandTarget(book, account);
  if (target.weights.length === 0) return { reason: target.problems[0] ?? 'There is no target to rebalance to.' };
  const fault = inputFault(book, account, target);
  if (fault) return { reason: fault };
  const due = sumFlows(account, 'due');
  const symbols = [...new Set([...universe(book, account, target), ...(unit.alongside ?? [])])].sort();
  const prices = new Map(symbols.map((symbol) => [symbol, securityOf(book, symbol).price]));
  const invested = inOrder(account.lots).reduce((sum, lot) => sum + lot.quantity * (prices.get(lot.symbol) ?? 0), 0);
  const value = invested + account.cash - due;
  if (!(value > 0)) return { reason: `The account has no value left after ${due > 0 ? 'the withdrawals due' : 'its holdings are priced'}.` };
  if (value > mostValue) return { reason: `The account is worth ${value.toExponential(1)} dollars, more than can be kept to the cent. Maybe a price or a quantity is wrong.` };
  const cash = cashState(account, target, value, due);
  const lots = lotFacts(book, account, symbols, value, unit.wash);
  const kept = keptInstead(target);
  const approved = approvedSubstitutes(book, account);
  const risked = symbols.map((symbol) => securityOf(book, symbol));
  return {
    account, settings: account.settings, asOf: book.asOf, value, target, cash, lots,
    assets: withPreferences(assetsOf(account, risked, lots, target, cash), kept.length > 0 ? [...kept, ...(approved ?? [])] : approved, account.settings.defaultHurdle),
    risk: riskModel(risked, book.riskClasses, book.factorModel),
    tax: taxState(account.taxType, account.tax, account.settings, book.asOf, unit.realized.get(account.tax.id)),
    wash: unit.wash,
    restrictions: byContent([...account.restrictions, ...neverBought(target)]),
    screens: book.screens,
    gainsOfMonth: gainsOfMonth(book, account),
    lastTraded: account.lastTraded,
    ...spokenFor(book, account),
  };
}

export function isSnapshot(result: AccountSnapshot | Unweighable): result is AccountSnapshot {
  return 'assets' in result;
}

function securityOf(book: Book, symbol: string): Security {
  const security = book.securities.get(symbol);
  if (!security) throw new Error(`Security ${symbol} is held or targeted but is not in the book`);
  return security;
}

const sumFlows = (account: Account, standing: 'due' | 'reserve'): number =>
  account.flows.reduce((sum, flow) => sum + (flow.standing === standing && flow.type !== 'Deposit' ? flow.amount : 0), 0);

/** Net gains that Transactions show for the month of `asOf`; only looked for where gains are spread over months. */
function gainsOfMonth({ asOf, transactions }: Book, { id, settings }: Account): number {
  if (settings.transitionMonths <= 0) return 0;
  return transactions
    .filter(({ accountId, date }) => accountId === id && date <= asOf && date.slice(0, 7) === asOf.slice(0, 7))
    .reduce((sum, { shortGain = 0, longGain = 0 }) => sum + shortGain + longGain, 0);
}

function cashState(account: Account, target: Target, value: number, due: number): CashState {
  const { settings } = account;
  const reserve = Math.min(value, sumFlows(account, 'reserve'));
  const wanted = target.weights.find(({ symbol }) => symbol === 'CASH')?.target ?? 0;
  const reserved = reserve / value;
  const floor = Math.max(reserve + settings.cashMinimum, account.unsettledCash) / value;
  // A minimum above the account's value asks for all of it, or targets would turn negative.
  const cashTarget = Math.min(1, Math.max(wanted * (1 - reserved) + reserved, settings.cashMinimum / value));
  return {
    dollars: account.cash, due, reserve,
    weight: (account.cash - due) / value,
    target: cashTarget,
    floor: Math.min(1, floor),
    ceiling: settings.cashMaximum === undefined ? undefined : Math.max(settings.cashMaximum * (1 - reserved) + reserved, cashTarget, floor),
  };
}

function assetsOf(account: Account, securities: readonly Security[], lots: readonly LotFacts[], target: Target, cash: CashState): Omit<Asset, 'preference'>[] {
  const weights = new Map(target.weights.map(({ symbol, target: weight }) => [symbol, weight]));
  const invested = 1 - (weights.get('CASH') ?? 0);
  // A reserve makes the cash target larger and every other target smaller in proportion.
  const scale = invested > 0 ? (1 - cash.target) / invested : 0;
  const held = securities.map(() => [] as number[]);
  lots.forEach((lot, l) => held[lot.asset].push(l));
  return securities.map((security, i) => ({
    security,
    symbol: security.symbol,
    price: security.price,
    weight: held[i].reduce((sum, l) => sum + lots[l].weight, 0),
    target: (weights.get(security.symbol) ?? 0) * scale,
    lots: held[i],
    lotOrder: lotOrder(account.settings.lotChoice, lots, held[i]),
    shares: held[i].reduce((sum, l) => sum + lots[l].lot.quantity, 0),
    step: account.settings.fractionalShares ? Math.min(security.roundTo, fractionalStep) : security.roundTo,
  }));
}

/** Lots in a fixed order: symbol, then acquisition, then id; the order of rows plays no part, not even in the last bit of a sum. */
const inOrder = (lots: readonly Lot[]): Lot[] =>
  [...lots].sort((a, b) => compare(a.symbol, b.symbol) || compare(a.acquired ?? '', b.acquired ?? '') || compare(a.id, b.id));

function lotFacts(book: Book, account: Account, symbols: readonly string[], value: number, wash: WashState): LotFacts[] {
  const index = new Map(symbols.map((symbol, i) => [symbol, i]));
  const theta = harvestThreshold(book.asOf, account.settings.harvestLosses, account.settings.harvestAt);
  return inOrder(atBasis(book, account))
    .filter((lot) => index.has(lot.symbol) && lot.quantity > 0)
    .map((lot) => {
      const security = securityOf(book, lot.symbol);
      const isDisallowed = account.settings.washSaleIs === 'Warn' && isLossBlocked(wash.get(security.washClass), lot.id);
      const known = facts(lot, security, index.get(lot.symbol)!, book.asOf, account, value, theta);
      // Under Warn a loss that a recent purchase disallows may be sold, but it is worth nothing this year.
      return isDisallowed && known.gain < 0 ? { ...known, gain: 0, waiting: 0 } : known;
    });
}

/** Lots with the basis that counts under *Lot choice*. */
function atBasis(book: Book, { lots, settings: { lotChoice } }: Account): readonly Lot[] {
  if (lotChoice !== 'Average') return lots;
  const bySymbol = new Map<string, Lot[]>();
  for (const lot of inOrder(lots)) bySymbol.set(lot.symbol, [...(bySymbol.get(lot.symbol) ?? []), lot]);
  return [...bySymbol].flatMap(([symbol, own]) => withBasis(lotChoice, securityOf(book, symbol).type, own));
}

/** Restrictions in an order of their own, so that the order of rows plays no part. */
const byContent = (restrictions: readonly Restriction[]): Restriction[] =>
  [...restrictions].sort((a, b) => compare(contentOf(a), contentOf(b)));

const contentOf = ({ rule, on, value, strictness, limit, source }: Restriction): string => JSON.stringify([rule, on, value, strictness, limit, source]);

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

function facts(lot: Lot, security: Security, asset: number, asOf: string, account: Account, value: number, theta: number): LotFacts {
  const taxed = account.taxType === 'Taxable';
  const unknown = taxed && (lot.unitCost === null || lot.heldFrom === null);
  // Priced as the highest gain: no cost, and short-term when the day is unknown.
  const unitCost = lot.unitCost ?? 0;
  const term = !taxed ? null : lot.heldFrom === null ? 'Short' : termOf(lot.heldFrom, asOf);
  const gain = taxed ? (security.price - unitCost) / security.price : 0;
  const lossFraction = taxed && unitCost > security.price ? (unitCost - security.price) / unitCost : 0;
  const rate = term === 'Short' ? account.tax.shortRate : account.tax.longRate;
  const daysHeld = lot.acquired === null ? Infinity : daysBetween(lot.acquired, asOf);
  return {
    lot, asset, unitCost, gain, term, lossFraction,
    weight: (lot.quantity * security.price) / value,
    daysToLongTerm: term === 'Short' && lot.heldFrom !== null ? daysToLongTerm(lot.heldFrom, asOf) : 0,
    longTermFrom: lot.heldFrom === null ? null : firstLongTermDay(lot.heldFrom),
    waiting: lossFraction > 0 ? -gain * rate * waitingFactor(lossFraction, theta) : 0,
    fee: daysHeld < security.feeDays ? security.redemptionFee : 0,
    locked: unknown && account.settings.unknownBasis === 'Never sell',
  };
}
