import fc from 'fast-check';
import { lot, sixtyForty, snapshotOf, type SixtyForty } from './examples';
import { discreteAccount } from './fixtures/discrete-plans';
import { noTrade } from './plan';
import { propose } from './propose';
import type { Proposal } from './proposal';
import { runs } from './random-book';
import { rowsOf } from './rows';
import type { SharePlan } from './shares';
import type { AccountSnapshot } from './snapshot';
import { cost } from './terms';

const answer = { gapBp: 0, status: 'Optimal' as const, refused: [] };
const proposed = (snapshot: AccountSnapshot, shares: SharePlan): Proposal => propose(snapshot, rowsOf(snapshot), shares, answer);

/** 100 BND sold at a loss of $10 each, 50 VTI sold at a gain of $100 each. */
const sold = (more: SixtyForty = {}): Proposal =>
  proposed(snapshotOf(sixtyForty(more)), { sells: Float64Array.of(100, 50), buys: new Float64Array(2) });

test('gains, losses, tax and turnover are those of the shares', () => {
  const { shortGain, longGain, lossesHarvested, taxAdded, turnover } = sold();
  expect([shortGain, longGain, lossesHarvested]).toEqual([0, 4000, 1000]);
  expect(taxAdded).toBeCloseTo(4000 * 0.238, 2);
  expect(turnover).toBeCloseTo((9000 + 10_000) / 2 / 100_000, 9);
});

test('each trade has its dollars and its part of the tax; parts of tax and score add up', () => {
  const { trades, score, taxAdded, terms } = sold();
  expect(trades.map(({ action, shares, amount }) => [action, shares, amount])).toEqual([['Sell', 100, 9000], ['Sell', 50, 10_000]]);
  expect(trades.map(({ tax }) => tax)).toEqual([-238, 1190]);
  expect(trades.reduce((sum, { tax }) => sum + tax!, 0)).toBeCloseTo(taxAdded, 2);
  expect(trades.reduce((sum, trade) => sum + trade.score, 0)).toBeCloseTo(score, 9);
  expect(Object.values(terms).reduce((sum, part) => sum + part, 0)).toBeCloseTo(score, 9);
});

test('where it stood and where it stands: drift, cash', () => {
  const { before, after } = sold();
  // 70, 25 and 5 % against 58.8, 39.2 and 2 %; then 60, 16 and 24 %.
  expect(before.drift).toBeCloseTo((11.2 + 14.2 + 3) / 200, 9);
  expect(after.drift).toBeCloseTo((1.2 + 23.2 + 22) / 200, 9);
  expect([before.cash, after.cash]).toEqual([expect.closeTo(0.05, 9), expect.closeTo(0.24, 9)]);
  expect(before.trackingError).toBeGreaterThan(0);
});

test('what is broken today and must be mended is a mandate, what the plan leaves is missed; a trade says which it serves', () => {
  const restrictions = [{ rule: 'Max %' as const, on: 'Symbol' as const, value: 'VTI', limit: 0.5, strictness: 'hard' as const, source: 'Restrictions row 2' }];
  const { mandates, missed, trades } = sold({ restrictions });
  expect(mandates.map(({ source }) => source)).toEqual(['Restrictions row 2']);
  expect(missed.map(({ row: { source }, by }) => [source, Number(by.toFixed(9))])).toEqual([['Restrictions row 2', 0.1]]);
  expect(trades[1].reason).toMatchObject({ code: mandates[0].code, why: expect.stringContaining('Restrictions row 2') });
  expect(trades[0].reason.code).toBe('harvest');
});

test('a security that stands in for one sold at a loss says so, and until when', () => {
  const snapshot = snapshotOf(sixtyForty({
    lots: [lot('BND', 100, 100, '2024-01-02'), lot('VTI', 100, 250, '2024-01-02')], vti: { riskClass: 'Any' }, bnd: { riskClass: 'Any' },
  }));
  const only = { ...snapshot, assets: snapshot.assets.map((asset, i) => (i === 0 ? { ...asset, target: 0 } : asset)) };
  const { trades } = proposed(only, { sells: Float64Array.of(0, 100), buys: Float64Array.of(50, 0) });
  expect(trades[1].reason).toEqual({ code: 'substitute', why: 'Stands in for VTI: sold at a loss, so VTI is not bought before 2026-12-21' });
});

test('doing nothing scores nothing', () => {
  const snapshot = snapshotOf(sixtyForty());
  expect(proposed(snapshot, noTrade(2, 2))).toMatchObject({ trades: [], score: 0, turnover: 0, taxAdded: 0, lossesHarvested: 0 });
});

test('the score is the fall of the cost, and trades and terms add up to it to the cent, whatever is traded', () => {
  fc.assert(fc.property(discreteAccount(20, 9), fc.array(fc.nat(9), { minLength: 29, maxLength: 29 }), (snapshot, parts) => {
    const { lots, assets } = snapshot;
    const shares = {
      sells: Float64Array.from(lots, ({ lot: { quantity } }, l) => Math.floor((quantity * parts[l]) / 9)),
      buys: Float64Array.from(assets, ({ lots: held }, i) => (held.some((l) => parts[l] > 0) ? 0 : parts[20 + i])),
    };
    const { score, terms, trades } = proposed(snapshot, shares);
    const plan = { sells: shares.sells.map((each, l) => (each * assets[lots[l].asset].price) / snapshot.value), buys: shares.buys.map((each, i) => (each * assets[i].price) / snapshot.value) };
    const fall = cost(snapshot, noTrade(lots.length, assets.length)) - cost(snapshot, plan);
    expect(Math.abs(score - fall)).toBeLessThan(0.0051 + 1e-9 * snapshot.value);
    expect(Object.values(terms).reduce((sum, part) => sum + Math.round(100 * part), 0)).toBe(Math.round(100 * score));
    if (trades.length > 0) expect(trades.reduce((sum, trade) => sum + Math.round(100 * trade.score), 0)).toBe(Math.round(100 * score));
  }), runs(60));
});
