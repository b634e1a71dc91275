import type { Tables } from '../contract';
import type { CheckCode, CheckOptions } from '.';

/** Tables that a check judges, and the options it needs. */
export interface Case {
  readonly tables: Tables;
  readonly options?: Partial<CheckOptions>;
}

/** The as-of day of all examples. */
export const exampleDay = '2026-11-20';

/** A small book without a single issue: two accounts, three securities, one model. */
export const soundTables: Tables = {
  accounts: [
    { row: 2, accountId: '4471-0093', taxType: 'Taxable', model: 'Growth', taxProfile: 'RIVERA', householdId: 'H-RIVERA', group: 'Core' },
    { row: 3, accountId: '4471-0088', taxType: 'Tax-free', model: 'Growth', householdId: 'H-RIVERA' },
  ],
  holdings: [
    { row: 2, accountId: '4471-0093', symbol: 'VTI', quantity: 120, costBasis: 18240, acquired: '2021-03-04', lotId: 'L-1', marketValue: 34800 },
    { row: 3, accountId: '4471-0093', symbol: 'BND', quantity: 410, costBasis: 31980, acquired: '2024-07-19', lotId: 'L-2' },
    { row: 4, accountId: '4471-0093', symbol: 'CASH', quantity: 12400 },
    { row: 5, accountId: '4471-0088', symbol: 'BND', quantity: 100 },
  ],
  securities: [
    { row: 2, symbol: 'VTI', price: 290, assetClass: 'US equity', type: 'ETF', cusip: '922908769' },
    { row: 3, symbol: 'VXUS', price: 68.1, assetClass: 'Intl equity', sector: 'Broad', issuer: 'Vanguard' },
    { row: 4, symbol: 'BND', price: 73.25, assetClass: 'Bonds' },
  ],
  models: [
    { row: 2, model: 'Growth', component: 'US equity', target: 0.45 },
    { row: 3, model: 'Growth', component: 'Intl equity', target: 0.25 },
    { row: 4, model: 'Growth', component: 'Bonds', target: 0.28, min: 0.2, max: 0.35 },
    { row: 5, model: 'Growth', component: 'CASH', target: 0.02 },
  ],
  taxProfiles: [{ row: 2, taxProfile: 'RIVERA', shortTermRate: 0.408, longTermRate: 0.238, carryforwardShort: -9000, gainsBudget: 20000 }],
  restrictions: [{ row: 2, scope: 'Account', scopeId: '4471-0093', rule: 'Never buy', on: 'Symbol', value: 'VXUS', until: '2027-12-31' }],
  cashFlows: [{ row: 2, accountId: '4471-0093', type: 'Withdrawal', amount: 5000, date: '2026-12-01' }],
  transactions: [{ row: 2, accountId: '4471-0088', date: '2026-10-01', action: 'Buy', symbol: 'VTI', quantity: 12 }],
  settings: [{ row: 2, scope: 'Group', scopeId: 'Core', values: { minimumScore: 8 } }],
  groups: [{ row: 2, group: 'Core', reviewTier: 'Auto' }],
  riskClasses: [
    { row: 2, riskClass: 'US equity', volatility: 0.16, correlations: { 'Intl equity': 0.85 } },
    { row: 3, riskClass: 'Intl equity', volatility: 0.17, correlations: { 'US equity': 0.85 } },
    { row: 4, riskClass: 'Bonds', volatility: 0.06, correlations: { 'US equity': 0.1 } },
  ],
};

type Rows<Name extends keyof Tables> = NonNullable<Tables[Name]>;
type Row<Name extends keyof Tables> = Rows<Name>[number];

/** The sound book with one row of a table changed. */
function change<Name extends keyof Tables>(name: Name, index: number, cells: Partial<Row<Name>>): Case {
  const rows = soundTables[name] as readonly Row<Name>[];
  return { tables: { ...soundTables, [name]: rows.map((row, at) => (at === index ? { ...row, ...cells } : row)) } };
}

/** The sound book with rows added to a table. */
function add<Name extends keyof Tables>(name: Name, ...rows: readonly Row<Name>[]): Case {
  return { tables: { ...soundTables, [name]: [...(soundTables[name] as readonly Row<Name>[] | undefined ?? []), ...rows] } };
}

/** The sound book with a table replaced. */
function replace<Name extends keyof Tables>(name: Name, rows: Tables[Name]): Case {
  return { tables: { ...soundTables, [name]: rows } };
}

const sound: Case = { tables: soundTables };
const lot = soundTables.holdings[0];
const account = '4471-0093';

