import fc from 'fast-check';
import type { Lot } from '../../shared/book/book';
import type { Settings } from '../../shared/book/settings';
import { account, book, freely, lot, security, sixtyForty, snapshotOf } from './examples';
import { objectiveOf } from './fixtures/discrete-plans';
import { lotOrder, outOfTurn, withBasis } from './lot-order';
import type { Proposal } from './proposal';
import { randomBook, runs } from './random-book';
import { rebalance } from './rebalance';
import { rowsOf } from './rows';
import { toPlan } from './shares';
import type { AccountSnapshot } from './snapshot';
import { solvers } from './solvers';
import type { Solver } from './solvers/solver';

let solver: Solver;
beforeAll(async () => { solver = await solvers.native(); });

/** Four lots of VTI at $200, by acquisition: cost 100, 250, 180, 250. */
const held = [lot('VTI', 100, 100, '2020-01-02'), lot('VTI', 100, 250, '2022-01-03'), lot('VTI', 100, 180, '2024-01-02'), lot('VTI', 100, 250, '2026-03-02')];

const choosing = (lotChoice: Settings['lotChoice'], lots: readonly Lot[] = held): AccountSnapshot =>
  snapshotOf(sixtyForty({ lots, settings: { lotChoice } }));

/** Unit costs of VTI's lots in the order in which they are sold. */
function turnsOf(snapshot: AccountSnapshot): number[] | undefined {
  return snapshot.assets.find(({ symbol }) => symbol === 'VTI')!.lotOrder?.map((l) => snapshot.lots[l].unitCost);
}

test('oldest first, newest first, dearest first (the older of equals), or any', () => {
  expect(turnsOf(choosing('FIFO'))).toEqual([100, 250, 180, 250]);
  expect(turnsOf(choosing('LIFO'))).toEqual([250, 180, 250, 100]);
  expect(choosing('LIFO').assets[1].lotOrder).toEqual([3, 2, 1, 0]);
  expect(choosing('Highest cost').assets[1].lotOrder).toEqual([1, 3, 2, 0]);
  expect(turnsOf(choosing('Least tax'))).toBeUndefined();
});

test('a single lot has no turn', () => {
  expect(lotOrder('FIFO', choosing('FIFO').lots, [2])).toBeUndefined();
});

test('an average basis is that of all shares of a fund, first in, first out; holding periods stay (26 CFR 1.1012-1(e))', () => {
  const uneven = [lot('VTI', 100, 100, '2020-01-02'), lot('VTI', 300, 260, '2026-03-02')];
  const { lots, assets } = choosing('Average', uneven);
  // (100·100 + 300·260) / 400.
  expect(lots.map(({ unitCost }) => unitCost)).toEqual([220, 220]);
  expect(lots.map(({ gain }) => gain)).toEqual([-0.1, -0.1]);
  expect(lots.map(({ term }) => term)).toEqual(['Long', 'Short']);
  expect(assets[1].lotOrder).toEqual([0, 1]);
});

test('stocks, and funds with a lot of unknown cost, keep the basis of each lot', () => {
  const costs = (lots: readonly Lot[]): (number | null)[] => lots.map(({ unitCost }) => unitCost);
  expect(costs(withBasis('Average', 'Stock', held))).toEqual([100, 250, 180, 250]);
  expect(costs(withBasis('FIFO', 'ETF', held))).toEqual([100, 250, 180, 250]);
  expect(costs(withBasis('Average', 'Mutual fund', [held[0], lot('VTI', 1, null, null)]))).toEqual([100, null]);
});

