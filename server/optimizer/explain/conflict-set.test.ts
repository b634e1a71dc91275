import fc from 'fast-check';
import type { Restriction } from '../../../shared/book/book';
import { sixtyForty, snapshotOf, type SixtyForty } from '../examples';
import { noTrade } from '../plan';
import { outcome } from '../linear';
import { randomBook, runs } from '../random-book';
import { rowsOf } from '../rows';
import { rowValue } from '../row-value';
import { violation, type Row } from '../rows/row';
import type { AccountSnapshot } from '../snapshot';
import { solvers } from '../solvers';
import type { Solver } from '../solvers/solver';
import { conflictSet, type ConflictSet } from './conflict-set';
import { Feasibility } from './feasibility';
import type { RuleRows } from './rule-rows';

let solver: Solver;
beforeAll(async () => { solver = await solvers.native(); });

/** Rows broken before any trade. */
function broken(snapshot: AccountSnapshot, rows: readonly Row[]): Row[] {
  const stay = noTrade(snapshot.lots.length, snapshot.assets.length);
  return rows.filter((row) => violation(row, rowValue(row, snapshot, stay, outcome(snapshot, stay))) > 1e-6);
}

/** Why the account cannot get from no trade to what the rule of that code asks. */
function explain(more: SixtyForty, code: string): ConflictSet | undefined {
  const snapshot = snapshotOf(sixtyForty(more));
  const rows = rowsOf(snapshot);
  const stay = noTrade(snapshot.lots.length, snapshot.assets.length);
  return conflictSet(snapshot, rows, stay, broken(snapshot, rows).find((row) => row.code === code)!, solver);
}

const rule = (kind: Restriction['rule'], value: string, limit?: number, row = 2): Restriction =>
  ({ rule: kind, on: 'Symbol', value, limit, strictness: 'hard', source: `Restrictions row ${row}` });
const names = (set: ConflictSet | undefined): string[] | undefined => set?.others.map(({ name }) => name);
const withdrawal = (amount: number) => [{ type: 'Withdrawal' as const, amount, standing: 'due' as const, source: 'Cash flows row 2' }];

describe('in words', () => {
  test('never sell everything, and a withdrawal', () => {
    const set = explain({ flows: withdrawal(30_000), restrictions: [rule('Never sell', 'VTI'), rule('Never sell', 'BND', undefined, 3)] }, 'cash-floor');
    expect(set).toMatchObject({ missed: { name: 'keep $30,000 to pay out' }, isSmallest: true });
    expect(names(set)).toEqual(['never sell BND', 'never sell VTI']);
    expect(set!.waysOut.map(({ give }) => Math.round(give))).toEqual([25_000, 25_000]);
    // VTI is sold at a gain, but without a bond left the account would be further still from 60/40.
    expect(set!.cheapest!.rule.name).toBe('never sell VTI');
    const [bnd, vti] = set!.waysOut.map(({ extraCost }) => extraCost!);
    expect(vti).toBeLessThan(bnd);
  });

  test('a least and a most that contradict each other', () => {
    const set = explain({ taxType: 'Tax-free', restrictions: [rule('Min %', 'BND', 0.5), rule('Max %', 'BND', 0.3, 3)] }, 'min-percent');
    expect(names(set)).toEqual(['no more than 30.0 % in BND']);
    expect(set!.cheapest!.give).toBeCloseTo(20_000, 2);
  });

  test('no gains, and a class that only gains can pay for', () => {
    const classes: Restriction = { ...rule('Min %', 'Bonds', 0.5), on: 'Asset class' };
    const lots = [{ id: 'V', symbol: 'VTI', quantity: 475, unitCost: 100, acquired: '2020-01-02', heldFrom: '2020-01-02' }];
    const tax = { ...sixtyForty().accounts[0].tax, gainsBudget: 0 };
    const set = explain({ lots, tax, restrictions: [classes] }, 'min-percent');
    expect(names(set)).toEqual(['no overdraft', 'net gains of the year within $0']);
    // $45,000 to sell, half of it gain; an overdraft is nobody's way out.
    expect(set!.waysOut.map(({ rule: { name }, give }) => [name, Math.round(give)])).toEqual([['net gains of the year within $0', 22_500]]);
  });

  test('a tax budget, by exact netting', () => {
    const tax = { ...sixtyForty().accounts[0].tax, taxBudget: 1000 };
    const set = explain({ tax, flows: withdrawal(35_000), restrictions: [rule('Never sell', 'BND')] }, 'cash-floor');
    expect(names(set)).toEqual(['never sell BND', 'tax of the year within $1,000']);
    const budget = set!.waysOut.find(({ rule: { name } }) => name.startsWith('tax'))!;
    // $30,000 of VTI, half of it long-term gain at 23.8 %; $1,000 of tax is allowed.
    expect(budget.give).toBeCloseTo(30_000 * 0.5 * 0.238 - 1000, 1);
  });

  test('a rule that no account could meet stands alone', () => {
    const snapshot = snapshotOf(sixtyForty({ restrictions: [rule('Never sell', 'VTI')] }));
    const short: Row = { name: 'less than none of VTI', source: 's', code: 'c', tier: 'hard', expression: { weights: [[1, 1]] }, max: -0.01 };
    const set = conflictSet(snapshot, [...rowsOf(snapshot), short], noTrade(2, 2), short, solver);
    expect(set).toMatchObject({ others: [], waysOut: [] });
  });

  test('what can be mended conflicts with nothing', () => {
    expect(explain({ restrictions: [rule('Max %', 'VTI', 0.5)] }, 'max-percent')).toBeUndefined();
  });

  test('the law is no way out', () => {
    const wash = new Map([['BND', { buyBlocked: '10 sold at a loss on 2026-11-10' }]]);
    const snapshot = snapshotOf(sixtyForty({ restrictions: [rule('Min %', 'BND', 0.4)] }), { wash });
    const rows = rowsOf(snapshot);
    const set = conflictSet(snapshot, rows, noTrade(2, 2), broken(snapshot, rows)[0], solver)!;
    expect(set.others.map(({ source }) => source)).toEqual(['IRC §1091']);
    expect(set.cheapest).toBeUndefined();
  });

  test('a solver that cannot tell explains nothing', () => {
    const snapshot = snapshotOf(sixtyForty({ restrictions: [rule('Min %', 'BND', 0.5), rule('Never buy', 'BND')] }));
    const rows = rowsOf(snapshot);
    const mute: Solver = { name: 'mute', solve: () => ({ status: 'failed' }) };
    expect(conflictSet(snapshot, rows, noTrade(2, 2), broken(snapshot, rows)[0], mute)).toBeUndefined();
  });
});