/** Seven models, each inside the one before. */
const nested = (depth: number): Row<'models'>[] => Array.from({ length: depth }, (_, level) => ({
  row: 10 + level, model: `Level ${level + 1}`, component: level + 1 < depth ? `Level ${level + 2}` : 'VTI', target: 1,
}));

const rule = (cells: Partial<Row<'restrictions'>>): Row<'restrictions'> => ({ row: 3, scope: 'Account', scopeId: account, rule: 'Never sell', on: 'Symbol', value: 'VTI', ...cells });
const flow = (cells: Partial<Row<'cashFlows'>>): Row<'cashFlows'> => ({ row: 3, accountId: account, type: 'Withdrawal', date: '2026-12-01', ...cells });
/** The sound book with a row for its household, and its second account changed. */
const family = (cells: Partial<Row<'households'>>, second: Partial<Row<'accounts'>> = {}): Case => ({
  tables: { ...change('accounts', 1, second).tables, households: [{ row: 2, householdId: 'H-RIVERA', ...cells }] },
});
const pair = (cells: Partial<Row<'substitutes'>>): Row<'substitutes'> => ({ row: 2, for: 'VTI', substitute: 'VXUS', ...cells });
const tag = (cells: Partial<Row<'tags'>> = {}): Row<'tags'> => ({ row: 2, symbol: 'VTI', tag: 'Carbon', score: 0.3, ...cells });
const screened = (cells: Partial<Row<'screens'>>): Case => ({
  tables: { ...add('restrictions', rule({ rule: 'Screen', on: 'Screen', value: 'Clean' })).tables, tags: [tag()], screens: [{ row: 2, screen: 'Clean', tag: 'Carbon', ...cells }] },
});
const classes = (...correlations: Readonly<Record<string, number>>[]): Case =>
  replace('riskClasses', correlations.map((values, index) => ({ row: 2 + index, riskClass: 'ABC'[index], volatility: 0.1, correlations: values })));

/** Exposures of the sound book's securities; of two factors, `Market` and `Rates`. */
export const exposureRows: readonly Row<'exposures'>[] = [
  { row: 2, symbol: 'VTI', specificRisk: 0.01, exposures: { Market: 1 } },
  { row: 3, symbol: 'VXUS', specificRisk: 0.05, exposures: { Market: 0.9 } },
  { row: 4, symbol: 'BND', specificRisk: 0.01, exposures: { Rates: 1 } },
];
export const factorRows: readonly Row<'factorCovariance'>[] = [
  { row: 2, factor: 'Market', covariances: { Market: 0.0256, Rates: 0.0008 } },
  { row: 3, factor: 'Rates', covariances: { Market: 0.0008, Rates: 0.0036 } },
];
const factored = (exposures: readonly Row<'exposures'>[], factorCovariance = factorRows): Case => ({ tables: { ...soundTables, exposures, factorCovariance } });

/** The sound book with one override, changed by what is given. */
const overridden = (cells: Partial<Row<'overrides'>>): Case =>
  replace('overrides', [{ row: 2, scope: 'Account', scopeId: account, override: 'No buys', until: '2026-12-15', reason: 'Transfer pending', by: 'j.lee', ...cells }]);
/** The sound book with one corporate action of VTI, and its VTI lot of the day before. */
const acted = (cells: Partial<Row<'corporateActions'>>, vti: Partial<Row<'holdings'>> = { asOf: '2026-11-19' }): Case => ({
  tables: { ...change('holdings', 0, vti).tables, corporateActions: [{ row: 2, symbol: 'VTI', type: 'Split', effective: exampleDay, ratio: 2, ...cells }] },
});
/** The sound book with one manual trade, changed by what is given. */
const requested = (cells: Partial<Row<'manualTrades'>>, ...more: readonly Row<'manualTrades'>[]): Case =>
  replace('manualTrades', [{ row: 2, accountId: account, action: 'Sell', symbol: 'VTI', quantity: 50, reason: 'Client request', ...cells }, ...more]);

const product = (cells: Partial<Row<'products'>>): Row<'products'> => ({ row: 2, product: 'US core', assetClass: 'US equity', implements: 'VTI', ...cells });
/** The sound book with changes of its first account's allocation. */
const customized = (...rows: readonly Partial<Row<'customizations'>>[]): Case =>
  replace('customizations', rows.map((cells, at) => ({ row: 2 + at, scope: 'Account', scopeId: account, change: 'Set %', component: 'Bonds', value: 0.4, ...cells })));

