import fc from 'fast-check';
import type { Tables } from '../contract';
import { buildBook } from './build-book';

const asOf = '2026-11-21';

/** The four core sheets as a beginner fills them, with one row of every optional table. */
const tables: Tables = {
  accounts: [
    {
      accountId: '4471-0093',
      taxType: 'Taxable',
      model: 'Growth 70/30',
      householdId: 'H-RIVERA',
      group: 'core',
      taxProfile: 'RIVERA-2026',
      row: 2,
    },
    { accountId: '4471-0088', taxType: 'Tax-free', model: 'Growth 70/30', householdId: 'h-rivera', row: 3 },
  ],
  holdings: [
    { accountId: '4471-0093', symbol: 'VTI', quantity: 120, costBasis: 18_240, acquired: '2021-03-04', row: 2 },
    { accountId: '4471-0093', symbol: 'bnd', quantity: 410, costBasis: 31_980, acquired: '2024-07-19', row: 3 },
    { accountId: '4471-0093', symbol: 'CASH', quantity: 12_400, row: 4 },
  ],
  securities: [
    { symbol: 'VTI', price: 290, assetClass: 'US equity' },
    { symbol: 'VXUS', price: 68.1, assetClass: 'Intl equity' },
    { symbol: 'BND', price: 73.25, assetClass: 'Bonds' },
  ],
  models: [
    { model: 'Growth 70/30', component: 'US equity', target: 0.45 },
    { model: 'Growth 70/30', component: 'Intl equity', target: 0.25 },
    { model: 'Growth 70/30', component: 'Bonds', target: 0.28 },
    { model: 'Growth 70/30', component: 'CASH', target: 0.02 },
  ],
  taxProfiles: [{ taxProfile: 'Rivera-2026', shortTermRate: 0.37, longTermRate: 0.2, ytdShortTermGain: -4_200 }],
  restrictions: [{ scope: 'Household', scopeId: 'H-Rivera', rule: 'Never sell', on: 'Symbol', value: 'vti', row: 2 }],
  substitutes: [
    { for: 'VTI', substitute: 'vxus', rank: 2 },
    { for: 'VTI', substitute: 'BND', hurdle: 40 },
  ],
  tags: [
    { symbol: 'vti', tag: 'Carbon', score: 0.3 },
    { symbol: 'VTI', tag: 'Arms' },
  ],
  screens: [
    { screen: 'Clean', tag: 'Carbon', test: '≥', threshold: 0.2 },
    { screen: 'clean', tag: 'Arms', action: 'Never buy' },
  ],
  cashFlows: [{ accountId: '4471-0093', type: 'Withdrawal', percentOfAccount: 0.1, row: 2 }],
  transactions: [
    { accountId: '4471-0088', date: '2026-11-03', action: 'Buy', symbol: 'vti', quantity: 12 },
    { accountId: '4471-0088', date: '2026-11-05', action: 'Reinvest', symbol: 'VTI', quantity: 1 },
    { accountId: 'unknown', date: '2026-10-01', action: 'Sell', symbol: 'VTI', quantity: 3 },
  ],
  settings: [{ scope: 'Group', scopeId: 'CORE', values: { taxCare: 'Low' }, row: 2 }],
  groups: [{ group: 'Core' }],
  riskClasses: [
    { riskClass: 'US equity', volatility: 0.16, correlations: { bonds: 0.1 } },
    { riskClass: 'Bonds', volatility: 0.05, correlations: {} },
  ],
};

