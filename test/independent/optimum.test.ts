import fc from 'fast-check';
import { snapshotOf } from '../../server/optimizer/examples';
import { randomBook, runs } from '../../server/optimizer/random-book';
import { rebalance } from '../../server/optimizer/rebalance';
import { rowsOf } from '../../server/optimizer/rows';
import { toPlan } from '../../server/optimizer/shares';
import { search } from '../../server/optimizer/search';
import { solvers } from '../../server/optimizer/solvers';
import type { Solver } from '../../server/optimizer/solvers/solver';
import type { AccountSnapshot } from '../../server/optimizer/snapshot';
import { cost } from '../../server/optimizer/terms';
import type { Account, Book } from '../../shared/book/book';
import { minimize } from './barrier';
import { factsOf } from './facts';
import { forbidden, limitsOf } from './limits';
import { costOf, improvement, sideOf, type Question, type Trades } from './optimum';

/** No plan may be better by more than this, basis points of account value. */
const tolerance = 0.5;
let solver: Solver;
beforeAll(async () => { solver = await solvers.native(); });

function questionOf(book: Book, account: Account, { assets, lots, risk }: AccountSnapshot): Question {
  const covariance = assets.map((_, i) => assets.map((__, j) => {
    let value = i === j ? risk.specific[i] : 0;
    for (let k = 0; k < risk.size; k += 1) value += risk.loadings[i * risk.size + k] * risk.loadings[j * risk.size + k];
    return value;
  }));
  return { book, account, covariance, lots: lots.map(({ lot }) => lot), symbols: assets.map(({ symbol }) => symbol) };
}

const still = ({ lots, assets }: AccountSnapshot): Trades => ({ sells: new Float64Array(lots.length), buys: new Float64Array(assets.length) });

test('the interior-point method finds a minimum known on paper', () => {
  // Least (x − 2)² + (y − 1)² with x + y ≤ 2: the point (1.5, 0.5).
  const found = minimize({
    value: ([x, y]) => (x - 2) ** 2 + (y - 1) ** 2,
    gradient: ([x, y]) => Float64Array.of(2 * (x - 2), 2 * (y - 1)),
    hessian: [Float64Array.of(2, 0), Float64Array.of(0, 2)],
  }, [{ coefficients: Float64Array.of(1, 1), limit: 2 }], Float64Array.of(0, 0), 1e-9);
  expect(found[0]).toBeCloseTo(1.5, 4);
  expect(found[1]).toBeCloseTo(0.5, 4);
});

test('both price no trade and the plan alike', () => {
  fc.assert(fc.property(randomBook(true), ({ book, account }) => {
    const snapshot = snapshotOf(book);
    const question = questionOf(book, account, snapshot);
    const facts = factsOf(book, account, question.symbols, question.lots);
    const proposal = rebalance(snapshot, solver);
    for (const plan of [still(snapshot), toPlan(snapshot, proposal.shares)]) {
      expect(costOf(question, facts, plan) * 1e4).toBeCloseTo((cost(snapshot, plan) / snapshot.value) * 1e4, 6);
    }
  }), runs(60));
});

test('a plan that leaves something on the table is found out', () => {
  const account = fc.sample(randomBook(true), { seed: 7, numRuns: 40 });
  const beaten = account.filter(({ book, account: subject }) => {
    const snapshot = snapshotOf(book);
    return improvement(questionOf(book, subject, snapshot), still(snapshot)).bp > tolerance;
  });
  expect(beaten.length).toBeGreaterThan(20);
});

test('no plan of an independent solver is better by more than half a basis point', () => {
  fc.assert(fc.property(randomBook(true), ({ book, account }) => {
    const snapshot = snapshotOf(book);
    const question = questionOf(book, account, snapshot);
    const found = search(snapshot, rowsOf(snapshot), solver, { time: 5 })!;
    const { bp, exhausted } = improvement(question, found.best.plan);
    expect(exhausted).toBe(true);
    expect(bp).toBeLessThan(tolerance);
    // Where bands gave way to a client's rule, or limits to cash, the result says so; elsewhere nothing may get worse.
    if (found.yields.size === 0) expectRules(question, found.best.plan);
    expectRoundedNear(snapshot, found.best.plan);
  }), { ...runs(200), endOnFailure: true });
});

/** Nothing forbidden is traded, and no rule is missed by more than today. */
function expectRules({ book, account, symbols, lots }: Question, plan: Trades): void {
  const facts = factsOf(book, account, symbols, lots);
  const never = forbidden(account, facts);
  for (const l of never.sells) expect(plan.sells[l]).toBeLessThan(1e-7);
  for (const i of never.buys) expect(plan.buys[i]).toBeLessThan(1e-7);
  const limits = limitsOf(book, account, facts);
  // The two sides of a band are one rule: what is over it today may end under it, by no more.
  for (const limit of limits) {
    const today = Math.max(0, ...limits.filter(({ name }) => name === limit.name).map(({ limit: room }) => -room));
    expect(sideOf(limit, plan)).toBeLessThan(limit.limit + today + 1e-6);
  }
}

/** What is proposed loses no more than the shares' rounding to thousandths. */
function expectRoundedNear(snapshot: AccountSnapshot, plan: Trades): void {
  const proposal = rebalance(snapshot, solver);
  const steps = snapshot.assets.reduce((sum, { price, step }) => sum + price * step, 0);
  const before = cost(snapshot, still(snapshot)) - cost(snapshot, plan);
  // A step may cost as much as the highest tax rate and twice the risk of the dearest position, on each security.
  expect(proposal.score).toBeGreaterThan(before - 0.01 - 3 * steps - (tolerance / 1e4) * snapshot.value);
}
