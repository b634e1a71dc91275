import fc from 'fast-check';
import { buildSnapshot, isSnapshot } from './build-snapshot';
import { account, book, freely, lot, security, sixtyForty, snapshotOf, type SixtyForty } from './examples';
import { randomBook, runs } from './random-book';
import { toPlan } from './shares';
import type { AccountSnapshot } from './snapshot';
import { rebalance } from './rebalance';
import { solvers } from './solvers';
import type { Solver } from './solvers/solver';
import type { Account, Book } from '../../shared/book/book';
import type { Proposal } from './proposal';

let solver: Solver;
beforeAll(async () => { solver = await solvers.native(); });

function propose(from: Book, subject: Account): Proposal {
  const snapshot = buildSnapshot(from, subject, { realized: new Map(), wash: new Map() });
  if (!isSnapshot(snapshot)) throw new Error(snapshot.reason);
  return rebalance(snapshot, solver);
}

test('cash is invested in what is under target', () => {
  const securities = [security('VTI', 290, 'US equity'), security('BND', 73.25, 'Bonds')];
  const subject = account({ cash: 100_000, settings: freely });
  const { trades, after } = propose(book(securities, { VTI: 0.6, BND: 0.4 }, [subject]), subject);
  expect(trades.map(({ action }) => action)).toEqual(['Buy', 'Buy']);
  expect(after.drift).toBeLessThan(0.001);
});

test('a loss is harvested and the name is not bought back', () => {
  const securities = [security('VTI', 200, 'US equity'), security('BND', 73.25, 'Bonds')];
  const subject = account({ cash: 1000, lots: [lot('VTI', 300, 290, '2025-03-04'), lot('BND', 500, 70, '2024-01-02')], settings: freely });
  const { trades } = propose(book(securities, { VTI: 0.6, BND: 0.4 }, [subject]), subject);
  const sold = trades.filter(({ action }) => action === 'Sell');
  expect(sold.length).toBeGreaterThan(0);
});

test('random accounts keep every invariant', () => {
  fc.assert(fc.property(fc.boolean().chain(randomBook), ({ book: from, account: subject }) => {
    const proposal = propose(from, subject);
    expect(proposal.refused).toEqual([]);
    expect(proposal.status).not.toBe('Not solved');
    const parts = Object.values(proposal.terms).reduce((sum, part) => sum + part, 0);
    expect(parts).toBeCloseTo(proposal.score, 6);
    expect(proposal.trades.reduce((sum, { score }) => sum + score, 0)).toBeCloseTo(proposal.score, 6);
  }), { ...runs(150), endOnFailure: true });
});

/** Dollars traded of each security, bought less sold. */
function net({ snapshot, shares }: Proposal): number[] {
  const plan = toPlan(snapshot, shares);
  return snapshot.assets.map(({ lots }, i) => snapshot.value * (plan.buys[i] - lots.reduce((sum, l) => sum + plan.sells[l], 0)));
}

/** Every dollar of a snapshot times `k`: shares held, cash, the year's gains, and the law's own dollars. */
function scaled(snapshot: AccountSnapshot, k: number): AccountSnapshot {
  const { value, cash, tax } = snapshot;
  const profile = { ...tax.profile, gainsBudget: tax.profile.gainsBudget === undefined ? undefined : k * tax.profile.gainsBudget };
  return {
    ...snapshot, value: k * value,
    cash: { ...cash, dollars: k * cash.dollars, due: k * cash.due, reserve: k * cash.reserve },
    tax: { ...tax, profile, short: k * tax.short, long: k * tax.long, ytdShort: k * tax.ytdShort, ytdLong: k * tax.ytdLong, ordinaryLimit: k * tax.ordinaryLimit },
    lots: snapshot.lots.map((each) => ({ ...each, lot: { ...each.lot, quantity: k * each.lot.quantity } })),
    assets: snapshot.assets.map((asset) => ({ ...asset, shares: k * asset.shares, step: k * asset.step })),
  };
}

