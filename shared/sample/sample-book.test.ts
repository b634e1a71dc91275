import { tables as contractTables } from '../contract';
import { daysBetween } from '../dates';
import { daysToLongTerm } from '../tax/holding-period';
import { conflictAccount, lostZeros, nearLongTerm, washTrap } from './planted';
import { sampleBook, sampleTables } from './sample-book';
import { prices, staleSymbol } from './securities';

const asOf = '2026-11-20';
const tables = sampleTables({ asOf });
const { sheets, names } = sampleBook({ asOf });
const isMoney = (symbol: string) => ['CASH', 'VMFXX'].includes(symbol);

describe('the built-in sample', () => {
  test('has 3 households, 7 accounts, 64 lots, 22 securities and 4 models', () => {
    expect(new Set(tables.accounts.map(({ householdId }) => householdId)).size).toBe(3);
    expect(tables.accounts).toHaveLength(7);
    expect(tables.holdings.filter(({ symbol }) => !isMoney(symbol))).toHaveLength(64);
    expect(tables.securities).toHaveLength(22);
    expect(new Set(tables.models.map(({ model }) => model)).size).toBe(4);
  });

  test('every account has one row of cash', () => {
    const cash = tables.holdings.filter(({ symbol }) => isMoney(symbol)).map(({ accountId }) => accountId);
    expect(cash).toEqual(tables.accounts.map(({ accountId }) => accountId));
  });

  test('is a sheet for every table that it fills, in the order of the contract, after Start', () => {
    const filled = Object.entries(contractTables).filter(([name]) => name in tables && !['exposures', 'factorCovariance'].includes(name));
    expect(sheets.map(({ table }) => table)).toEqual(['rb_Start', ...filled.map(([, { excel }]) => excel)]);
    for (const { columns, rows, sheet } of sheets) {
      expect([sheet, rows.length > 0]).toEqual([sheet, true]);
      expect(rows.every((row) => row.length === columns.length)).toBe(true);
    }
    expect(names).toMatchObject({ rb_AsOf: { value: asOf }, rb_Currency: { value: 'USD' }, rb_Contract: { value: '1.0' } });
  });

  test('gives settings and correlations columns of their own', () => {
    const headers = (sheet: string) => sheets.find((each) => each.sheet === sheet)?.columns.map(({ header }) => header);
    expect(headers('Settings')).toEqual([
      'Scope',
      'Scope ID',
      'Reason',
      'Style',
      'Band',
      'Cash target',
      'Minimum trade $',
      'Tax care',
      'Harvest losses',
    ]);
    expect(headers('Risk classes')?.slice(0, 4)).toEqual(['Risk class', 'Volatility', 'US equity', 'Intl equity']);
  });
});

describe('six problems are planted', () => {
  test('an account number that lost its leading zeros', () => {
    const lost = tables.holdings.filter(({ accountId }) => !tables.accounts.some((account) => account.accountId === accountId));
    expect(lost).toMatchObject([{ accountId: '718850', symbol: lostZeros.symbol }]);
    expect(lost[0].accountId.padStart(8, '0')).toBe(lostZeros.accountId);
  });

  test('a target typed as 5 for 5 %, in a model that no account follows; all others add up to 100 %', () => {
    const sum = (name: string) => tables.models.filter(({ model }) => model === name).reduce((total, { target = 0 }) => total + target, 0);
    const followed = ['Core equity', 'Growth 70/30', 'Income 40/60'];
    for (const name of followed) expect([name, sum(name)]).toEqual([name, expect.closeTo(1, 12)]);
    expect(sum('Growth 70/30 (draft)')).toBeCloseTo(5.95, 12);
    expect(tables.accounts.every(({ model = '' }) => followed.includes(model))).toBe(true);
  });

  test('one stale price', () => {
    const stale = tables.securities.filter(({ priceDate = '' }) => priceDate !== asOf);
    expect(stale.map(({ symbol }) => symbol)).toEqual([staleSymbol]);
    expect(tables.holdings.some(({ symbol }) => symbol === staleSymbol)).toBe(true);
  });

  test('a loss whose wash-sale class an IRA of the household bought within 30 days', () => {
    const lot = tables.holdings.find(
      (row) =>
        row.accountId === washTrap.taxable &&
        row.symbol === washTrap.symbol &&
        (row.costBasis ?? 0) > (row.quantity ?? 0) * prices[washTrap.symbol],
    );
    const bought = tables.transactions?.find((row) => row.accountId === washTrap.ira && row.symbol === washTrap.bought);
    const washClass = (symbol: string) => tables.securities.find((row) => row.symbol === symbol)?.washSaleClass;
    const household = (id: string) => tables.accounts.find(({ accountId }) => accountId === id)?.householdId;
    expect(lot).toBeDefined();
    expect(daysBetween(bought?.date ?? '', asOf)).toBeLessThanOrEqual(30);
    expect(washClass(washTrap.symbol)).toBe(washClass(washTrap.bought));
    expect(household(washTrap.taxable)).toBe(household(washTrap.ira));
  });

  test('a gain lot 12 days from long-term', () => {
    const lot = tables.holdings.find(({ accountId, symbol }) => accountId === nearLongTerm.accountId && symbol === nearLongTerm.symbol);
    expect(lot?.costBasis).toBeLessThan((lot?.quantity ?? 0) * prices[nearLongTerm.symbol]);
    expect(daysToLongTerm(lot?.acquired ?? '', asOf)).toBe(12);
  });

  test('an account whose rules conflict: a cap on what may not be sold, and is far above it', () => {
    const rules = tables.restrictions?.filter(({ scopeId }) => scopeId === conflictAccount) ?? [];
    const cap = rules.find(({ rule }) => rule === 'Max %');
    expect(rules.find(({ rule }) => rule === 'Never sell')?.value).toBe(cap?.value);
    const worth = (symbol?: string) =>
      tables.holdings
        .filter((row) => row.accountId === conflictAccount && (!symbol || row.symbol === symbol))
        .reduce((sum, row) => sum + (row.quantity ?? 0) * (prices[row.symbol] ?? 1), 0);
    expect(worth(cap?.value) / worth()).toBeGreaterThan(2 * (cap?.limit ?? 1));
  });
});

