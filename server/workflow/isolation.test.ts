import fc from 'fast-check';
import type { RunResult, TradeRow } from '../../shared/api/result';
import type { TableRow, Tables } from '../../shared/contract';
import type { Issue } from '../../shared/issue';
import { runs } from '../optimizer/random-book';
import { solvers } from '../optimizer/solvers';
import type { Solver } from '../optimizer/solvers/solver';
import { decideUnit } from './decide-unit';
import { runBook } from './run-book';

let solver: Solver;
beforeAll(async () => { solver = await solvers.native(); });

const asOf = '2026-11-20';

const run = (tables: Tables, issues: readonly Issue[]): Promise<RunResult> =>
  runBook({ tables, asOf, issues }, { decideUnit: async (unit, signal) => decideUnit(unit, solver, signal) });

/** Of a household one taxable account and one IRA; beside it a taxable account that shares nothing with them. */
const accounts: Tables['accounts'] = [
  { row: 2, accountId: 'T', taxType: 'Taxable', model: 'Mix', householdId: 'H', taxProfile: 'P', group: 'Auto' },
  { row: 3, accountId: 'I', taxType: 'Tax-deferred', model: 'Mix', householdId: 'H', group: 'Auto' },
  { row: 4, accountId: 'X', taxType: 'Taxable', model: '60/40', taxProfile: 'Q', group: 'Auto' },
];

const days = fc.integer({ min: 1, max: 2000 }).map((back) => new Date(Date.UTC(2026, 10, 20) - back * 86_400_000).toISOString().slice(0, 10));
const lotOf = (accountId: string, symbol: string, price: number): fc.Arbitrary<Omit<TableRow<'holdings'>, 'row'>> =>
  fc.record({ quantity: fc.integer({ min: 20, max: 900 }), ratio: fc.double({ min: 0.5, max: 1.6, noNaN: true }), acquired: days })
    .map(({ quantity, ratio, acquired }) => ({ accountId, symbol, quantity, costBasis: Math.round(quantity * price * ratio), acquired, marketValue: quantity * price }));

/** Books whose rows are numbered; row 2 of Holdings, Securities and Transactions is the one to doubt, in the small position REIT. */
const books: fc.Arbitrary<Tables> = fc.record({
  odd: fc.record({ quantity: fc.integer({ min: 5, max: 40 }), ratio: fc.double({ min: 0.5, max: 1.6, noNaN: true }), acquired: days }),
  lots: fc.tuple(...(['T', 'T', 'T', 'X', 'X'] as const).map((id) => fc.constantFrom('VTI', 'BND').chain((symbol) => lotOf(id, symbol, symbol === 'VTI' ? 290 : 73)))),
  more: lotOf('T', 'REIT', 80).map((lot) => ({ ...lot, quantity: Math.min(lot.quantity, 20), marketValue: Math.min(lot.quantity, 20) * 80 })),
  ira: lotOf('I', 'VTI', 290),
  cash: fc.integer({ min: 0, max: 60_000 }),
  withdrawal: fc.constantFrom(0, 0, 70_000),
  lotChoice: fc.constantFrom('Least tax' as const, 'FIFO' as const, 'Highest cost' as const, 'Average' as const),
  together: fc.boolean(),
}).map(({ odd, lots, more, ira, cash, withdrawal, lotChoice, together }) => {
  const holdings: Omit<TableRow<'holdings'>, 'row'>[] = [
    { accountId: 'T', symbol: 'REIT', quantity: odd.quantity, costBasis: Math.round(odd.quantity * 80 * odd.ratio), acquired: odd.acquired, marketValue: odd.quantity * 80 },
    ...lots, more, ira, ...['T', 'I', 'X'].map((accountId) => ({ accountId, symbol: 'CASH', quantity: 5000 + cash, unsettled: 0 })),
  ];
  return {
    accounts, holdings: holdings.map((row, k) => ({ ...row, row: k + 2 })),
    securities: [
      { row: 2, symbol: 'REIT', price: 80, assetClass: 'Real estate' }, { row: 3, symbol: 'VTI', price: 290, assetClass: 'US equity' },
      { row: 4, symbol: 'BND', price: 73, assetClass: 'Bonds' }, { row: 5, symbol: 'VNQ', price: 90, assetClass: 'Real estate', washSaleClass: 'REIT' },
    ],
    models: [
      { model: 'Mix', component: 'VTI', target: 0.5 }, { model: 'Mix', component: 'BND', target: 0.35 }, { model: 'Mix', component: 'REIT', target: 0.1 }, { model: 'Mix', component: 'VNQ', target: 0.05 },
      { model: '60/40', component: 'VTI', target: 0.6 }, { model: '60/40', component: 'BND', target: 0.4 },
    ],
    transactions: [{ row: 2, accountId: 'T', date: '2026-11-02', action: 'Sell', symbol: 'REIT', quantity: 3, shortTermGain: 10 }],
    taxProfiles: [{ taxProfile: 'P', shortTermRate: 0.408, longTermRate: 0.238 }, { taxProfile: 'Q', shortTermRate: 0.37, longTermRate: 0.2 }],
    settings: [{ row: 2, scope: 'Firm', values: { isolateDoubt: 'Trades', lotChoice } }],
    groups: [{ group: 'Auto', reviewTier: 'Auto' }],
    cashFlows: withdrawal > 0 ? [{ accountId: 'T', type: 'Withdrawal', amount: withdrawal, date: '2026-11-23' }] : [],
    households: together ? [{ householdId: 'H', model: 'Mix', manageAs: 'Together' }] : [],
  };
});