test('all dollars times k, all trades times k', () => {
  fc.assert(fc.property(randomBook(true), fc.constantFrom(0.01, 7, 1000), ({ book: from }, k) => {
    const snapshot = snapshotOf(from);
    const [once, times] = [rebalance(snapshot, solver), rebalance(scaled(snapshot, k), solver)];
    expect(Math.abs(times.score / k - once.score)).toBeLessThan(0.02 / Math.min(1, k) + 2e-5 * snapshot.value);
    const steps = snapshot.assets.map(({ price, step }) => price * step);
    const room = 1e-4 * snapshot.value + 4 * steps.reduce((sum, step) => sum + step, 0);
    net(once).forEach((dollars, i) => expect(Math.abs(net(times)[i] / k - dollars)).toBeLessThan(room));
  }), runs(15));
});

test('the order of holdings, restrictions and securities changes nothing, and the same input gives the same bytes', () => {
  fc.assert(fc.property(fc.boolean().chain(randomBook), ({ book: from, account: subject }) => {
    const turned = { ...subject, lots: [...subject.lots].reverse() };
    const back = { ...from, accounts: [turned], securities: new Map([...from.securities].reverse()) };
    const bytes = (proposal: Proposal): string => JSON.stringify([proposal.trades, proposal.terms, proposal.score, proposal.gapBp, [...proposal.shares.sells], [...proposal.shares.buys]]);
    const first = bytes(propose(from, subject));
    expect(bytes(propose(from, subject))).toBe(first);
    expect(bytes(propose(back, turned))).toBe(first);
  }), runs(12));
});

describe('hostile accounts are decided without a refusal and without a number that is none', () => {
  const due = (amount: number) => ({ type: 'Withdrawal' as const, amount, standing: 'due' as const, source: 'Cash flows row 2' });
  const whole = { ...freely, fractionalShares: false };
  const never = (value: string) => (['Never buy', 'Never sell'] as const).map((rule) => ({ rule, on: 'Symbol' as const, value, strictness: 'hard' as const, source: rule }));

  test.each<[string, SixtyForty, boolean]>([
    ['all cash', { lots: [], cash: 100_000 }, true],
    ['all cash in whole shares', { lots: [], cash: 100_000, settings: whole }, true],
    ['one lot and no cash', { lots: [lot('VTI', 100, 100, '2020-01-02')], cash: 0 }, true],
    ['everything restricted', { restrictions: [...never('VTI'), ...never('BND')] }, false],
    ['an overdraft', { cash: -3000 }, true],
    ['an overdraft nobody may mend', { cash: -3000, restrictions: [...never('VTI'), ...never('BND')] }, false],
    ['a withdrawal of nearly everything', { flows: [due(99_000)] }, true],
    ['a reserve above the value', { flows: [{ ...due(1e6), standing: 'reserve' }] }, true],
    ['a minimum above the value', { settings: { cashMinimum: 1e6 } }, true],
    ['ten dollars', { lots: [lot('VTI', 0.03, 100, '2020-01-02')], cash: 4 }, true],
    ['ten dollars in whole shares', { lots: [lot('VTI', 0.03, 100, '2020-01-02')], cash: 4, settings: whole }, false],
    ['a share dearer than the account', { lots: [], cash: 5000, vti: { price: 750_000 }, bnd: { price: 600_000 }, settings: whole }, false],
    ['an unknown basis priced as the highest gain', { lots: [lot('VTI', 475, null, null)], settings: { unknownBasis: 'Highest gain', avoidShortTermGains: false } }, true],
    ['an unknown basis never sold', { lots: [lot('VTI', 475, null, null)], cash: 0, settings: { unknownBasis: 'Never sell' } }, false],
    ['a hundred million', { lots: [lot('BND', 600_000, 200, '2020-01-02'), lot('VTI', 200_000, 300, '2020-01-02')], cash: 1e6 }, true],
    ['shares to six places', { lots: [lot('VTI', 350.123457, 100, '2020-01-02'), lot('BND', 1.000001, 100, '2020-01-02')], settings: whole }, true],
  ])('%s', (_, more, trades) => {
    const proposal = rebalance(snapshotOf(sixtyForty(more)), solver);
    expect(proposal.refused).toEqual([]);
    expect(proposal.trades.length > 0).toBe(trades);
    expect(JSON.stringify(proposal)).not.toMatch(/NaN|null,"amount"/);
    expect([proposal.score, proposal.turnover, proposal.after.trackingError, proposal.after.cash].every(Number.isFinite)).toBe(true);
  });

  test('five hundred lots', () => {
    const lots = Array.from({ length: 500 }, (_, k) => lot(k % 2 ? 'VTI' : 'BND', 1 + (k % 7), 60 + (k * 37) % 200, `202${k % 6}-0${1 + (k % 9)}-1${k % 10}`, `L${k}`));
    const proposal = rebalance(snapshotOf(sixtyForty({ lots })), solver);
    expect(proposal.refused).toEqual([]);
    expect(proposal.score).toBeGreaterThan(0);
  });
});

