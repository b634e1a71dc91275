import { sixtyForty, snapshotOf } from './examples';
import { outcome } from './linear';
import { noTrade } from './plan';
import { stayOf } from './stay';

test('staying trades nothing and leaves weights and cash as they are, order costs unpaid', () => {
  const snapshot = snapshotOf(sixtyForty({ vti: { tradeCost: 5 } }));
  const { plan, after } = stayOf(snapshot);
  expect(plan).toEqual(noTrade(snapshot.lots.length, snapshot.assets.length));
  expect(after).toEqual(outcome(snapshot, plan));
  expect(after.cash).toBe(snapshot.cash.weight);
  expect(stayOf(snapshot)).toBe(stayOf(snapshot));
});
