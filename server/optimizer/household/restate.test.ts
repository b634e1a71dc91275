import fc from 'fast-check';
import { buildHouseholds } from '../../../shared/book/households';
import { runs } from '../random-book';
import { rebalance } from '../rebalance';
import { solvers } from '../solvers';
import type { Solver } from '../solvers/solver';
import { toPlan } from '../shares';
import { randomHousehold } from './fixtures/random-household';
import { addUp, frameHousehold, holdingsOf } from './frame';
import { jointStart } from './joint-start';
import { place } from './place';
import { apart, restate } from './restate';

let solver: Solver;
beforeAll(async () => { solver = await solvers.native(); });

test('a proposal restated where it was made is itself, but for its distance from the household\'s target', () => {
  fc.assert(fc.property(randomHousehold(true), ({ book, policy }) => {
    const family = buildHouseholds([{ householdId: 'H', manageAs: 'Together', ...policy as object }]).get('h')!;
    const frame = frameHousehold(book, family, book.accounts, new Set(book.accounts.map(({ id }) => id)))!;
    const [member] = frame.traded;
    const rest = addUp(frame.traded.slice(1).map((other) => holdingsOf(other)), frame.target.length);
    const snapshot = place(member.plain, frame, { rest, bars: [], location: new Float64Array(frame.target.length) });
    const proposal = rebalance(snapshot, solver);
    const again = restate(proposal, snapshot, frame);
    for (const key of ['score', 'terms', 'trades', 'taxAdded', 'missed', 'mandates', 'shares'] as const) expect(again[key]).toEqual(proposal[key]);
    const { weights, cash } = holdingsOf(member, toPlan(snapshot, proposal.shares));
    const alone = apart(snapshot, frame, weights.map((weight) => weight / member.share), cash / member.share);
    expect(again.after.drift).toBeCloseTo(alone.drift, 9);
    expect(again.after.trackingError).toBeCloseTo(alone.trackingError, 9);
  }), { ...runs(15), endOnFailure: true });
});

test('the start of a household leaves no security on both sides, and is as good as the bound it states', () => {
  fc.assert(fc.property(randomHousehold(true), ({ book, policy }) => {
    const family = buildHouseholds([{ householdId: 'H', manageAs: 'Together', ...policy as object }]).get('h')!;
    const frame = frameHousehold(book, family, book.accounts, new Set(book.accounts.map(({ id }) => id)))!;
    const start = jointStart(frame, solver);
    if (!start || start.isRough) return;
    expect(start.score).toBeLessThanOrEqual((start.bestScore ?? Infinity) + 0.01);
    const sides = frame.traded.flatMap(({ account, plain }) => {
      const { sells, buys } = start.plans.get(account.id)!;
      return [...plain.lots.flatMap(({ asset }, l) => (sells[l] > 1e-9 ? [`sell ${asset}`] : [])), ...plain.assets.flatMap((_, i) => (buys[i] > 1e-9 ? [`buy ${i}`] : []))];
    });
    expect(sides.filter((side) => side.startsWith('sell') && sides.includes(side.replace('sell', 'buy')))).toEqual([]);
  }), { ...runs(10), endOnFailure: true });
});
