import fc from 'fast-check';
import type { Tables } from '../../shared/contract';
import type { RunResult } from '../../shared/api/result';
import { runs } from '../optimizer/random-book';
import { solvers } from '../optimizer/solvers';
import type { Solver } from '../optimizer/solvers/solver';
import { assertInvariants } from '../../test/invariants';
import type { RunOptions } from '../jobs/types';
import { decideUnit } from './decide-unit';
import type { Unit, UnitOutcome } from './unit';
import { runBook, type RunInput } from './run-book';

let solver: Solver;
beforeAll(async () => { solver = await solvers.native(); });

const asOf = '2026-11-20';

/** Accounts in pairs, of one household each: one taxable with a loss and a gain, one IRA in cash. */
function bookOf(households: number): Tables {
  const numbers = Array.from({ length: households }, (_, k) => k);
  return {
    accounts: numbers.flatMap((k) => [
      { accountId: `T${k}`, taxType: 'Taxable', model: '60/40', householdId: `H${k}`, taxProfile: `P${k}`, group: 'Core' },
      { accountId: `I${k}`, taxType: 'Tax-deferred', model: '60/40', householdId: `H${k}`, group: 'Core' },
    ]),
    holdings: numbers.flatMap((k) => [
      { accountId: `T${k}`, symbol: 'VTI', quantity: 300 + k, costBasis: 40_000, acquired: '2021-03-01', lotId: `t${k}-1` },
      { accountId: `T${k}`, symbol: 'BND', quantity: 500, costBasis: 60_000, acquired: '2022-03-01', lotId: `t${k}-2` },
      { accountId: `T${k}`, symbol: 'CASH', quantity: 4000 },
      { accountId: `I${k}`, symbol: 'CASH', quantity: 50_000 },
    ]),
    securities: [
      { symbol: 'VTI', price: 290, assetClass: 'US equity' },
      { symbol: 'BND', price: 73, assetClass: 'Bonds' },
      { symbol: 'AGG', price: 98, assetClass: 'Bonds', buyRank: 2 },
    ],
    models: [{ model: '60/40', component: 'VTI', target: 0.6 }, { model: '60/40', component: 'BND', target: 0.4 }],
    taxProfiles: numbers.map((k) => ({ taxProfile: `P${k}`, shortTermRate: 0.408, longTermRate: 0.238 })),
    groups: [{ group: 'Core', reviewTier: 'Auto' }],
  } as Tables;
}

const run = (input: RunInput, more: { signal?: AbortSignal; onAccount?: (done: number, total: number, id: string) => void } = {}): Promise<RunResult> =>
  runBook(input, { decideUnit: async (unit, signal) => decideUnit(unit, solver, signal), ...more });

test('every account is decided, in an order of its own, and the result keeps every invariant', async () => {
  const tables = bookOf(4);
  const seen: [number, number, string][] = [];
  const result = await run({ tables, asOf }, { onAccount: (done, total, id) => seen.push([done, total, id]) });
  expect(result.scores.map(({ accountId }) => accountId)).toEqual(['I0', 'T0', 'I1', 'T1', 'I2', 'T2', 'I3', 'T3']);
  expect(seen.map(([done, total]) => [done, total])).toEqual(seen.map((_, k) => [k + 1, 8]));
  expect(result.run).toMatchObject({ accounts: 8, partial: false, scope: 'All 8', asOf });
  expect(result.trades.length).toBeGreaterThan(0);
  assertInvariants(tables, result);
});

test('a stop issue refuses the run: issues, and nothing else', async () => {
  const result = await run({ tables: bookOf(2), asOf, issues: [{ code: 'G01', severity: 'stop', message: 'A core table is missing.', rows: 1 }] });
  expect([result.trades, result.scores, result.exceptions]).toEqual([[], [], []]);
  expect(result.dataIssues[0]).toMatchObject({ severity: 'Stop', code: 'G01' });
  expect(result.run.partial).toBe(false);
});

