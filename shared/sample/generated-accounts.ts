import type { TableRow } from '../contract';
import type { Calendar } from './calendar';
import { between, mulberry32, normal, pick, type Random } from './random';
import { prices } from './securities';
import type { AccountTables } from './tables';

const surnames = ['Abara', 'Brandt', 'Castellan', 'Dufresne', 'Eskola', 'Fontaine', 'Gallo', 'Haldane', 'Ibarra', 'Jansson', 'Kowal', 'Lindgren', 'Mbeki', 'Novak', 'Oduya', 'Petrov', 'Quiroga', 'Rahimi', 'Sorell', 'Tanaka', 'Urbano', 'Vance', 'Whitlock', 'Yilmaz', 'Zeller'];
const advisors = ['J. Lee', 'S. Marchetti', 'P. Adeyemi', 'R. Holm'];

/** Tax types as often as they occur: more than half of the accounts are taxable. */
const taxTypes = [...Array(11).fill('Taxable'), ...Array(5).fill('Tax-deferred'), ...Array(3).fill('Tax-free'), 'Exempt'] as readonly NonNullable<TableRow<'accounts'>['taxType']>[];

/** What stands for each part of a model, first choice first. */
const shelves: Readonly<Record<string, readonly string[]>> = {
  us: ['VTI', 'ITOT', 'SCHB'], intl: ['VXUS', 'IXUS', 'VEA'], emerging: ['VWO', 'IEMG'], bonds: ['BND', 'AGG'], munis: ['VTEB', 'MUB'], property: ['VNQ', 'SCHH'],
};
const bonds = new Set([...shelves.bonds, ...shelves.munis]);
const shares = ['AAPL', 'MSFT', 'NVDA', 'JNJ', 'XOM', 'KO'] as const;

/** Parts of the models that accounts follow, about as the sample's Models add up. */
const mixes: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  'Growth 70/30': { us: 0.42, intl: 0.21, emerging: 0.07, bonds: 0.28 },
  'Income 40/60': { us: 0.22, intl: 0.1, emerging: 0.04, property: 0.04, munis: 0.58 },
  'Core equity': { us: 0.6, intl: 0.3, emerging: 0.1 },
};

/** How often bad or awkward data occurs, per account or per lot. */
const rates = { lostZeros: 0.004, conflict: 0.002, noBasis: 0.0003, noDate: 0.0002, noProfile: 0.03, withdrawal: 0.05, neverBuy: 0.03 };

/**
 * Adds `count` made-up accounts in households of one to four, 15 to 60 lots each, with the sample's kinds of problems at small rates.
 * Each household has a random stream of its own, so the first accounts are the same whatever the count.
 */
export function addGeneratedAccounts(tables: AccountTables, count: number, seed: number, calendar: Calendar): void {
  for (let household = 0, added = 0; added < count; household += 1) {
    const random = mulberry32(seed * 1_000_003 + household);
    const size = Math.min(between(random, 1, 4), count - added);
    addHousehold({ tables, random, calendar, first: added, size, household });
    added += size;
  }
}

interface HouseholdPlan {
  readonly tables: AccountTables;
  readonly random: Random;
  readonly calendar: Calendar;
  /** How many accounts were made before, which makes account IDs unique. */
  readonly first: number;
  readonly size: number;
  readonly household: number;
}

function addHousehold({ tables, random, calendar, first, size, household }: HouseholdPlan): void {
  const surname = pick(random, surnames);
  const profile = `${surname.toUpperCase()}-${household}`;
  const custodian = pick(random, ['Schwab', 'Fidelity', 'Pershing']);
  const shared = { householdId: `H-${profile}`, group: 'Families', custodian, advisor: pick(random, advisors), currency: 'USD' };
  const hasProfile = random() >= rates.noProfile;
  if (hasProfile) tables.taxProfiles.push(taxProfile(random, profile, calendar));
  for (let index = 0; index < size; index += 1) {
    const taxType = pick(random, taxTypes);
    const row: TableRow<'accounts'> = {
      accountId: accountNumber(custodian, first + index),
      taxType,
      model: pickModel(random, taxType),
      accountName: `${surname} ${taxType === 'Taxable' ? 'Family' : taxType === 'Exempt' ? 'Foundation' : 'Retirement'} ${index + 1}`,
      taxProfile: hasProfile && taxType === 'Taxable' ? profile : undefined,
      ...shared,
    };
    addAccount(tables, row, random, calendar);
  }
}

/** One custodian numbers with leading zeros, the others in two groups of four. */
function accountNumber(custodian: string, index: number): string {
  if (custodian === 'Fidelity') return String(800_000 + index).padStart(8, '0');
  return `${6000 + Math.floor(index / 9000)}-${1000 + (index % 9000)}`;
}

function pickModel(random: Random, taxType: TableRow<'accounts'>['taxType']): string {
  if (taxType === 'Exempt') return 'Core equity';
  return taxType === 'Taxable' && random() < 0.35 ? 'Income 40/60' : 'Growth 70/30';
}

