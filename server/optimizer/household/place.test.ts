import fc from 'fast-check';
import { buildHouseholds } from '../../../shared/book/households';
import { outcome } from '../linear';
import { noTrade } from '../plan';
import { runs } from '../random-book';
import { activeVariance } from '../risk-model';
import { terms } from '../terms';
import { addUp, frameHousehold, holdingsOf, type Frame } from './frame';
import { place } from './place';
import { randomHousehold, type RandomHousehold } from './fixtures/random-household';

const frameOf = ({ book, policy }: RandomHousehold): Frame => {
  const family = buildHouseholds([{ householdId: 'H', manageAs: 'Together', ...policy as object }]).get('h')!;
  return frameHousehold(book, family, book.accounts, new Set(book.accounts.map(({ id }) => id)))!;
};

/** Risk and cash of the whole household at the members' holdings, from the definitions. */
function wholeCost({ target, cashTarget, value, traded, lead }: Frame, holdings: ReturnType<typeof addUp>): { risk: number; cash: number } {
  const active = holdings.weights.map((weight, i) => weight - target[i]);
  return {
    risk: value * lead.settings.riskPrice * 1e4 * activeVariance(traded[0].plain.risk, active),
    cash: value * lead.settings.cashDrag * Math.max(0, holdings.cash - cashTarget),
  };
}

test('an account\'s risk and cash, placed in its household, are those of the household, whatever it does', () => {
  fc.assert(fc.property(randomHousehold(true), fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 24, maxLength: 24 }), (household, parts) => {
    const frame = frameOf(household);
    for (const member of frame.traded) {
      const rest = addUp(frame.traded.filter((other) => other !== member).map((other) => holdingsOf(other)), frame.target.length);
      const placed = place(member.plain, frame, { rest, bars: [], location: new Float64Array(frame.target.length) });
      const plan = { ...noTrade(placed.lots.length, placed.assets.length), sells: Float64Array.from(placed.lots, ({ weight }, l) => weight * parts[l % parts.length]) };
      const whole = wholeCost(frame, addUp([rest, holdingsOf(member, plan)], frame.target.length));
      const after = outcome(placed, plan);
      expect(terms.risk.price(placed, plan, after) / frame.value).toBeCloseTo(whole.risk / frame.value, 9);
      expect(terms.cash.price(placed, plan, after) / frame.value).toBeCloseTo(whole.cash / frame.value, 9);
    }
  }), runs(60));
});

test('what location is worth joins the account\'s preferences', () => {
  const [sample] = fc.sample(randomHousehold(true), { seed: 3, numRuns: 1 });
  const frame = frameOf(sample);
  const [member] = frame.traded;
  const rest = addUp([], frame.target.length);
  const placed = place(member.plain, frame, { rest, bars: [], location: new Float64Array(frame.target.length).fill(-0.001) });
  expect(placed.assets.map(({ preference }) => preference.held)).toEqual(member.plain.assets.map(({ preference }) => preference.held - 0.001));
});
