import { madeUpInstance } from './examples';
import { instanceSnapshot } from './instance-book';
import { judge } from './judge';
import { lawful } from './lawful';

const instance = madeUpInstance({
  lots: [...madeUpInstance().lots, { lotId: 'B-late', securityId: 'B', quantity: 10, costBasis: 1000, acquired: '2025-10-01' }],
  recentlyClosedLots: [{ securityId: 'C', quantity: 10, acquired: '2024-01-01', sold: '2025-10-01', gain: -50 }],
});
const snapshot = instanceSnapshot(instance);

test('what section 1091 takes back is left out, and the rest can be paid', () => {
  const trades = {
    sells: [{ lotId: 'A-new', quantity: 50 }, { lotId: 'B', quantity: 50 }],
    buys: [{ securityId: 'A', quantity: 1 }, { securityId: 'C', quantity: 1 }, { securityId: 'B2', quantity: 100 }],
  };
  const kept = lawful(snapshot, trades);
  expect(kept.sells).toEqual([{ lotId: 'A-new', quantity: 50 }]);
  expect(kept.buys.map(({ securityId }) => securityId)).toEqual(['B2']);
  // $5,000 of the sale that is left; the cash target is above the cash, so nothing of it is spent.
  expect(kept.buys[0].quantity).toBeCloseTo(50, 6);
  expect(judge(instance, snapshot, trades).washHits).toBe(3);
  expect(judge(instance, snapshot, kept)).toMatchObject({ washHits: 0, breaches: 0, oversoldLots: 0 });
});

test('a lawful plan stays as it is', () => {
  const trades = { sells: [{ lotId: 'A-old', quantity: 100 }], buys: [{ securityId: 'B2', quantity: 80 }] };
  expect(lawful(snapshot, trades)).toEqual(trades);
});