describe('tradable amounts', () => {
  const strict: SixtyForty['settings'] = { fractionalShares: false, minimumTrade: 250, minimumTradePercent: 0.0025, minimumPosition: 0.0025 };

  test('whole shares, none below the minimum unless it closes a position', () => {
    const securities = [security('BND', 90, 'Bonds'), security('IXUS', 70, 'Intl equity'), security('VTI', 200, 'US equity')];
    fc.assert(fc.property(fc.array(fc.integer({ min: 20, max: 400 }), { minLength: 3, maxLength: 3 }), fc.integer({ min: 0, max: 30_000 }), (shares, cash) => {
      const lots = securities.map(({ symbol, price }, k) => lot(symbol, shares[k] + 0.25, price * 0.9, '2020-01-02'));
      const subject = account({ lots, cash, settings: { ...freely, ...strict } });
      const { trades, snapshot } = propose(book(securities, { VTI: 0.5, IXUS: 0.2, BND: 0.3 }, [subject]), subject);
      for (const { asset, shares: amount, amount: dollars } of trades) {
        const closes = amount === snapshot.assets[asset].shares;
        expect(closes || Number.isInteger(amount)).toBe(true);
        expect(closes || dollars >= Math.max(250, 0.0025 * snapshot.value) - 1e-6).toBe(true);
      }
    }), runs(20));
  });

  test('what is to go goes to the last fraction', () => {
    const { trades } = rebalance(snapshotOf(sixtyForty({
      lots: [lot('VTI', 10.375, 190, '2020-01-02'), lot('BND', 900, 95, '2020-01-02')], settings: strict,
      restrictions: [{ rule: 'Never own', on: 'Symbol', value: 'VTI', strictness: 'hard', source: 'Restrictions row 2' }],
    })), solver);
    expect(trades.filter(({ action, asset }) => action === 'Sell' && asset === 1).map(({ shares }) => shares)).toEqual([10.375]);
  });

  test('a step of a hundred is kept', () => {
    const { trades } = rebalance(snapshotOf(sixtyForty({ cash: 60_000, vti: { roundTo: 100 }, bnd: { roundTo: 100 }, settings: { fractionalShares: false } })), solver);
    expect(trades.length).toBeGreaterThan(0);
    expect(trades.every(({ shares, lot: from }) => shares % 100 === 0 || from !== null)).toBe(true);
  });
});

test('no loss is sold of what is bought, in any account', () => {
  fc.assert(fc.property(fc.boolean().chain(randomBook), ({ book: from, account: subject }) => {
    const { trades, snapshot } = propose(from, subject);
    const bought = new Set(trades.filter(({ action }) => action === 'Buy').map(({ asset }) => snapshot.assets[asset].security.washClass));
    for (const { lot: l, asset } of trades) if (l !== null && snapshot.lots[l].lossFraction > 0) expect(bought.has(snapshot.assets[asset].security.washClass)).toBe(false);
  }), runs(25));
});