test('the sample works on any day: dates move with it and stay in the past', () => {
  for (const day of ['2024-02-29', '2025-01-01', '2027-07-04']) {
    const moved = sampleTables({ asOf: day, accounts: 40 });
    expect(moved.holdings.every(({ acquired = '' }) => acquired <= day)).toBe(true);
    expect(moved.transactions?.every(({ date }) => date <= day)).toBe(true);
    expect(moved.holdings.length).toBeGreaterThan(64);
  }
});

describe('risk classes', () => {
  const classes = tables.riskClasses ?? [];
  const matrix = classes.map(({ correlations }) => classes.map(({ riskClass }) => correlations[riskClass]));

  test('cover every class and company, symmetrically', () => {
    const used = new Set(
      tables.securities.filter(({ type }) => type !== 'Cash').map(({ riskClass, assetClass }) => riskClass ?? assetClass),
    );
    expect(new Set(classes.map(({ riskClass }) => riskClass))).toEqual(used);
    matrix.forEach((row, i) => row.forEach((value, j) => expect(value).toBe(matrix[j][i])));
  });

  test('have a positive definite matrix, as its Cholesky factor shows', () => {
    const factor = matrix.map(() => [] as number[]);
    matrix.forEach((row, i) => {
      for (let j = 0; j <= i; j += 1) {
        const rest = row[j] - factor[i].reduce((sum, value, k) => sum + value * (factor[j][k] ?? 0), 0);
        factor[i][j] = i === j ? Math.sqrt(rest) : rest / factor[j][j];
      }
      expect(factor[i][i]).toBeGreaterThan(0);
    });
  });
});

describe('larger and smaller samples', () => {
  const large = sampleTables({ asOf, accounts: 300 });

  test('have as many accounts as asked for, with distinct numbers', () => {
    expect(new Set(large.accounts.map(({ accountId }) => accountId)).size).toBe(300);
    expect(sampleTables({ asOf, accounts: 3 }).accounts).toHaveLength(3);
    expect(sampleTables({ asOf, accounts: 0 })).toMatchObject({ accounts: [], holdings: [], restrictions: [], transactions: [] });
  });

  test('start with the built-in accounts, and are the same whatever the count', () => {
    expect(large.accounts.slice(0, 7)).toEqual(tables.accounts);
    expect(sampleTables({ asOf, accounts: 100 }).holdings).toEqual(
      large.holdings.slice(0, sampleTables({ asOf, accounts: 100 }).holdings.length),
    );
  });

  test('are the same for the same seed, and other people for another', () => {
    expect(sampleTables({ asOf, accounts: 20, seed: 3 })).toEqual(sampleTables({ asOf, accounts: 20, seed: 3 }));
    expect(sampleTables({ asOf, accounts: 20, seed: 3 }).accounts).not.toEqual(sampleTables({ asOf, accounts: 20, seed: 4 }).accounts);
  });

  test('hold 15 to about 60 lots an account, all in known securities with sensible costs', () => {
    const known = new Set([...large.securities.map(({ symbol }) => symbol), 'CASH']);
    const counts = new Map<string, number>();
    for (const { accountId, symbol, quantity = 0, costBasis } of large.holdings.slice(tables.holdings.length)) {
      expect(known.has(symbol)).toBe(true);
      expect(quantity).toBeGreaterThan(0);
      if (costBasis !== undefined) expect(costBasis / quantity / prices[symbol]).toBeLessThan(2);
      counts.set(accountId, (counts.get(accountId) ?? 0) + 1);
    }
    const lots = large.accounts.slice(7).map(({ accountId }) => counts.get(accountId) ?? 0);
    expect(Math.min(...lots)).toBeGreaterThanOrEqual(14);
    expect(Math.max(...lots)).toBeLessThanOrEqual(70);
  });

  test('name only accounts, households, groups and profiles that are there, lost zeros apart', () => {
    const ids = new Set(
      large.accounts.flatMap(({ accountId, householdId, group, taxProfile }) => [accountId, householdId, group, taxProfile]),
    );
    for (const { scopeId } of large.restrictions ?? []) expect(ids).toContain(scopeId);
    for (const { accountId } of [...(large.cashFlows ?? []), ...(large.transactions ?? [])]) expect(ids).toContain(accountId);
    for (const { taxProfile } of large.taxProfiles ?? [])
      expect(large.taxProfiles?.filter((row) => row.taxProfile === taxProfile)).toHaveLength(1);
    for (const { accountId } of large.holdings) expect(ids.has(accountId) || ids.has(accountId.padStart(8, '0'))).toBe(true);
  });

  test('a thousand accounts take well under three seconds', () => {
    const start = performance.now();
    expect(sampleBook({ asOf, accounts: 1000 }).sheets[1].rows).toHaveLength(1000);
    expect(performance.now() - start).toBeLessThan(3000);
  });
});
