import type { Account, CashFlow } from '../../../shared/book/book';
import { buildHouseholds } from '../../../shared/book/households';
import { account, book, freely, lot, security } from '../examples';
import { addUp, frameHousehold, holdingsOf, withRoomToRound } from './frame';

const market = [security('BND', 100, 'Bonds'), security('VTI', 200, 'US equity')];
const family = buildHouseholds([{ householdId: 'H', manageAs: 'Together' }]).get('h')!;
const flow = (standing: CashFlow['standing'], amount: number): CashFlow => ({ type: standing === 'reserve' ? 'Reserve' : 'Withdrawal', amount, standing, source: 'Cash flows row 2' });
const frame = (accounts: readonly Account[], traded = accounts.map(({ id }) => id)) =>
  frameHousehold(book(market, { BND: 0.4, VTI: 0.6 }, accounts), family, accounts, new Set(traded));

const a = account({ id: 'A', lots: [lot('VTI', 300, 100, '2020-01-02')], settings: { ...freely, cashTarget: 0.02, band: '5%' } });
const b = account({ id: 'B', taxType: 'Tax-free', cash: 40_000, settings: { ...freely, cashTarget: 0.5, band: undefined } });

test('the largest account that trades sets what holds for the whole, whatever the order', () => {
  for (const accounts of [[a, b], [b, a]]) {
    const found = frame(accounts)!;
    expect(found).toMatchObject({ value: 100_000, cashTarget: 0.02, lead: { id: 'A' } });
    expect(found.traded.map(({ account: { id, settings }, share }) => [id, share, settings.cashTarget])).toEqual([['A', 0.6, 0.02], ['B', 0.4, 0.02]]);
    expect([...found.target]).toEqual([0.392, 0.588].map((weight) => expect.closeTo(weight, 12) as number));
    expect(found.groups.map(({ name, min }) => [name, Number(min?.toFixed(9))])).toEqual([['Bonds', 0.342], ['US equity', 0.538]]);
  }
  expect(frame([a, b], ['B'])).toMatchObject({ cashTarget: 0.5, counted: [{ account: { id: 'A' } }] });
});

test('reserves of any account make room in the target of all', () => {
  const found = frame([a, { ...b, flows: [flow('reserve', 20_000)] }])!;
  expect(found.cashTarget).toBeCloseTo(0.02 * 0.8 + 0.2, 12);
  expect(found.target.reduce((sum, weight) => sum + weight, found.cashTarget)).toBeCloseTo(1, 12);
});

test('an account that cannot be weighed is left out, and a household without one that can has no frame', () => {
  const empty = account({ id: 'C', settings: freely });
  expect(frame([a, empty])?.traded.map(({ account: { id } }) => id)).toEqual(['A']);
  expect(frame([empty])).toBeUndefined();
  expect(frame([a], [])).toBeUndefined();
});

test('bands leave room to round by two dear shares, never past the target or a quarter of their width', () => {
  const whole = frame([{ ...a, settings: { ...a.settings, fractionalShares: false } }, b])!;
  const edges = withRoomToRound(whole).groups.map(({ min, max }) => [min, max].map((edge) => Number(edge?.toFixed(6))));
  expect(edges).toEqual([[0.346, 0.438], [0.542, 0.634]]);
  const narrow = withRoomToRound({ ...whole, groups: whole.groups.map((group) => ({ ...group, min: group.target, max: group.target + 0.004 })) });
  expect(narrow.groups.map(({ min, max, target }) => [min! - target, Number((max! - target).toFixed(6))])).toEqual([[0, 0.003], [0, 0.003]]);
});

test('holdings of all accounts add up to the household', () => {
  const found = frame([a, { ...b, flows: [flow('due', 10_000)] }])!;
  const today = addUp(found.traded.map((member) => holdingsOf(member)), 2);
  expect(found.value).toBe(90_000);
  expect([...today.weights, today.cash]).toEqual([0, 60 / 90, 30 / 90].map((weight) => expect.closeTo(weight, 12) as number));
});