test('stopped half-way, it returns what is finished and says so', async () => {
  const stop = new AbortController();
  let turn: Promise<unknown> = Promise.resolve();
  const oneByOne: RunOptions<Unit, UnitOutcome>['decideUnit'] = (unit, signal) => {
    const mine = turn.then(() => decideUnit(unit, solver, signal));
    turn = mine.then(() => undefined);
    return mine;
  };
  const result = await runBook({ tables: bookOf(8), asOf }, { decideUnit: oneByOne, signal: stop.signal, onAccount: (done) => { if (done === 2) stop.abort(); } });
  expect(result.run.partial).toBe(true);
  expect(result.scores.length).toBeGreaterThan(0);
  expect(result.scores.length).toBeLessThan(16);
  expect(result.run.accounts).toBe(result.scores.length);
});

test('stopped before it began it decides nothing; a fault without a stop is no answer', async () => {
  const stopped = new AbortController();
  stopped.abort();
  expect((await run({ tables: bookOf(2), asOf }, { signal: stopped.signal })).run).toMatchObject({ partial: true, accounts: 0 });
  const failing = runBook({ tables: bookOf(2), asOf }, { decideUnit: () => Promise.reject(new Error('thread died')) });
  await expect(failing).rejects.toThrow('thread died');
});

test('the order of rows changes nothing, row numbers apart', async () => {
  const tables = bookOf(3);
  const plain = await run({ tables, asOf });
  await fc.assert(fc.asyncProperty(fc.infiniteStream(fc.nat()), async (keys) => {
    const shuffle = <Row>(rows: readonly Row[]): Row[] => rows.map((row) => ({ row, key: keys.next().value as number })).sort((x, y) => x.key - y.key).map(({ row }) => row);
    const mixed = Object.fromEntries(Object.entries(tables).map(([name, rows]) => [name, shuffle(rows as readonly object[])])) as unknown as Tables;
    const result = await run({ tables: mixed, asOf });
    expect(JSON.stringify([result.run, result.trades, result.scores, result.exceptions])).toBe(JSON.stringify([plain.run, plain.trades, plain.scores, plain.exceptions]));
  }), runs(5));
});

test('the same input has the same result to the byte; any change of it another fingerprint', async () => {
  const tables = bookOf(1);
  const first = await run({ tables, asOf });
  expect(JSON.stringify(await run({ tables, asOf }))).toBe(JSON.stringify(first));
  const dearer = { ...tables, securities: tables.securities.map((row) => (row.symbol === 'AGG' ? { ...row, price: 98.01 } : row)) };
  for (const other of [await run({ tables: dearer, asOf }), await run({ tables, asOf: '2026-11-19' }), await run({ tables, asOf, accounts: ['T0'] })]) {
    expect(other.run.inputsFingerprint).not.toBe(first.run.inputsFingerprint);
    expect(other.run.id).not.toBe(first.run.id);
  }
});

test('row numbers are no input', async () => {
  const tables = bookOf(1);
  const numbered = { ...tables, holdings: tables.holdings.map((row, k) => ({ ...row, row: 40 - k })) };
  expect((await run({ tables: numbered, asOf })).run.inputsFingerprint).toBe((await run({ tables, asOf })).run.inputsFingerprint);
});

test('only what is asked for is decided; closed and held-away accounts never are', async () => {
  const tables = bookOf(2);
  const some = await run({ tables, asOf, accounts: ['I1', 'T0', 'nobody'] });
  expect(some.scores.map(({ accountId }) => accountId)).toEqual(['T0', 'I1']);
  expect(some.run.scope).toBe('I1, T0, nobody');
  const away = { ...tables, accounts: tables.accounts.map((row) => (row.accountId === 'T0' ? { ...row, status: 'Held away' as const } : row.accountId === 'I0' ? { ...row, status: 'Closed' as const } : row)) };
  expect((await run({ tables: away, asOf })).scores.map(({ accountId }) => accountId)).toEqual(['I1', 'T1']);
});
