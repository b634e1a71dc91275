import type { TaxProfile } from '../../../shared/book/book';
import { sixtyForty, snapshotOf, taxProfile, type SixtyForty } from '../examples';
import { gainsBudget, shortGainsBudget, taxBudget } from './budgets';

const freeOfHabits = { avoidShortTermGains: false };
const snapshot = (tax: Partial<TaxProfile>, more: SixtyForty = {}) =>
  snapshotOf(sixtyForty({ tax: { ...taxProfile, ...tax }, ...more, settings: { ...freeOfHabits, ...more.settings } }));

test('the gains budget bounds net gains by what the year has left of it', () => {
  const of = snapshot({ gainsBudget: 10_000, ytdShort: 1000, ytdLong: 3000 });
  const [row] = gainsBudget(of);
  expect(row.max! * of.value).toBeCloseTo(6000, 6);
  expect(row).toMatchObject({ tier: 'limit', code: 'gains-budget', source: 'Tax profile T: Gains budget' });
  expect(row.expression.sells?.map(([l, factor]) => [l, Number(factor.toFixed(6))])).toEqual([[0, -0.111111], [1, 0.5]]);
});

test('a budget that is used up allows no more, and asks for nothing back', () => {
  expect(gainsBudget(snapshot({ gainsBudget: 10_000, ytdLong: 25_000 }))[0].max).toBe(0);
});

test('losses of the year widen the room, a warning and an untaxed account need none', () => {
  const of = snapshot({ gainsBudget: 0, ytdShort: -4000 });
  expect(gainsBudget(of)[0].max! * of.value).toBeCloseTo(4000, 6);
  expect(gainsBudget(snapshot({ gainsBudget: 0, budgetIs: 'Warning' }))).toEqual([]);
  expect(gainsBudget(snapshot({ gainsBudget: 0 }, { taxType: 'Tax-deferred' }))).toEqual([]);
  expect(gainsBudget(snapshot({}))).toEqual([]);
});

test('avoiding short-term gains is a budget of zero, unless the profile states its own', () => {
  expect(shortGainsBudget(snapshot({}))).toEqual([]);
  const [avoid] = shortGainsBudget(snapshot({}, { settings: { avoidShortTermGains: true } }));
  expect(avoid).toMatchObject({ max: 0, source: 'Settings: Avoid short-term gains' });
  const of = snapshot({ shortGainsBudget: 2000 }, { settings: { avoidShortTermGains: true } });
  expect(shortGainsBudget(of)[0].max! * of.value).toBeCloseTo(2000, 6);
});

test('the tax budget bounds the tax of the year, and what is already due is not asked back', () => {
  const of = snapshot({ taxBudget: 5000, ytdLong: 10_000 });
  expect(taxBudget(of)[0]).toMatchObject({ measure: 'tax', tier: 'limit' });
  expect(taxBudget(of)[0].max! * of.value).toBeCloseTo(5000, 6);
  const over = snapshot({ taxBudget: 1000, ytdLong: 10_000 });
  expect(taxBudget(over)[0].max! * over.value).toBeCloseTo(2380, 6);
  expect(taxBudget(snapshot({}))).toEqual([]);
});
