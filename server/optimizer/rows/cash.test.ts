import type { CashFlow } from '../../../shared/book/book';
import { sixtyForty, snapshotOf, type SixtyForty } from '../examples';
import { noTrade } from '../plan';
import { outcome } from '../linear';
import { cashCeiling, cashFloor } from './cash';
import { rowValue } from '../row-value';
import { violation } from './row';

const flow = (type: CashFlow['type'], amount: number, standing: CashFlow['standing']): CashFlow => ({ type, amount, standing, source: 'Cash flows row 2' });

function missedToday(policy: typeof cashFloor, more: SixtyForty): { name: string; by: number }[] {
  const snapshot = snapshotOf(sixtyForty(more));
  const stay = noTrade(2, 2);
  return policy(snapshot).map((row) => ({ name: row.name, by: violation(row, rowValue(row, snapshot, stay, outcome(snapshot, stay))) * snapshot.value }));
}

test.each<[string, SixtyForty, string, number]>([
  ['nothing asked for', {}, 'no overdraft', 0],
  ['an overdraft', { cash: -400 }, 'no overdraft', 400],
  ['a withdrawal above the cash', { flows: [flow('Withdrawal', 8000, 'due')] }, 'keep $8,000 to pay out', 3000],
  ['a reserve above the cash', { flows: [flow('Reserve', 7000, 'reserve')] }, 'keep $7,000 in reserve', 2000],
  ['a reserve and a minimum', { flows: [flow('Reserve', 4000, 'reserve')], settings: { cashMinimum: 2500 } }, 'keep $4,000 in reserve and at least $2,500 in cash', 1500],
  ['a payment later on', { flows: [flow('Withdrawal', 9000, 'later')] }, 'no overdraft', 0],
  ['unsettled cash that is not there', { unsettledCash: 6000 }, 'no overdraft', 1000],
])('the floor with %s', (_, more, name, missing) => {
  const [row] = missedToday(cashFloor, more);
  expect(row.name).toBe(name);
  expect(row.by).toBeCloseTo(missing, 6);
});

test('the ceiling is the setting, and never below the target or a reserve', () => {
  const ceiling = (more: SixtyForty) => missedToday(cashCeiling, more).map(({ by }) => by);
  expect(ceiling({})).toEqual([]);
  expect(ceiling({ settings: { cashMaximum: 0.04 } })[0]).toBeCloseTo(1000, 6);
  expect(ceiling({ settings: { cashMaximum: 0.04, cashTarget: 0.05 } })[0]).toBeCloseTo(0, 6);
  expect(ceiling({ settings: { cashMaximum: 0.04 }, flows: [flow('Reserve', 5000, 'reserve')] })[0]).toBeCloseTo(0, 6);
});
