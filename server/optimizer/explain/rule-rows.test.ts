import { sixtyForty, snapshotOf } from '../examples';
import { noTrade } from '../plan';
import { rowsOf } from '../rows';
import type { Row } from '../rows/row';
import { isOverdraft, requiredAsMet, rulesOf } from './rule-rows';

const row = (name: string, source: string, more: Partial<Row> = {}): Row => ({ name, source, code: 'c', tier: 'hard', expression: {}, ...more });

test('rows of one name and source are one rule, in order of first appearance', () => {
  const rules = rulesOf([row('a', 's'), row('b', 's'), row('a', 't'), row('a', 's')]);
  expect(rules.map(({ name, source, rows }) => [name, source, rows.length])).toEqual([['a', 's', 2], ['b', 's', 1], ['a', 't', 1]]);
});

test('the cash floor is an overdraft only while nobody asks for cash', () => {
  const floorOf = (more: Parameters<typeof sixtyForty>[0]): boolean[] => {
    const snapshot = snapshotOf(sixtyForty(more));
    return rowsOf(snapshot).filter(({ code }) => code === 'cash-floor').map((each) => isOverdraft(each, snapshot));
  };
  expect(floorOf({})).toEqual([true]);
  expect(floorOf({ settings: { cashMinimum: 500 } })).toEqual([false]);
});

test('a row is required as far as the plan meets it', () => {
  const snapshot = snapshotOf(sixtyForty());
  const stay = noTrade(snapshot.lots.length, snapshot.assets.length);
  const { weight } = snapshot.assets[0];
  const above = row('more', 's', { expression: { weights: [[0, 1]] }, min: weight + 0.1 });
  expect(requiredAsMet(above, snapshot, stay).min).toBeCloseTo(weight, 12);
  expect(requiredAsMet({ ...above, min: weight - 0.1 }, snapshot, stay)).toMatchObject({ tier: 'fixed', min: weight - 0.1 });
});