describe('buildBook', () => {
  const book = buildBook(tables, asOf);
  const [free, taxable] = book.accounts;

  it('puts accounts in ID order with their lots and cash', () => {
    expect([free.id, taxable.id]).toEqual(['4471-0088', '4471-0093']);
    expect(taxable.cash).toBe(12_400);
    expect(taxable.lots).toEqual([
      {
        id: '4471-0093-BND-2024-07-19-1',
        symbol: 'BND',
        quantity: 410,
        unitCost: 78,
        acquired: '2024-07-19',
        heldFrom: '2024-07-19',
        row: 3,
      },
      {
        id: '4471-0093-VTI-2021-03-04-1',
        symbol: 'VTI',
        quantity: 120,
        unitCost: 152,
        acquired: '2021-03-04',
        heldFrom: '2021-03-04',
        row: 2,
      },
    ]);
    expect(free).toMatchObject({ cash: 0, unsettledCash: 0, lots: [] });
  });

  it('fills blanks with their defaults', () => {
    expect(free).toMatchObject({ status: 'Active', discretion: 'Discretionary', flows: [], row: 3 });
    expect(book).toMatchObject({ asOf, currency: 'USD' });
  });

  it('brings household, group, settings, tax, restrictions and flows to the account', () => {
    expect(taxable.household).toBe(free.household);
    expect(taxable.group).toBe('Core');
    expect([taxable.settings.taxCare, free.settings.taxCare]).toEqual(['Low', 'High']);
    expect(taxable.tax).toMatchObject({ shortRate: 0.37, ytdShort: -4_200, assumed: false });
    expect(free.tax).toMatchObject({ shortRate: 0, longRate: 0 });
    expect(taxable.restrictions).toMatchObject([
      { rule: 'Never sell', value: 'VTI', strictness: 'hard', source: 'Restrictions row 2 (Household H-Rivera)' },
    ]);
    // 120 × 290 + 410 × 73.25 + 12,400 = 77,232.50
    expect(taxable.flows).toMatchObject([{ amount: 7_723.25, standing: 'due' }]);
  });

  it('knows the transactions of known accounts, how far back they go, and the last trade', () => {
    expect(book.transactions.map(({ symbol, action }) => [symbol, action])).toEqual([
      ['VTI', 'Buy'],
      ['VTI', 'Reinvest'],
    ]);
    expect(book.transactionsFrom).toBe('2026-10-01');
    expect(free.lastTraded).toBe('2026-11-03');
    expect(taxable.lastTraded).toBeUndefined();
  });

  it('leaves out what the checks refuse, and never throws', () => {
    const broken: Tables = {
      accounts: [{ accountId: 'A1' }, { accountId: 'A1', taxType: 'Exempt' }],
      holdings: [
        { accountId: 'A2', symbol: 'VTI', quantity: 1 },
        { accountId: 'A1', symbol: 'ZZZ', quantity: 1 },
        { accountId: 'A1', symbol: 'VTI', quantity: NaN },
      ],
      securities: [{ symbol: 'VTI', price: -1 }, { symbol: 'BND' }],
      models: [{ model: 'M', component: 'VTI', target: -1 }],
      restrictions: [{ scope: 'Group', rule: 'Max %', on: 'Symbol', value: 'VTI' }],
      cashFlows: [{ accountId: 'A9', type: 'Fee', amount: 10 }],
      transactions: [{ accountId: 'A1', date: '2027-01-01', action: 'Buy', symbol: 'VTI', quantity: 1 }],
    };
    const {
      accounts: [account],
      ...rest
    } = buildBook(broken, asOf);
    expect(account).toMatchObject({ id: 'A1', taxType: 'Taxable', household: 'A1', lots: [], restrictions: [], flows: [] });
    expect([...rest.securities.keys()]).toEqual(['CASH']);
    expect(rest).toMatchObject({ models: new Map(), transactions: [], transactionsFrom: undefined });
  });

  it('does not depend on the order of rows', () => {
    const shuffled = fc.record(
      Object.fromEntries(Object.entries(tables).map(([name, rows]) => [name, fc.shuffledSubarray([...rows], { minLength: rows.length })])),
    );
    fc.assert(
      fc.property(shuffled, (other) => {
        expect(buildBook(other as unknown as Tables, asOf)).toEqual(book);
      }),
    );
  });

  it('knows what stands in for what, and what securities are marked with', () => {
    const { substitutes, securities, screens } = buildBook(tables, asOf);
    expect(substitutes?.map(({ symbol }) => symbol)).toEqual(['BND', 'VXUS']);
    expect(securities.get('VTI')?.tags).toEqual({ arms: 1, carbon: 0.3 });
    expect(screens.get('clean')?.map(({ tag }) => tag)).toEqual(['Carbon', 'Arms']);
  });

  it('builds 100,000 lots in under a second of processor time', () => {
    const accounts = Array.from({ length: 2_000 }, (_, index) => ({
      accountId: `A${index}`,
      taxType: 'Taxable' as const,
      model: 'Growth 70/30',
    }));
    const holdings = Array.from({ length: 100_000 }, (_, index) => ({
      accountId: `A${index % 2_000}`,
      symbol: ['VTI', 'VXUS', 'BND'][index % 3],
      quantity: 1 + (index % 7),
      costBasis: 100 + (index % 11),
      acquired: `2021-03-${10 + (index % 20)}`,
    }));
    const start = process.cpuUsage();
    const large = buildBook({ ...tables, accounts, holdings }, asOf);
    const { user, system } = process.cpuUsage(start);
    expect((user + system) / 1e6).toBeLessThan(1);
    expect(large.accounts.reduce((sum, { lots }) => sum + lots.length, 0)).toBe(100_000);
  });
});