function taxProfile(random: Random, name: string, { asOf }: Calendar): TableRow<'taxProfiles'> {
  const longTermRate = pick(random, [0.15, 0.188, 0.238, 0.271, 0.331]);
  return {
    taxProfile: name,
    shortTermRate: pick(random, [0.24, 0.32, 0.408, 0.493].filter((rate) => rate > longTermRate)),
    longTermRate,
    ytdShortTermGain: inCents(normal(random) * 3000),
    ytdLongTermGain: inCents(normal(random) * 8000 + 3000),
    carryforwardLong: random() < 0.2 ? -between(random, 500, 20_000) : undefined,
    gainsBudget: random() < 0.2 ? between(random, 1, 10) * 5000 : undefined,
    asOf,
  };
}

/** Most accounts were rebalanced lately; the others hold what they came with. */
const settledShare = 0.7;

function addAccount(tables: AccountTables, row: TableRow<'accounts'>, random: Random, calendar: Calendar): void {
  const value = Math.round(Math.exp(12.6 + normal(random) * 0.9));
  const isSettled = random() < settledShare;
  const cashShare = isSettled ? 0.012 + random() * 0.02 : 0.002 + random() * 0.06;
  const positions = pickPositions(random, row, isSettled);
  tables.accounts.push(row);
  const lots = makeLots(random, { row, calendar, positions, value: value * (1 - cashShare), count: 15 + Math.floor(46 * random() ** 1.8) });
  for (const lot of lots) tables.holdings.push(lot);
  tables.holdings.push({ accountId: row.accountId, symbol: 'CASH', quantity: inCents(value * cashShare) });
  addPurchases(tables, lots, calendar);
  addWishes(tables, row, random, calendar, value, positions);
  if (row.accountId.startsWith('0') && random() < rates.lostZeros * 3) loseZeros(tables.holdings, row.accountId);
}

/** Symbols with their shares of the securities' value: the model's parts drifted, plus a few companies in taxable accounts. */
function pickPositions(random: Random, { model = '', taxType }: TableRow<'accounts'>, isSettled: boolean): ReadonlyMap<string, number> {
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

interface LotPlan {
  readonly row: TableRow<'accounts'>;
  readonly calendar: Calendar;
  readonly positions: ReadonlyMap<string, number>;
  /** Dollars in securities. */
  readonly value: number;
  /** Lots wanted; small positions may make it a few more. */
  readonly count: number;
}

function makeLots(random: Random, { row, calendar, positions, value, count }: LotPlan): TableRow<'holdings'>[] {
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
function makeLot(random: Random, { accountId, taxType }: TableRow<'accounts'>, symbol: string, quantity: number, calendar: Calendar): TableRow<'holdings'> {
  const daysAgo = 3 + Math.floor(3650 * random() ** 1.4);
  const age = daysAgo / 365.25;
  const growth = bonds.has(symbol) ? 0.06 * Math.sqrt(age) * normal(random) : 0.07 * age + 0.17 * Math.sqrt(age) * normal(random);
  const unitCost = prices[symbol] * Math.exp(-Math.max(-0.5, Math.min(2, growth)));
  const isKnown = (rate: number) => random() >= rate || taxType !== 'Taxable';
  return {
    accountId,
    symbol,
    quantity,
    costBasis: isKnown(rates.noBasis) ? inCents(quantity * unitCost) : undefined,
    acquired: isKnown(rates.noDate) ? calendar.ago(daysAgo) : undefined,
  };
}

/** Lots of the last six weeks were bought: Transactions says so, which is what sets wash-sale traps. */
function addPurchases(tables: AccountTables, lots: readonly TableRow<'holdings'>[], calendar: Calendar): void {
  const oldest = calendar.ago(42);
  for (const { accountId, symbol, acquired, quantity, costBasis } of lots) {
    if (acquired === undefined || acquired < oldest || quantity === undefined) continue;
    tables.transactions.push({ accountId, date: acquired, action: 'Buy', symbol, quantity, amount: costBasis });
  }
}

function addWishes(tables: AccountTables, { accountId }: TableRow<'accounts'>, random: Random, calendar: Calendar, value: number, positions: ReadonlyMap<string, number>): void {
  const rule = (more: Pick<TableRow<'restrictions'>, 'rule' | 'on' | 'value'> & Partial<TableRow<'restrictions'>>) =>
    tables.restrictions.push({ scope: 'Account', scopeId: accountId, severity: 'Hard', ...more });
  if (random() < rates.withdrawal) {
    tables.cashFlows.push({ accountId, type: 'Withdrawal', amount: Math.round(value * (0.01 + 0.03 * random())), date: calendar.ahead(between(random, 2, 40)), every: 'Once', expires: 'When paid' });
  }
  if (random() < rates.neverBuy) rule({ rule: 'Never buy', on: 'Sector', value: 'Energy' });
  if (random() >= rates.conflict) return;
  const [largest] = [...positions].sort(([, a], [, b]) => b - a)[0];
  rule({ rule: 'Never sell', on: 'Symbol', value: largest });
  rule({ rule: 'Max %', on: 'Symbol', value: largest, limit: 0.1 });
}

/** A made-up amount in whole cents. Which way it rounds is of no account, and exact arithmetic would take seconds. */
const inCents = (dollars: number) => Math.floor(dollars * 100) / 100;

/** One row of the account as a spreadsheet leaves it that took the number for a quantity. */
function loseZeros(holdings: TableRow<'holdings'>[], accountId: string): void {
  const index = holdings.findLastIndex((row) => row.accountId === accountId && row.symbol !== 'CASH');
  holdings[index] = { ...holdings[index], accountId: accountId.replace(/^0+/, '') };
}