const cells = {
  basis: { table: 'holdings', column: 'costBasis', header: 'Cost basis', code: 'H04', values: fc.integer({ min: 1, max: 100_000 }) },
  day: { table: 'holdings', column: 'acquired', header: 'Acquired', code: 'H05', values: days },
  shares: { table: 'holdings', column: 'quantity', header: 'Quantity', code: 'H03', values: fc.integer({ min: 1, max: 10_000 }) },
  price: { table: 'securities', column: 'price', header: 'Price', code: 'S01', values: fc.double({ min: 0.01, max: 5000, noNaN: true }) },
  spread: { table: 'securities', column: 'spread', header: 'Spread', code: 'G06', values: fc.double({ min: 0, max: 0.5, noNaN: true }) },
  trade: { table: 'transactions', column: 'date', header: 'Date', code: 'X02', values: days },
  gain: { table: 'transactions', column: 'shortTermGain', header: 'Short-term gain', code: 'G06', values: fc.integer({ min: -5000, max: 5000 }) },
  unsettled: { table: 'holdings', column: 'unsettled', header: 'Unsettled', code: 'G06', values: fc.integer({ min: 0, max: 5000 }) },
} as const;

type Name = keyof typeof cells;

/** The row that is doubted: of cash the first cash row, T's; else row 2. */
const lineOf = (tables: Tables, name: Name): number => (name === 'unsettled' ? tables.holdings.find(({ symbol }) => symbol === 'CASH')!.row! : 2);

function doubted(tables: Tables, name: Name): Issue {
  const { code, table, header } = cells[name];
  const named = table === 'securities' ? ['T', 'I'] : ['T'];
  return { code, severity: 'skip', table, column: header, sheet: table, message: 'It is in doubt.', rows: 1, accounts: named, lines: [lineOf(tables, name)] };
}

/** The tables with another value in the doubtful cell. */
function changed(tables: Tables, name: Name, value: unknown): Tables {
  const { table, column } = cells[name];
  const line = lineOf(tables, name);
  return { ...tables, [table]: (tables[table] as readonly { row?: number }[]).map((row) => (row.row === line ? { ...row, [column]: value } : row)) };
}

/** All that was decided, without the run's name, which follows from the input. */
function decided({ trades, scores, exceptions }: RunResult, id?: string): string {
  const own = (rows: readonly { readonly accountId: string }[]): object[] => rows.filter(({ accountId }) => id === undefined || accountId === id).map((row) => ({ ...row, runId: null }));
  return JSON.stringify([own(trades), own(scores), own(exceptions)]);
}

/** The trades of the household that depend on the row: REIT and VNQ are one wash-sale class; the account of X is its own household. */
function dependsOn(name: Name, { accountId, action, symbol, acquired, quantity, gainOrLoss }: TradeRow): boolean {
  if (accountId === 'X') return false;
  const isClass = symbol === 'REIT' || symbol === 'VNQ';
  if (name === 'unsettled') return accountId === 'T' && action === 'Buy';
  if (name === 'price' || name === 'spread') return symbol === 'REIT';
  if (name === 'shares') return accountId === 'T' && symbol === 'REIT';
  if (name === 'trade' || name === 'gain') return isClass && (action === 'Buy' || (gainOrLoss ?? 0) < 0);
  // The doubtful lot has lost its basis or its day; with the other gone, too, it would have no gain at all.
  const isLot = action === 'Sell' && symbol === 'REIT' && (acquired === null || gainOrLoss === null) && quantity > 0;
  return accountId === 'T' && ((isClass && action === 'Buy') || isLot || (name === 'day' && isClass && (gainOrLoss ?? 0) < 0));
}

const names = Object.keys(cells) as Name[];

test.each(names)('nothing that is decided depends on the doubtful value, and no trade on its row: %s', async (name) => {
  let trading = 0;
  await fc.assert(fc.asyncProperty(books, cells[name].values as fc.Arbitrary<unknown>, async (tables, value) => {
    const issues = [doubted(tables, name)];
    const [plain, other] = [await run(tables, issues), await run(changed(tables, name, value), issues)];
    expect(decided(other)).toBe(decided(plain));
    expect(plain.trades.filter((trade) => dependsOn(name, trade))).toEqual([]);
    trading += plain.scores.filter(({ accountId, decision }) => accountId === 'T' && decision === 'Trade').length;
  }), runs(8));
  // The doubt is confined: the account it lies in goes on trading.
  expect(trading).toBeGreaterThan(0);
}, 120_000);

test.each(names)('an account that shares nothing with the row is decided as if there were no doubt: %s', async (name) => {
  await fc.assert(fc.asyncProperty(books, async (tables) => {
    expect(decided(await run(tables, [doubted(tables, name)]), 'X')).toBe(decided(await run(tables, []), 'X'));
  }), runs(4));
}, 120_000);