/** What each check must catch, and the nearest thing that it must not. A check without examples does not compile. */
export const checkExamples: Readonly<Record<CheckCode, { readonly fails: Case; readonly passes: Case }>> = {
  G08: { fails: add('restrictions', rule({ rule: 'Max %', limit: 5 })), passes: add('restrictions', rule({ rule: 'Max quantity', limit: 5 })) },
  G11: { fails: change('settings', 0, { values: { cashTarget: 5 } }), passes: change('settings', 0, { values: { cashTarget: 0.05, riskPrice: 0.0025, maxPosition: 'none' } }) },
  G12: { fails: add('securities', { row: 5, symbol: 'vti', price: 290, assetClass: 'US equity' }), passes: add('models', { row: 9, model: 'Income', component: 'Bonds', target: 1 }) },
  G14: { fails: change('accounts', 0, { accountName: '=HYPERLINK("http://example.com")' }), passes: change('accounts', 0, { accountName: 'Rivera = Smith' }) },
  G15: { fails: add('holdings', { row: 9, accountId: 'Grand total', symbol: 'VTI', quantity: 10 }), passes: change('accounts', 0, { accountName: 'Total Wine LLC' }) },
  G16: { fails: { ...sound, options: { rowLimit: 3 } }, passes: { ...sound, options: { rowLimit: 4 } } },
  G18: { fails: change('settings', 0, { values: { allowMargin: true } }), passes: change('settings', 0, { values: { lotChoice: 'FIFO', maxTrackingError: 0.02 } }) },
  A01: { fails: change('accounts', 0, { model: undefined }), passes: change('accounts', 0, { model: undefined, status: 'Held away' }) },
  A02: { fails: change('accounts', 0, { model: 'Grwth' }), passes: change('accounts', 0, { model: 'GROWTH' }) },
  A03: { fails: change('accounts', 0, { taxType: undefined }), passes: sound },
  A04: { fails: add('accounts', { row: 4, accountId: '9', taxType: 'Exempt', model: 'Growth' }), passes: add('accounts', { row: 4, accountId: '9', taxType: 'Exempt', status: 'Closed' }) },
  A05: { fails: change('accounts', 1, { status: 'Closed' }), passes: change('accounts', 1, { status: 'Held away' }) },
  A06: { fails: family({}, { householdId: 'H-RIVIERA' }), passes: add('restrictions', rule({ scope: 'Household', scopeId: 'h-rivera' })) },
  A07: { fails: change('accounts', 0, { group: 'Coer' }), passes: { tables: { ...change('accounts', 1, { group: 'Other' }).tables, groups: undefined } } },
  A08: {
    fails: { tables: { ...family({ manageAs: 'Together' }, { model: 'Income' }).tables, models: [...soundTables.models, { row: 9, model: 'Income', component: 'Bonds', target: 1 }] } },
    passes: family({ manageAs: 'Together', model: 'Growth' }, { model: 'Income' }),
  },
  A09: { fails: family({ model: 'Grwth' }, { model: undefined }), passes: family({ model: 'GROWTH' }, { model: undefined }) },
  A10: {
    fails: family({ washSaleLink: 'H-SPOUSE' }),
    passes: { tables: { ...family({ washSaleLink: 'h-spouse' }, { householdId: 'H-SPOUSE' }).tables, settings: [{ row: 2, scope: 'Firm', values: { washSaleScope: 'Linked' } }] } },
  },
  A11: {
    fails: family({ manageAs: 'Together', locationPolicy: 'Tax-aware' }),
    passes: { tables: { ...family({ manageAs: 'Together', locationPolicy: 'Tax-aware' }).tables, settings: [{ row: 2, scope: 'Firm', values: { location: 'Prefer' } }] } },
  },
  H01: { fails: change('holdings', 0, { accountId: '4471-0094' }), passes: sound },
  H02: { fails: change('holdings', 0, { symbol: 'VTX' }), passes: change('holdings', 0, { symbol: 'vti' }) },
  H03: { fails: change('holdings', 0, { quantity: 0 }), passes: change('holdings', 2, { quantity: -250 }) },
  H04: { fails: change('holdings', 0, { costBasis: undefined }), passes: change('holdings', 0, { costBasis: undefined, unitCost: 152 }) },
  H05: { fails: change('holdings', 0, { acquired: undefined }), passes: change('holdings', 3, { acquired: undefined }) },
  H06: { fails: change('holdings', 0, { acquired: '2026-11-21' }), passes: change('holdings', 0, { acquired: exampleDay }) },
  H07: { fails: change('holdings', 0, { marketValue: 348 }), passes: change('holdings', 0, { marketValue: 34500 }) },
  H08: { fails: change('holdings', 0, { costBasis: 152 }), passes: change('holdings', 0, { costBasis: 2100 }) },
  H09: {
    fails: { tables: { ...soundTables, accounts: [{ row: 2, accountId: '0044710', taxType: 'Taxable', model: 'Growth' }], holdings: [{ ...lot, accountId: '44710' }] } },
    passes: change('holdings', 0, { accountId: '44710' }),
  },
  H10: { fails: change('holdings', 0, { accountId: '4.47E+09' }), passes: change('holdings', 0, { accountId: '447E09' }) },
  H11: { fails: add('holdings', { row: 9, accountId: account, symbol: 'CASH', quantity: 12000 }), passes: add('holdings', { row: 9, accountId: account, symbol: 'CASH', quantity: 12400 }) },
  H12: { fails: change('holdings', 0, { asOf: '2026-11-18' }), passes: change('holdings', 0, { asOf: exampleDay }) },
  H13: { fails: { ...sound, options: { custodianTotals: { [account]: 90000 } } }, passes: { ...sound, options: { custodianTotals: { [account]: 77232.5 } } } },
  S01: { fails: change('securities', 0, { price: 0 }), passes: add('securities', { row: 9, symbol: 'CASH', assetClass: 'Cash' }) },
  S02: { fails: change('securities', 0, { priceDate: '2026-11-17' }), passes: change('securities', 0, { priceDate: '2026-11-19' }) },
  S03: { fails: { ...sound, options: { lastPrices: { VTI: 145 } } }, passes: { ...sound, options: { lastPrices: { VTI: 250 } } } },
  S04: { fails: change('securities', 0, { assetClass: undefined }), passes: change('securities', 0, { assetClass: undefined, type: 'Cash' }) },
  S05: { fails: change('securities', 0, { cusip: '922908768' }), passes: change('securities', 0, { cusip: 'US9229087690' }) },
  S06: { fails: change('securities', 1, { cusip: '922908769' }), passes: change('securities', 1, { cusip: '921909768' }) },
  S07: { fails: change('securities', 0, { currency: 'EUR' }), passes: change('securities', 0, { currency: 'EUR', fx: 1.08 }) },
  S08: {
    fails: replace('assetClasses', [{ row: 2, assetClass: 'US equity', parent: 'Equity' }, { row: 3, assetClass: 'Equity', parent: 'us equity' }]),
    passes: replace('assetClasses', [{ row: 2, assetClass: 'US equity', parent: 'equity' }, { row: 3, assetClass: 'Equity' }]),
  },
  S09: {
    fails: replace('assetClasses', [{ row: 2, assetClass: 'Bonds', preferredLocation: 'Attic' }]),
    passes: replace('assetClasses', [{ row: 2, assetClass: 'Bonds', preferredLocation: 'tax-deferred > Roth' }]),
  },
  S10: {
    fails: replace('assetClasses', [{ row: 2, assetClass: 'Bonds', riskProxy: 'AGG' }]),
    passes: replace('assetClasses', [{ row: 2, assetClass: 'Bonds', riskProxy: 'bnd' }]),
  },
  M01: { fails: change('models', 0, { target: 0.35 }), passes: change('models', 0, { target: 0.45005 }) },
  M02: { fails: add('models', { row: 9, model: 'A', component: 'B', target: 1 }, { row: 10, model: 'B', component: 'A', target: 1 }), passes: add('models', { row: 9, model: 'A', component: 'Growth', target: 1 }) },
  M03: { fails: change('models', 0, { component: 'US equty' }), passes: change('models', 0, { component: 'us EQUITY' }) },
  M04: { fails: change('models', 2, { min: 0.3 }), passes: change('models', 2, { min: 0.28 }) },
  M05: {
    fails: add('models', { row: 9, model: 'Tight', component: 'VTI', target: 0.5, max: 0.45 }, { row: 10, model: 'Tight', component: 'BND', target: 0.5, max: 0.5 }),
    passes: add('models', { row: 9, model: 'Tight', component: 'VTI', target: 0.5, max: 0.5 }, { row: 10, model: 'Tight', component: 'BND', target: 0.5, max: 0.5 }),
  },
  M06: { fails: add('models', ...nested(7)), passes: add('models', ...nested(6)) },
  M07: { fails: change('securities', 0, { tradable: 'Sell only' }), passes: change('securities', 0, { tradable: 'Yes' }) },
  M08: {
    fails: { tables: { ...soundTables, groups: [{ row: 2, group: 'Core', requireApprovedModels: 'Yes' }] } },
    passes: { tables: { ...soundTables, models: soundTables.models.map((row) => ({ ...row, approvedBy: 'Committee', approvedOn: exampleDay })), groups: [{ row: 2, group: 'Core', requireApprovedModels: 'Yes' }] } },
  },
  P01: { fails: replace('products', [product({ implements: 'VTX' })]), passes: replace('products', [product({ implements: 'vti' }), product({ row: 3, rank: 2, implements: 'GROWTH' })]) },
  P02: { fails: replace('products', [product({}), product({ row: 3, implements: 'VXUS', rank: 2, until: '2026-11-19' })]), passes: replace('products', [product({}), product({ row: 3, implements: 'VXUS', rank: 2, until: exampleDay })]) },
  P03: { fails: replace('products', [product({}), product({ row: 3, product: 'US alternative', implements: 'VXUS' })]), passes: replace('products', [product({ taxTypes: 'Taxable' }), product({ row: 3, implements: 'VXUS', taxTypes: 'Roth' })]) },
  L01: { fails: customized({}, { component: 'US equity', value: 0.6 }), passes: customized({}, { component: 'US equity', value: 0.58 }) },
  L02: { fails: customized({ component: 'Gold' }), passes: customized({ component: 'vxus' }) },
  L03: { fails: customized({ change: 'Drop class', component: 'Gold', value: undefined }), passes: customized({ change: 'Drop class', component: 'intl equity', value: undefined }) },
  L04: { fails: customized({}, { value: 0.5 }), passes: customized({}, { scope: 'Household', scopeId: 'H-RIVERA', value: 0.5 }) },
  U01: {
    fails: replace('substitutes', [pair({}), pair({ row: 3, for: 'VXUS', substitute: 'BND' }), pair({ row: 4, for: 'BND', substitute: 'vti' })]),
    passes: replace('substitutes', [pair({}), pair({ row: 3, for: 'VXUS', substitute: 'VTI', use: 'Buy when harvesting' })]),
  },
  U02: {
    fails: { tables: { ...change('securities', 1, { washSaleClass: 'vti' }).tables, substitutes: [pair({})] } },
    passes: { tables: { ...change('securities', 1, { washSaleClass: 'vti' }).tables, substitutes: [pair({ use: 'Hold instead' })] } },
  },
  U03: { fails: replace('substitutes', [pair({ substitute: 'ITOT' })]), passes: replace('substitutes', [pair({ for: 'vti', taxTypes: 'roth' }), pair({ substitute: 'ITOT', until: '2026-11-19' })]) },
  R01: { fails: add('restrictions', rule({ value: 'ZZZZ' })), passes: add('restrictions', rule({ value: 'vti' })) },
  R02: { fails: add('restrictions', rule({ until: '2026-11-19' })), passes: add('restrictions', rule({ until: exampleDay })) },
  R03: { fails: add('restrictions', rule({}), rule({ row: 4, scope: 'Household', scopeId: 'H-RIVERA', rule: 'Never own' })), passes: add('restrictions', rule({}), rule({ row: 4, scopeId: '4471-0088', rule: 'Never own' })) },
  R04: { fails: add('restrictions', rule({}), rule({ row: 4, rule: 'Max %', limit: 0.1 })), passes: add('restrictions', rule({}), rule({ row: 4, rule: 'Max %', limit: 0.5 })) },
  R05: { fails: screened({ test: '≥' }), passes: screened({ test: '≥', threshold: 0.1, action: 'Max %', limit: 0.02 }) },
  R06: { fails: replace('tags', [tag({ asOf: '2025-10-15' })]), passes: replace('tags', [tag({ asOf: '2025-10-16' })]) },
  C01: { fails: add('cashFlows', flow({ amount: 100, date: '2026-11-19' })), passes: add('cashFlows', flow({ amount: 100, date: '2026-11-19', every: 'Month' })) },
  C02: { fails: add('cashFlows', flow({ amount: 100, percentOfAccount: 0.02 })), passes: add('cashFlows', flow({ percentOfAccount: 0.02 })) },
  C03: { fails: add('cashFlows', flow({ amount: 500000 })), passes: add('cashFlows', flow({ type: 'Deposit', amount: 500000 })) },
  T01: { fails: change('taxProfiles', 0, { shortTermRate: 40.8 }), passes: change('taxProfiles', 0, { shortTermRate: 0.6 }) },
  T02: { fails: change('accounts', 0, { taxProfile: undefined }), passes: change('accounts', 0, { taxProfile: 'rivera' }) },
  T03: { fails: change('taxProfiles', 0, { carryforwardLong: 2500 }), passes: change('taxProfiles', 0, { carryforwardLong: 0 }) },
  T04: { fails: change('taxProfiles', 0, { taxBudget: 4000 }), passes: change('taxProfiles', 0, { gainsBudget: undefined, taxBudget: 4000 }) },
  T05: { fails: change('taxProfiles', 0, { asOf: '2025-12-31' }), passes: change('taxProfiles', 0, { asOf: '2026-01-01' }) },
  K01: { fails: change('riskClasses', 1, { correlations: { 'US equity': 0.58 } }), passes: change('riskClasses', 1, { correlations: {} }) },
  K02: { fails: classes({ B: 0.9, C: 0.9 }, { C: -0.9 }, {}), passes: classes({ B: 0.9, C: 0.9 }, { C: 0.7 }, {}) },
  K03: { fails: factored(exposureRows.slice(1)), passes: factored(exposureRows) },
  K04: { fails: change('riskClasses', 0, { volatility: 16 }), passes: change('riskClasses', 0, { volatility: 0.9 }) },
  K05: { fails: factored([...exposureRows, { row: 5, symbol: 'X', specificRisk: 0.2, exposures: { Markte: 1 } }]), passes: factored([...exposureRows, { row: 5, symbol: 'X', specificRisk: 0.2, exposures: { MARKET: 1 } }]) },
  X01: { fails: change('transactions', 0, { date: '2026-10-21' }), passes: change('transactions', 0, { date: '2026-10-20' }) },
  X02: { fails: change('transactions', 0, { date: '2026-11-21' }), passes: change('transactions', 0, { date: '2026-11-21', action: 'Open order' }) },
  X03: { fails: change('transactions', 0, { accountId: '5000' }), passes: sound },
  E01: { fails: acted({}), passes: acted({}, { asOf: exampleDay }) },
  E02: { fails: acted({ ratio: -2, treatment: 'Adjust lots' }), passes: acted({ type: 'Ticker change', newSymbol: 'VXUS', ratio: undefined }) },
  E03: { fails: acted({ type: 'Ticker change', newSymbol: 'VTI2', treatment: 'Adjust lots' }), passes: acted({ type: 'Ticker change', newSymbol: 'vxus', treatment: 'Adjust lots' }) },
  E04: { fails: acted({ effective: '2026-11-21' }), passes: acted({ effective: '2026-11-21', treatment: 'Ignore' }) },
  E05: { fails: acted({ treatment: 'Adjust lots' }), passes: acted({ treatment: 'Adjust lots' }, { asOf: exampleDay }) },
  O01: { fails: overridden({ until: undefined }), passes: overridden({}) },
  O02: { fails: overridden({ until: '2026-11-19' }), passes: overridden({ until: exampleDay }) },
  O03: { fails: overridden({ reason: 'tbd' }), passes: overridden({ reason: 'tbd', until: '2026-11-19' }) },
  O04: { fails: overridden({ until: '2027-02-19' }), passes: overridden({ until: '2027-02-19', approver: 'm.chen' }) },
  O05: { fails: overridden({ override: 'Hold security' }), passes: overridden({ override: 'Hold security', symbol: 'vti' }) },
  O06: {
    fails: overridden({ scope: 'Firm', scopeId: undefined, override: 'Use price', symbol: 'BND', value: 73 }),
    passes: overridden({ scope: 'Firm', scopeId: undefined, override: 'Use price', symbol: 'BND', value: 73, from: '2026-11-21' }),
  },
  N01: { fails: requested({ amount: 5000 }), passes: requested({ quantity: undefined, toPercent: 0 }) },
  N02: { fails: requested({ action: 'Buy', symbol: 'VXUS' }), passes: requested({ action: 'Buy', symbol: 'BND' }) },
  N03: {
    fails: requested({}, { row: 3, accountId: account, action: 'Swap', symbol: 'BND', into: 'vti', quantity: 10, reason: 'Client request' }),
    passes: requested({ lotId: 'l-1', quantity: 120 }),
  },
  N04: { fails: requested({ reason: 'ok' }), passes: requested({ reason: 'J. ok' }) },
  N05: { fails: requested({ quantity: 0.5 }), passes: requested({ quantity: 1 }) },
};