describe('on random books', () => {
  /** Random books made contradictory: a withdrawal, prohibitions on every name but a few, a least weight. */
  const strained = fc.record({
    from: randomBook(true), withdrawn: fc.double({ min: 0, max: 0.9, noNaN: true }), spared: fc.nat(20),
    kind: fc.constantFrom('Never sell' as const, 'Max %' as const), least: fc.nat(8), limit: fc.double({ min: 0.2, max: 0.9, noNaN: true }),
  }).map(({ from: { book, account }, withdrawn, spared, kind, least, limit }) => {
    const symbols = [...book.securities.keys()].filter((symbol) => symbol !== 'CASH');
    const restrictions = [
      ...account.restrictions, ...symbols.filter((_, i) => i !== spared).map((symbol, k) => rule(kind, symbol, 0.05, 20 + k)),
      rule('Min %', symbols[least % symbols.length], limit, 50),
    ];
    const held = account.lots.reduce((sum, { symbol, quantity }) => sum + quantity * book.securities.get(symbol)!.price, account.cash);
    const flows = withdrawn < 0.3 ? [] : withdrawal(Math.floor(held * withdrawn));
    return snapshotOf({ ...book, accounts: [{ ...account, restrictions, flows }] });
  });

  test(`every conflict is one, and none once any member is dropped (seed ${runs(150).seed})`, () => {
    let found = 0;
    fc.assert(fc.property(strained, (snapshot) => {
      const rows = rowsOf(snapshot);
      const stay = noTrade(snapshot.lots.length, snapshot.assets.length);
      const missed = broken(snapshot, rows)[0] as Row | undefined;
      const set = missed && conflictSet(snapshot, rows, stay, missed, solver);
      if (!set) return;
      found += 1;
      expect(set.isSmallest).toBe(true);
      const members = [set.missed, ...set.others];
      const cannotHold = (rules: readonly RuleRows[]): boolean =>
        new Feasibility(snapshot, solver, 100).cannotHold(rules.flatMap((member) => member.rows));
      expect(cannotHold(members)).toBe(true);
      for (const member of members) expect(cannotHold(members.filter((other) => other !== member))).toBe(false);
    }), runs(150));
    expect(found).toBeGreaterThanOrEqual(runs(150).numRuns * 0.7);
  });

  test('what a way out gives is enough, and nothing less is', () => {
    let tried = 0;
    fc.assert(fc.property(strained, (snapshot) => {
      const rows = rowsOf(snapshot);
      const missed = broken(snapshot, rows)[0] as Row | undefined;
      const set = missed && conflictSet(snapshot, rows, noTrade(snapshot.lots.length, snapshot.assets.length), missed, solver);
      for (const { rule: { rows: [row, ...more] }, give, extraCost } of set?.waysOut ?? []) {
        if (more.length > 0 || extraCost !== null) continue;
        tried += 1;
        const firm = [set!.missed, ...set!.others].flatMap((member) => member.rows).filter((other) => other !== row);
        const widened = (by: number): Row => ({
          ...row, ...(row.min === undefined ? {} : { min: row.min - by }), ...(row.max === undefined ? {} : { max: row.max + by }),
        });
        const cannotHold = (by: number): boolean => new Feasibility(snapshot, solver, 100).cannotHold([...firm, widened(by)]);
        expect(cannotHold(give / snapshot.value + 1e-6)).toBe(false);
        expect(cannotHold(give / snapshot.value - 1e-6)).toBe(true);
      }
    }), runs(60));
    expect(tried).toBeGreaterThan(10);
  });
});