describe('sales out of turn', () => {
  const snapshot = choosing('FIFO');
  const { weight } = snapshot.lots[0];
  const found = (...parts: number[]) => outOfTurn(snapshot, { sells: Float64Array.from(parts, (part) => part * weight), buys: new Float64Array(2) });

  test('filled in order, up to any share of the last lot, is in turn', () => {
    for (const parts of [[0, 0, 0, 0], [0.4, 0, 0, 0], [1, 0.3, 0, 0], [1, 1, 1, 1]]) expect(found(...parts)).toEqual([]);
  });

  test('a part of the first and a part of the third is split after the first', () => {
    const [{ lots, full, size }] = found(0.5, 0, 0.3, 0);
    expect([full, lots]).toEqual([[0], [1, 2, 3]]);
    expect(size).toBeCloseTo(0.3 * weight, 9);
  });

  test('as much as two lots sold of later ones leaves the lots before them whole, and is out of turn', () => {
    const [{ lots, full, size }] = found(0, 0.9, 0.5, 0);
    expect([full, lots]).toEqual([[0], [1, 2, 3]]);
    expect(size).toBeCloseTo(weight, 9);
  });

  test('more than the first lot, all of it from the second', () => {
    // Both are the same size here only if the second is larger: a plan may sell it beyond the first's weight.
    const larger = choosing('FIFO', [lot('VTI', 50, 100, '2020-01-02'), lot('VTI', 200, 250, '2022-01-03')]);
    const plan = { sells: Float64Array.of(0, 0.6 * larger.lots[1].weight), buys: new Float64Array(2) };
    expect(outOfTurn(larger, plan)).toEqual([{ full: [0], lots: [1], size: larger.lots[0].weight }]);
  });

  test('whatever is sold, it is out of turn exactly when a lot is sold before an earlier one is sold whole', () => {
    fc.assert(fc.property(fc.array(fc.constantFrom(0, 0.3, 1), { minLength: 4, maxLength: 4 }), (parts) => {
      const isOutOfTurn = parts.some((part, k) => part > 0 && parts.slice(0, k).some((earlier) => earlier < 1));
      expect(found(...parts).length).toBe(Number(isOutOfTurn));
    }), runs(81));
  });

  test('either side of the split rules the plan out', () => {
    fc.assert(fc.property(fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 4, maxLength: 4 }), (parts) => {
      for (const { lots, full } of found(...parts)) {
        expect(lots.some((l) => parts[l] > 0)).toBe(true);
        expect(full.some((l) => parts[l] < 1)).toBe(true);
      }
    }), runs(200));
  });
});

describe('what is proposed', () => {
  const ordered = ['FIFO', 'LIFO', 'Highest cost', 'Average'] as const;

  function answer(from: ReturnType<typeof book>, lotChoice: Settings['lotChoice']): { snapshot: AccountSnapshot; proposal: Proposal } {
    const [subject] = from.accounts;
    const snapshot = snapshotOf(from, {}, { ...subject, settings: { ...subject.settings, lotChoice } });
    return { snapshot, proposal: rebalance(snapshot, solver) };
  }

  test.each(ordered)('%s: no lot is sold before one whose turn is earlier is sold whole', (lotChoice) => {
    fc.assert(fc.property(fc.boolean().chain(randomBook), ({ book: from }) => {
      const { snapshot: { assets, lots }, proposal: { shares, refused } } = answer(from, lotChoice);
      expect(refused).toEqual([]);
      for (const { lotOrder: order = [] } of assets) {
        const kept = order.findIndex((l) => shares.sells[l] < lots[l].lot.quantity);
        for (const l of kept < 0 ? [] : order.slice(kept + 1)) expect(shares.sells[l]).toBe(0);
      }
    }), { ...runs(6), endOnFailure: true });
  });

  test('naming any lot is never worth less than a fixed order, but for the gap that is stated', () => {
    fc.assert(fc.property(randomBook(true), fc.constantFrom('FIFO', 'LIFO', 'Highest cost'), ({ book: from }, lotChoice) => {
      const [any, inTurn] = [answer(from, 'Least tax'), answer(from, lotChoice)];
      // Where what is mended differs, so does what the score buys.
      const missed = ({ missed: rows }: Proposal): number => rows.reduce((sum, { by }) => sum + by, 0);
      if (Math.abs(missed(any.proposal) - missed(inTurn.proposal)) > 1e-6 || any.proposal.gapBp === null) return;
      const worth = ({ snapshot, proposal }: typeof any): number => objectiveOf(snapshot, rowsOf(snapshot), toPlan(snapshot, proposal.shares));
      expect(worth(any)).toBeLessThanOrEqual(worth(inTurn) + any.proposal.gapBp + 0.01);
    }), { ...runs(8), endOnFailure: true });
  });

  test('a withdrawal sells the oldest shares although younger ones are at a loss', () => {
    const securities = [security('VTI', 200, 'US equity')];
    const subject = account({
      lots: [lot('VTI', 50, 100, '2020-01-02'), lot('VTI', 300, 250, '2022-01-03')], settings: { ...freely, lotChoice: 'FIFO', harvestLosses: 'Off' },
      flows: [{ type: 'Withdrawal', amount: 6000, standing: 'due', source: 'Cash flows row 2' }],
    });
    const { proposal: { trades, snapshot } } = answer(book(securities, { VTI: 1 }, [subject]), 'FIFO');
    expect(trades.length).toBeGreaterThan(0);
    expect(snapshot.lots[trades[0].lot!].lot.acquired).toBe('2020-01-02');
  });
});
