import fc from 'fast-check';
import type { TradeRequest } from '../../shared/book/book';
import { sixtyForty, snapshotOf, type SixtyForty } from './examples';
import { randomBook, runs } from './random-book';
import { rebalance } from './rebalance';
import { requestedShares } from './requested-shares';
import { solvers } from './solvers';

const request = (change: Partial<TradeRequest> = {}): TradeRequest => ({ action: 'Sell', symbol: 'VTI', mode: 'Must', reason: 'Client request', source: 'Manual trades row 3', ...change });
const whole: SixtyForty = { settings: { fractionalShares: false } };
const shares = (change: Partial<TradeRequest>, from: SixtyForty = whole) => requestedShares(request(change), snapshotOf(sixtyForty(from))).map((each) => each.shares);

// 350 VTI at $200 and 277.78 BND at $90 in $100,000.
test.each<[string, Partial<TradeRequest>, readonly number[]]>([
  ['shares to the nearest step', { size: { unit: 'shares', amount: 49.6 } }, [-50]], ['more shares than are held', { size: { unit: 'shares', amount: 900 } }, [-350]],
  ['dollars to the nearest share', { size: { unit: 'dollars', amount: 5101 } }, [-26]], ['a few dollars are one share', { size: { unit: 'dollars', amount: 20 } }, [-1]],
  ['a weight to end at', { size: { unit: 'weight', amount: 0.1 } }, [-300]], ['a weight above today\'s', { size: { unit: 'weight', amount: 0.8 } }, []],
  ['a weight to buy up to', { action: 'Buy', size: { unit: 'weight', amount: 0.8 } }, [50]], ['no weight is all', { size: { unit: 'weight', amount: 0 } }, [-350]],
  ['all, with the fraction', { action: 'Sell all', symbol: 'BND' }, [-2500 / 9]], ['nearly all is all', { symbol: 'BND', size: { unit: 'shares', amount: 278 } }, [-2500 / 9]],
  ['a swap spends no more than it raises', { action: 'Swap', into: 'BND', size: { unit: 'shares', amount: 10 } }, [-10, 22]],
  ['a swap into what is not there', { action: 'Swap', into: 'QQQ', size: { unit: 'shares', amount: 10 } }, []],
])('%s', (_, change, expected) => expect(shares(change)).toEqual(expected));

/** A thousandth of a percent of the account: where fractions are traded, rounding may leave a thousandth of a share. */
const splinter = 1e-5;

test('what must be sold and nothing forbids is sold, to the share, whatever the score; and no plan is withdrawn', async () => {
  const solver = await solvers.native();
  const given = fc.record({
    from: fc.boolean().chain(randomBook), name: fc.nat(8), part: fc.double({ min: 0.05, max: 1, noNaN: true }), action: fc.constantFrom('Sell' as const, 'Buy' as const, 'Sell all' as const),
    mode: fc.constantFrom('Must' as const, 'Must' as const, 'Prefer' as const),
  });
  let done = 0;
  fc.assert(fc.property(given, ({ from: { book, account }, name, part, action, mode }) => {
    const held = [...new Set(account.lots.map(({ symbol }) => symbol))];
    const symbol = held[name % held.length];
    const amount = Math.max(1, Math.round(part * 100));
    const asked = request({ symbol, action, mode, ...(action === 'Sell all' ? {} : { size: { unit: 'shares', amount } }) });
    const subject = { ...account, requests: [asked] };
    const proposal = rebalance(snapshotOf({ ...book, accounts: [subject] }), solver);
    expect(proposal.refused).toEqual([]);
    const isMissed = proposal.missed.some(({ row, by }) => row.code === 'manual-trade' && by > splinter);
    const isFree = account.settings.fractionalShares && account.taxType !== 'Taxable' && account.restrictions.length === 0 && account.settings.maxTurnover === undefined;
    if (isFree && mode === 'Must' && action !== 'Buy') expect(isMissed).toBe(false);
    if (mode === 'Prefer' || isMissed) return;
    done += 1;
    const [{ asset, shares: wanted }] = requestedShares(asked, proposal.snapshot);
    const sold = proposal.trades.filter((trade) => trade.asset === asset).reduce((sum, trade) => sum + (trade.action === 'Sell' ? -trade.shares : trade.shares), 0);
    const { price, step } = proposal.snapshot.assets[asset];
    expect(Math.abs(sold - wanted) * price).toBeLessThan(2 * splinter * proposal.snapshot.value);
    if (step * price > splinter * proposal.snapshot.value) expect(sold).toBeCloseTo(wanted, 9);
    expect(proposal.trades.find((trade) => trade.asset === asset)?.reason.code).toBe('manual-trade');
  }), { ...runs(40), endOnFailure: true });
  expect(done).toBeGreaterThan(10);
});
