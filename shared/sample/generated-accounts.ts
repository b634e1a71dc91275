import type { TableRow } from '../contract';
import type { Calendar } from './calendar';
import { inCents, makeLots, pickPositions } from './generated-lots';
import { between, mulberry32, normal, pick, type Random } from './random';
import type { AccountTables } from './tables';

const surnames = [
  'Abara',
  'Brandt',
  'Castellan',
  'Dufresne',
  'Eskola',
  'Fontaine',
  'Gallo',
  'Haldane',
  'Ibarra',
  'Jansson',
  'Kowal',
  'Lindgren',
  'Mbeki',
  'Novak',
  'Oduya',
  'Petrov',
  'Quiroga',
  'Rahimi',
  'Sorell',
  'Tanaka',
  'Urbano',
  'Vance',
  'Whitlock',
  'Yilmaz',
  'Zeller',
];
const advisors = ['J. Lee', 'S. Marchetti', 'P. Adeyemi', 'R. Holm'];

/** Tax types as often as they occur: more than half of the accounts are taxable. */
const taxTypes = [
  ...Array(11).fill('Taxable'),
  ...Array(5).fill('Tax-deferred'),
  ...Array(3).fill('Tax-free'),
  'Exempt',
] as readonly NonNullable<TableRow<'accounts'>['taxType']>[];

/** How often bad or awkward data occurs, per account. */
const rates = { lostZeros: 0.004, conflict: 0.002, noProfile: 0.03, withdrawal: 0.05, neverBuy: 0.03 };

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
    shortTermRate: pick(
      random,
      [0.24, 0.32, 0.408, 0.493].filter((rate) => rate > longTermRate),
    ),
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

/** Lots of the last six weeks were bought: Transactions says so, which is what sets wash-sale traps. */
function addPurchases(tables: AccountTables, lots: readonly TableRow<'holdings'>[], calendar: Calendar): void {
  const oldest = calendar.ago(42);
  for (const { accountId, symbol, acquired, quantity, costBasis } of lots) {
    if (acquired === undefined || acquired < oldest || quantity === undefined) continue;
    tables.transactions.push({ accountId, date: acquired, action: 'Buy', symbol, quantity, amount: costBasis });
  }
}

function addWishes(
  tables: AccountTables,
  { accountId }: TableRow<'accounts'>,
  random: Random,
  calendar: Calendar,
  value: number,
  positions: ReadonlyMap<string, number>,
): void {
  const rule = (more: Pick<TableRow<'restrictions'>, 'rule' | 'on' | 'value'> & Partial<TableRow<'restrictions'>>) =>
    tables.restrictions.push({ scope: 'Account', scopeId: accountId, severity: 'Hard', ...more });
  if (random() < rates.withdrawal) {
    tables.cashFlows.push({
      accountId,
      type: 'Withdrawal',
      amount: Math.round(value * (0.01 + 0.03 * random())),
      date: calendar.ahead(between(random, 2, 40)),
      every: 'Once',
      expires: 'When paid',
    });
  }
  if (random() < rates.neverBuy) rule({ rule: 'Never buy', on: 'Sector', value: 'Energy' });
  if (random() >= rates.conflict) return;
  const [largest] = [...positions].sort(([, a], [, b]) => b - a)[0];
  rule({ rule: 'Never sell', on: 'Symbol', value: largest });
  rule({ rule: 'Max %', on: 'Symbol', value: largest, limit: 0.1 });
}

/** One row of the account as a spreadsheet leaves it that took the number for a quantity. */
function loseZeros(holdings: TableRow<'holdings'>[], accountId: string): void {
  const index = holdings.findLastIndex((row) => row.accountId === accountId && row.symbol !== 'CASH');
  holdings[index] = { ...holdings[index], accountId: accountId.replace(/^0+/, '') };
}
