import type { Account, Book, Lot, Security } from '../../shared/book/book';
import { expandTarget, type Target } from '../../shared/book/target';
import { daysBetween } from '../../shared/dates';
import { harvestThreshold, waitingFactor } from '../../shared/tax/harvest';
import { daysToLongTerm, firstLongTermDay, termOf } from '../../shared/tax/holding-period';
import { riskModel } from './risk-model';
import type { AccountSnapshot, Asset, CashState, LotFacts } from './snapshot';
import { taxState } from './tax-state';
import type { WashState } from './wash-state';

/** What accounts decided earlier in the unit have already done. */
export interface UnitState {
  /** Gains realized in this run, by tax profile, dollars. */
  readonly realized: ReadonlyMap<string, { readonly short: number; readonly long: number }>;
  readonly wash: WashState;
}

/** An account without value cannot be weighed. */
export type Unweighable = { readonly reason: string };

/** Smallest step when fractional shares may be traded; custodians keep three decimals at least. */
const fractionalStep = 0.001;

/** Indexes an account for the optimizer; an account without value gives the reason instead. Linear in its lots. */
export function buildSnapshot(book: Book, account: Account, unit: UnitState): AccountSnapshot | Unweighable {
  const target = expandTarget(book, account);
  if (target.weights.length === 0) return { reason: target.problems[0] ?? 'There is no target to rebalance to.' };
  const due = sumFlows(account, 'due');
  const symbols = universe(book, account, target);
  const prices = new Map(symbols.map((symbol) => [symbol, securityOf(book, symbol).price]));
  const invested = inOrder(account.lots).reduce((sum, lot) => sum + lot.quantity * (prices.get(lot.symbol) ?? 0), 0);
  const value = invested + account.cash - due;
  if (!(value > 0)) return { reason: `The account has no value left after ${due > 0 ? 'the withdrawals due' : 'its holdings are priced'}.` };
  const cash = cashState(account, target, value, due);
  const lots = lotFacts(book, account, symbols, value, unit.wash);
  const risked = symbols.map((symbol) => securityOf(book, symbol));
  return {
    account, settings: account.settings, asOf: book.asOf, value, target, cash, lots,
    assets: assetsOf(account, risked, lots, target, cash),
    risk: riskModel(risked, book.riskClasses),
    tax: taxState(account.taxType, account.tax, account.settings, book.asOf, unit.realized.get(account.tax.id)),
    wash: unit.wash,
    restrictions: account.restrictions,
    lastTraded: account.lastTraded,
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

/** Held and targeted symbols, and listed securities of the same type and risk class that could stand in for a target. */
function universe(book: Book, account: Account, target: Target): string[] {
  const symbols = new Set([...account.lots.map((lot) => lot.symbol), ...target.weights.map(({ symbol }) => symbol)]);
  symbols.delete('CASH');
  if (account.settings.acceptSubstitutes) {
    const kinds = new Set(target.weights.flatMap(({ symbol }) => {
      const security = book.securities.get(symbol);
      return security && security.type !== 'Cash' ? [kindOf(security)] : [];
    }));
    for (const security of book.securities.values()) {
      if (security.type !== 'Cash' && security.price > 0 && kinds.has(kindOf(security))) symbols.add(security.symbol);
    }
  }
  return [...symbols].filter((symbol) => securityOf(book, symbol).type !== 'Cash').sort();
}

const kindOf = (security: Security): string => `${security.type}\n${security.riskClass.toLowerCase()}`;

const sumFlows = (account: Account, standing: 'due' | 'reserve'): number =>
  account.flows.reduce((sum, flow) => sum + (flow.standing === standing && flow.type !== 'Deposit' ? flow.amount : 0), 0);

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

function assetsOf(account: Account, securities: readonly Security[], lots: readonly LotFacts[], target: Target, cash: CashState): Asset[] {
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
  return inOrder(account.lots)
    .filter((lot) => index.has(lot.symbol))
    .map((lot) => {
      const security = securityOf(book, lot.symbol);
      const isDisallowed = account.settings.washSaleIs === 'Warn' && wash.get(security.washClass)?.lossBlocked !== undefined;
      const known = facts(lot, security, index.get(lot.symbol)!, book.asOf, account, value, theta);
      // Under Warn a loss that a recent purchase disallows may be sold, but it is worth nothing this year.
      return isDisallowed && known.gain < 0 ? { ...known, gain: 0, waiting: 0 } : known;
    });
}

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
