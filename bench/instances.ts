import type { Account, Book, CashFlow, Lot, Restriction, TaxProfile, Transaction } from '../shared/book/book';
import type { Settings } from '../shared/book/settings';
import { addDays } from '../shared/dates';
import { between, mulberry32, normal, pick, type Random } from '../shared/sample/random';
import { toCents } from '../shared/units';
import { account, asOf, book, freely, lot, taxProfile } from '../server/optimizer/examples';
import { madeUpMarket, type MadeUpMarket } from './made-up-market';
import type { Size } from './sizes';

/** `whole`: whole shares, minimum trades and positions. `continuous`: the same account in fractions, without minimums. */
export const variants = ['whole', 'continuous'] as const;
export type Variant = (typeof variants)[number];

/**
 * A made-up book: drifted holdings, gains and losses of every age, a tax year under way, rules, bands and recent trades.
 * The same size and seed give the same book on every machine; both variants hold the same accounts.
 */
export function madeUpBook(size: Size, seed: number, variant: Variant): Book {
  const random = mulberry32(seed);
  const market = madeUpMarket(size, random() < 0.3 ? between(random, 1, 5) : 0, random);
  const settings = { ...madeUpSettings(size, random), ...(variant === 'continuous' ? smooth : {}) };
  const tax = madeUpTax(size.value, random);
  const accounts = Array.from({ length: size.accountsPerBook }, (_, k) => madeUpAccount(`A${k}`, size, market, settings, tax, random));
  const model = Object.fromEntries(market.securities.map(({ symbol }, i) => [symbol, market.weights[i]] as const).filter(([, weight]) => weight > 0));
  return book(market.securities, model, accounts, { transactions: recentLosses(market, accounts[0], random) });
}

/** What makes a decision discrete, switched off; everything else stays. */
const { fractionalShares, minimumTrade, minimumTradePercent, minimumPosition } = freely;
const smooth: Partial<Settings> = { fractionalShares, minimumTrade, minimumTradePercent, minimumPosition };

/** Half the accounts have a turnover cap, a third a larger minimum trade. */
function madeUpSettings({ least }: Size, random: Random): Partial<Settings> {
  return {
    cashTarget: pick(random, [0.01, 0.02]),
    taxCare: pick(random, ['Medium', 'High'] as const),
    avoidShortTermGains: random() < 0.5,
    maxTurnover: random() < 0.5 ? between(random, 10, 30) / 100 : undefined,
    minimumTrade: pick(random, [250, 250, 500]),
    minimumTradePercent: least,
    minimumPosition: least,
  };
}

/** Gains or losses of a few percent of value so far, losses carried into the year for a third, a gains budget for a third. */
function madeUpTax(value: number, random: Random): TaxProfile {
  return {
    ...taxProfile,
    ytdShort: toCents(0.01 * value * normal(random)),
    ytdLong: toCents(0.02 * value * normal(random)),
    carryLong: random() < 0.35 ? -toCents(0.03 * value * random()) : 0,
    gainsBudget: random() < 0.35 ? toCents(0.03 * value * random()) : undefined,
  };
}

/** Accounts after the first: one more taxable on the same profile, then tax-deferred ones. */
function madeUpAccount(id: string, size: Size, market: MadeUpMarket, settings: Partial<Settings>, tax: TaxProfile, random: Random): Account {
  return account({
    id, settings, tax,
    taxType: id === 'A0' || id === 'A1' ? 'Taxable' : 'Tax-deferred',
    cash: toCents(size.value * (0.005 + 0.05 * random())),
    lots: madeUpLots(id, size, market, random),
    restrictions: madeUpRestrictions(market, random),
    flows: random() < 0.2 ? [withdrawal(toCents(size.value * (0.02 + 0.06 * random())))] : [],
  });
}

/** Held weights are the targets times a lognormal drift; a tenth of the names is not held, a tenth of the lots is at random. */
function madeUpLots(id: string, { lots: count, value }: Size, { securities, weights }: MadeUpMarket, random: Random): Lot[] {
  const held = securities.map((_, i) => (i > 0 && random() < 0.1 ? 0 : (weights[i] || 0.5 / securities.length) * Math.exp(0.3 * normal(random))));
  const total = held.reduce((sum, weight) => sum + weight, 0);
  const names = [...held.keys()].filter((i) => held[i] > 0);
  const owners = Array.from({ length: count }, (_, k) => (k < names.length ? names[k] : pick(random, names)));
  const shares = owners.map(() => 0.3 + random());
  const perName = new Map<number, number>();
  owners.forEach((i, k) => perName.set(i, (perName.get(i) ?? 0) + shares[k]));
  return owners.map((i, k) => {
    const { symbol, price } = securities[i];
    const dollars = (value * (held[i] / total) * shares[k]) / perName.get(i)!;
    const days = random() < 0.03 ? between(random, 1, 30) : between(random, 31, 3200);
    // Prices rise 8 % a year in the mean, and no two lots saw the same market.
    const unitCost = toCents(price * Math.exp((-0.08 * days) / 365 + 0.25 * normal(random)));
    return lot(symbol, Math.max(1, Math.round(dollars / price)), unitCost, addDays(asOf, -days), `${id}-L${k}`);
  });
}

function madeUpRestrictions({ securities }: MadeUpMarket, random: Random): Restriction[] {
  const many = Math.max(1, Math.round(securities.length / 50));
  return Array.from({ length: many * 2 }, (_, k): Restriction => ({
    rule: k < many ? 'Never buy' : 'Never sell', on: 'Symbol', value: pick(random, securities).symbol, strictness: 'hard', source: `Restrictions row ${k + 2}`,
  }));
}

const withdrawal = (amount: number): CashFlow => ({ type: 'Withdrawal', amount, standing: 'due', source: 'Cash flows row 2' });

/** Sales at a loss within the window, of one name in fifty: these may not be bought back yet. */
function recentLosses({ securities }: MadeUpMarket, { id }: Account, random: Random): Transaction[] {
  return Array.from({ length: Math.max(1, Math.round(securities.length / 50)) }, () => ({
    accountId: id, date: addDays(asOf, -between(random, 1, 30)), action: 'Sell' as const, symbol: pick(random, securities).symbol,
    quantity: 10, shortGain: -between(random, 50, 900),
  }));
}
