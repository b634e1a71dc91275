import { cost } from '../../server/optimizer/terms';
import { noTrade } from '../../server/optimizer/plan';
import { toPlan } from '../../server/optimizer/shares';
import { madeUpInstance } from './examples';
import { instanceSnapshot } from './instance-book';
import type { Instance, PeerTrades } from './instance';
import { judge } from './judge';

const judged = (trades: Partial<PeerTrades>, more: Partial<Instance> = {}): ReturnType<typeof judge> => {
  const instance = madeUpInstance(more);
  return judge(instance, instanceSnapshot(instance), { sells: [], buys: [], ...trades });
};

test('doing nothing changes and costs nothing', () => {
  const stay = judged({});
  expect(stay).toMatchObject({ tax: 0, oversoldLots: 0, washHits: 0, breaches: 0, turnover: 0, score: 0 });
  expect(stay.driftAfter).toBe(stay.driftBefore);
  expect(stay.driftBefore).toBeCloseTo(0.2, 12);
});

test('either identifier fills a class', () => {
  const sells = [{ lotId: 'A-new', quantity: 100 }, { lotId: 'C', quantity: 100 }];
  expect(judged({ sells, buys: [{ securityId: 'B', quantity: 200 }] }).driftAfter).toBeCloseTo(0, 12);
  expect(judged({ sells, buys: [{ securityId: 'B2', quantity: 200 }] }).driftAfter).toBeCloseTo(0, 12);
  expect(judged({ sells, buys: [{ securityId: 'B', quantity: 200 }] }).trackingErrorAfter).toBeCloseTo(0, 12);
});

test('tax nets short and long, and the score is the price of the plan', () => {
  const instance = madeUpInstance();
  const snapshot = instanceSnapshot(instance);
  // A long gain of $5,000 and a short loss of $2,000: 25 % of the $3,000 that is left.
  const found = judge(instance, snapshot, { sells: [{ lotId: 'A-old', quantity: 100 }, { lotId: 'A-new', quantity: 100 }], buys: [] });
  expect(found.tax).toBeCloseTo(750, 6);
  expect(found.turnover).toBeCloseTo(0.1, 12);
  const lots = snapshot.lots.map(({ lot }) => (lot.symbol === 'A' ? 100 : 0));
  const plan = toPlan(snapshot, { sells: Float64Array.from(lots), buys: new Float64Array(snapshot.assets.length) });
  const stay = noTrade(snapshot.lots.length, snapshot.assets.length);
  expect(found.score).toBeCloseTo(cost(snapshot, stay) - cost(snapshot, plan), 6);
});

test('what is not held is not sold, and is counted', () => {
  const whole = judged({ sells: [{ lotId: 'C', quantity: 100 }] });
  const more = judged({ sells: [{ lotId: 'C', quantity: 60 }, { lotId: 'C', quantity: 41 }, { lotId: 'Z', quantity: 1 }] });
  expect(more.oversoldLots).toBe(2);
  expect(more.score).toBe(whole.score);
});

test('restrictions, strangers and overdrafts are breaches', () => {
  const restrictions = [{ securityId: 'B', canBuy: false, canSell: true }, { securityId: 'C', canBuy: true, canSell: false }];
  expect(judged({ sells: [{ lotId: 'C', quantity: 1 }], buys: [{ securityId: 'B', quantity: 1 }] }, { restrictions }).breaches).toBe(2);
  expect(judged({ sells: [{ lotId: 'B', quantity: 1 }], buys: [{ securityId: 'A', quantity: 1 }] }, { restrictions }).breaches).toBe(0);
  expect(judged({ buys: [{ securityId: 'Z', quantity: 1 }] }).breaches).toBe(1);
  expect(judged({ buys: [{ securityId: 'A', quantity: 100.1 }] }).breaches).toBe(1);
});

describe('a wash sale', () => {
  test('takes a loss back share for share when the security is bought in the same plan', () => {
    // $2,000 lost on 100 shares, 40 of them replaced: $1,200 counts against ordinary income at 40 %.
    const found = judged({ sells: [{ lotId: 'A-new', quantity: 100 }], buys: [{ securityId: 'A', quantity: 40 }] });
    expect(found.washHits).toBe(1);
    expect(found.tax).toBeCloseTo(-480, 6);
  });

  test('meets lots bought within 30 days that are kept, not those that are sold themselves', () => {
    const late = { lotId: 'A-late', securityId: 'A', quantity: 30, costBasis: 3000, acquired: '2025-09-15' };
    const lots = [...madeUpInstance().lots, late];
    const sells = [{ lotId: 'A-new', quantity: 100 }];
    expect(judged({ sells }, { lots }).tax).toBeCloseTo(-0.4 * 1400, 6);
    expect(judged({ sells: [...sells, { lotId: 'A-late', quantity: 30 }] }, { lots }).washHits).toBe(0);
    expect(judged({ sells }, { lots: [...madeUpInstance().lots, { ...late, acquired: '2025-09-14' }] }).washHits).toBe(0);
  });

  test('never meets the rest of the lot it sells, but every other lot bought within 30 days', () => {
    const late = { lotId: 'C-late', securityId: 'C', quantity: 100, costBasis: 11_000, acquired: '2025-10-01' };
    const sells = [{ lotId: 'C-late', quantity: 50 }];
    expect(judged({ sells }, { lots: [late] }).washHits).toBe(0);
    expect(judged({ sells }, { lots: [late, { ...late, lotId: 'C-later', quantity: 5 }] })).toMatchObject({ washHits: 1, tax: -0.4 * 450 });
  });

  test('takes back the loss of an earlier sale when the plan buys', () => {
    const sale = { securityId: 'B', quantity: 50, acquired: '2025-01-10', sold: '2025-10-01', gain: -500 };
    const found = judged({ buys: [{ securityId: 'B', quantity: 20 }] }, { recentlyClosedLots: [sale], ytd: { shortTermGain: -500, longTermGain: 0 } });
    expect(found.washHits).toBe(1);
    expect(found.tax).toBeCloseTo(0.4 * 200, 6);
  });
});
