import fc from 'fast-check';
import { buildHouseholds } from '../../../shared/book/households';
import { outcome } from '../linear';
import { runs } from '../random-book';
import { rowsOf } from '../rows';
import { rowValue } from '../row-value';
import { violation } from '../rows/row';
import { toPlan } from '../shares';
import { priceTerms } from '../terms';
import { addUp, frameHousehold, holdingsOf, type Frame } from './frame';
import { jointOf } from './joint';
import { randomHousehold, type RandomHousehold } from './fixtures/random-household';

const frameOf = ({ book, policy }: RandomHousehold): Frame => {
  const family = buildHouseholds([{ householdId: 'H', manageAs: 'Together', ...policy as object, locationPolicy: 'Off', preferTradesIn: 'No preference' }]).get('h')!;
  const traded = new Set(book.accounts.filter(({ status }) => status === 'Active').map(({ id }) => id));
  return frameHousehold(book, family, book.accounts, traded)!;
};

test('the joint plan costs what its parts cost in their accounts, and leaves what they leave', () => {
  fc.assert(fc.property(randomHousehold(true), fc.infiniteStream(fc.constantFrom(0, 0, 0.3, 1)), (household, part) => {
    const frame = frameOf(household);
    const { snapshot, split } = jointOf(frame)!;
    const next = (): number => part.next().value as number;
    const shares = { sells: Float64Array.from(snapshot.lots, ({ lot }) => next() * lot.quantity), buys: Float64Array.from(snapshot.assets, () => 10 * next()) };
    const plan = toPlan(snapshot, shares);
    const parts = split(shares).map((each, k) => toPlan(frame.traded[k].plain, each));
    const own = frame.traded.map(({ plain }, k) => priceTerms(plain, parts[k]));
    const whole = priceTerms(snapshot, plan);
    for (const term of ['spread', 'waiting', 'tickets', 'preference'] as const) expect(whole[term]).toBeCloseTo(own.reduce((sum, prices) => sum + prices[term], 0), 4);
    const together = addUp(frame.traded.map((member, k) => holdingsOf(member, parts[k])), frame.target.length);
    expect(outcome(snapshot, plan).cash).toBeCloseTo(together.cash, 9);
    frame.traded.forEach(({ plain, share }, k) => expectSameMisses(frame, snapshot, plan, rowMisses(plain, parts[k], share), k));
  }), runs(60));
});

/** Misses of an account's own rows in fractions of household value. */
function rowMisses(plain: Frame['traded'][number]['plain'], plan: ReturnType<typeof toPlan>, share: number): number[] {
  const alone = { ...plain, target: { ...plain.target, groups: [] }, cash: { ...plain.cash, ceiling: undefined } };
  return rowsOf(alone).map((row) => share * violation(row, rowValue(row, alone, plan, outcome(alone, plan))));
}

/** The joint rows begin with those of the accounts, in their order. */
function expectSameMisses(frame: Frame, snapshot: Frame['traded'][number]['plain'], plan: ReturnType<typeof toPlan>, misses: readonly number[], k: number): void {
  const counts = frame.traded.map(({ plain, own }) => rowsOf({ ...plain, target: { ...plain.target, groups: [] }, cash: { ...plain.cash, ceiling: undefined } }).length
    + plain.assets.filter(({ symbol }) => !own.has(symbol)).length);
  const first = counts.slice(0, k).reduce((sum, count) => sum + count, 0);
  const after = outcome(snapshot, plan);
  rowsOf(snapshot).slice(first, first + misses.length).forEach((row, r) => expect(violation(row, rowValue(row, snapshot, plan, after))).toBeCloseTo(misses[r], 9));
}

test('a household too large for it has none', () => {
  const [sample] = fc.sample(randomHousehold(true), { seed: 5, numRuns: 1 });
  const frame = frameOf(sample);
  expect(jointOf({ ...frame, target: new Float64Array(401) })).toBeUndefined();
});
