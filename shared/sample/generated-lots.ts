import type { TableRow } from '../contract';
import type { Calendar } from './calendar';
import { between, normal, pick, type Random } from './random';
import { prices } from './securities';

/** What stands for each part of a model, first choice first. */
const shelves: Readonly<Record<string, readonly string[]>> = {
  us: ['VTI', 'ITOT', 'SCHB'],
  intl: ['VXUS', 'IXUS', 'VEA'],
  emerging: ['VWO', 'IEMG'],
  bonds: ['BND', 'AGG'],
  munis: ['VTEB', 'MUB'],
  property: ['VNQ', 'SCHH'],
};
const bonds = new Set([...shelves.bonds, ...shelves.munis]);
const shares = ['AAPL', 'MSFT', 'NVDA', 'JNJ', 'XOM', 'KO'] as const;

/** Parts of the models that accounts follow, about as the sample's Models add up. */
const mixes: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  'Growth 70/30': { us: 0.42, intl: 0.21, emerging: 0.07, bonds: 0.28 },
  'Income 40/60': { us: 0.22, intl: 0.1, emerging: 0.04, property: 0.04, munis: 0.58 },
  'Core equity': { us: 0.6, intl: 0.3, emerging: 0.1 },
};

/** How often a taxable lot comes without its basis, or without its date. */
const [noBasis, noDate] = [0.0003, 0.0002];

/** Symbols with their shares of the securities' value: the model's parts drifted, plus a few companies in taxable accounts. */
export function pickPositions(
  random: Random,
  { model = '', taxType }: TableRow<'accounts'>,
  isSettled: boolean,
): ReadonlyMap<string, number> {
  const drift = isSettled ? 0.08 : 0.35;
  const weights = new Map<string, number>();
  const add = (symbol: string, weight: number) => weights.set(symbol, (weights.get(symbol) ?? 0) + weight);
  for (const [shelf, weight] of Object.entries(mixes[model])) {
    const drifted = weight * (1 - drift + 2 * drift * random());
    const second = random() < 0.45 ? random() * 0.5 : 0;
    add(isSettled ? shelves[shelf][0] : pick(random, shelves[shelf]), drifted * (1 - second));
    if (second > 0) add(pick(random, shelves[shelf]), drifted * second);
  }
  const companies = taxType === 'Taxable' ? between(random, 0, isSettled ? 1 : 4) : 0;
  for (let index = 0; index < companies; index += 1) add(pick(random, shares), 0.01 + 0.05 * random() ** 2);
  const total = [...weights.values()].reduce((sum, weight) => sum + weight, 0);
  return new Map([...weights].map(([symbol, weight]) => [symbol, weight / total]));
}

/** What an account's lots are made from. */
export interface LotPlan {
  readonly row: TableRow<'accounts'>;
  readonly calendar: Calendar;
  readonly positions: ReadonlyMap<string, number>;
  /** Dollars in securities. */
  readonly value: number;
  /** Lots wanted; small positions may make it a few more. */
  readonly count: number;
}

/** Rows of Holdings, position by position; shares of unequal lots add up to the position's weight. */
export function makeLots(random: Random, { row, calendar, positions, value, count }: LotPlan): TableRow<'holdings'>[] {
  const lots: TableRow<'holdings'>[] = [];
  for (const [symbol, weight] of positions) {
    const pieces = Math.max(1, Math.round(count * (0.5 * weight + 0.5 / positions.size)));
    const sizes = Array.from({ length: pieces }, () => 0.5 + random());
    const sharesPerSize = (value * weight) / prices[symbol] / sizes.reduce((sum, size) => sum + size, 0);
    for (const size of sizes) lots.push(makeLot(random, row, symbol, Math.max(1, Math.round(size * sharesPerSize)), calendar));
  }
  return lots;
}

/** Bought up to ten years ago at a price from which a random walk with drift leads to today's. */
function makeLot(
  random: Random,
  { accountId, taxType }: TableRow<'accounts'>,
  symbol: string,
  quantity: number,
  calendar: Calendar,
): TableRow<'holdings'> {
  const daysAgo = 3 + Math.floor(3650 * random() ** 1.4);
  const age = daysAgo / 365.25;
  const growth = bonds.has(symbol) ? 0.06 * Math.sqrt(age) * normal(random) : 0.07 * age + 0.17 * Math.sqrt(age) * normal(random);
  const unitCost = prices[symbol] * Math.exp(-Math.max(-0.5, Math.min(2, growth)));
  const isKnown = (rate: number) => random() >= rate || taxType !== 'Taxable';
  return {
    accountId,
    symbol,
    quantity,
    costBasis: isKnown(noBasis) ? inCents(quantity * unitCost) : undefined,
    acquired: isKnown(noDate) ? calendar.ago(daysAgo) : undefined,
  };
}

/** A made-up amount in whole cents. Which way it rounds is of no account, and exact arithmetic would take seconds. */
export const inCents = (dollars: number) => Math.floor(dollars * 100) / 100;
