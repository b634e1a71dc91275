import type { Settings } from '../../shared/book/settings';
import type { SixtyForty } from '../optimizer/examples';
import type { Proposal } from '../optimizer/proposal';
import { decide, type Verdict } from './decide';
import { proposalFor } from './proposals';
import type { GroupPolicy } from './unit';

const restriction = { rule: 'Never own' as const, on: 'Symbol' as const, value: 'VTI', strictness: 'hard' as const, source: 'Restrictions row 2' };
const calm: Partial<GroupPolicy> = { reviewTier: 'Auto' };

async function verdict(more: SixtyForty, change: Partial<Proposal> = {}, policy = calm): Promise<Verdict> {
  return decide(await proposalFor(more, change), policy, 'R-1');
}

const untaxed = (settings: Partial<Settings> = {}, more: SixtyForty = {}): SixtyForty => ({ taxType: 'Tax-free', ...more, settings });

describe('the score', () => {
  test.each([
    [4.9, undefined, 'No trade'], [5.1, undefined, 'Trade'], [24, '2026-11-20', 'No trade'], [26, '2026-11-20', 'Trade'],
    [14.9, '2026-10-21', 'No trade'], [15.1, '2026-10-21', 'Trade'],
  ] as const)('%d bp, last traded %s: %s', async (bp, lastTraded, decision) => {
    const { decision: found, why } = await verdict(untaxed({}, { lastTraded }), { score: bp * 10 });
    expect(found).toBe(decision);
    expect(why).toContain(`Score ${bp.toFixed(1)} bp`);
  });

  test('Always trades for any benefit; Out of band only for none', async () => {
    expect((await verdict(untaxed({ tradeWhen: 'Always' }), { score: 1 })).decision).toBe('Trade');
    expect((await verdict(untaxed({ tradeWhen: 'Out of band only' }), { score: 9999 })).decision).toBe('No trade');
    expect((await verdict(untaxed({ tradeWhen: 'Out of band only', band: '5%' }), { score: 9999 })).decision).toBe('Trade');
  });

  test('nothing to trade is no trade', async () => {
    expect(await verdict(untaxed({ style: 'Hold' }))).toMatchObject({ decision: 'No trade', why: 'No trade improves the account.', mandate: null });
  });
});

describe('mandates', () => {
  const poor = { score: -100 };

  test('a rule that the plan mends trades at any score, the firmest is named', async () => {
    const due = { type: 'Withdrawal' as const, amount: 20_000, standing: 'due' as const, source: 'Cash flows row 2' };
    expect(await verdict(untaxed({ band: '5%' }, { restrictions: [restriction], flows: [due] }), poor)).toMatchObject({ decision: 'Trade', mandate: 'keep $20,000 to pay out' });
    expect(await verdict(untaxed({ band: '5%' }, { restrictions: [restriction] }), poor)).toMatchObject({ decision: 'Trade', mandate: 'never own VTI' });
    expect((await verdict(untaxed({ band: '5%' }), poor)).mandate).toMatch(/^US equity between|^Bonds between/);
  });

  test('a rule that no trade can mend mandates nothing', async () => {
    const kept = { ...restriction, rule: 'Never sell' as const };
    const stuck = await verdict(untaxed({}, { restrictions: [restriction, kept], cash: 8000 }), poor);
    expect(stuck).toMatchObject({ decision: 'No trade', mandate: null });
    expect(stuck.exceptions.map(({ code }) => code)).toEqual(['missed-never-own']);
  });
});

describe('days between trades', () => {
  const resting = { lastTraded: '2026-11-10' };

  test('an account rests, whatever its score', async () => {
    expect(await verdict(untaxed({ daysBetweenTrades: 30 }, resting))).toMatchObject({ decision: 'No trade', why: 'Traded on 2026-11-10; the next trade may be in 20 days.' });
    expect((await verdict(untaxed({ daysBetweenTrades: 10 }, resting))).decision).toBe('Trade');
  });

  test('cash that is due does not wait', async () => {
    const flows = [{ type: 'Withdrawal' as const, amount: 20_000, standing: 'due' as const, source: 'Cash flows row 2' }];
    expect((await verdict(untaxed({ daysBetweenTrades: 30 }, { ...resting, flows }))).decision).toBe('Trade');
  });
});

describe('review', () => {
  const flagged = { turnover: 0.5 };

  test.each<[GroupPolicy['reviewTier'], Partial<Proposal>, Verdict['decision']]>([
    ['Auto', flagged, 'Trade'], ['Review exceptions', flagged, 'Review'], ['Review all', {}, 'Review'], ['Sample', flagged, 'Review'], [undefined, flagged, 'Review'],
  ])('tier %s', async (reviewTier, change, decision) => {
    expect((await verdict(untaxed(), change, { reviewTier })).decision).toBe(decision);
  });

  test('an unflagged account trades unless its group looks at all, or samples it', async () => {
    const quiet: Partial<GroupPolicy> = { turnoverOver: 2, tradeOverPercent: 1, trackingErrorOver: 1 };
    const decision = async (policy: Partial<GroupPolicy>) => (await verdict(untaxed(), {}, { ...quiet, ...policy })).decision;
    expect(await decision({ reviewTier: 'Review exceptions' })).toBe('Trade');
    expect(await decision({ reviewTier: 'Sample', sample: 0 })).toBe('Trade');
    expect(await decision({ reviewTier: 'Sample', sample: 1 })).toBe('Review');
  });

  test('without discretion people are always asked', async () => {
    expect((await verdict(untaxed({}, { discretion: 'Non-discretionary' }))).decision).toBe('Review');
  });
});

test('a plan that failed its own checks is blocked and shown', async () => {
  const { decision, exceptions } = await verdict(untaxed(), { refused: ['cash after the trades is off by $4.00', 'b'] });
  expect(decision).toBe('Blocked');
  expect(exceptions).toEqual([expect.objectContaining({ severity: 'Block', code: 'refused', whatIsInTheWay: 'cash after the trades is off by $4.00 + b' })]);
});

test('an account the solver gave up on is blocked, never called good as it is', async () => {
  const { decision, exceptions } = await verdict(untaxed(), { status: 'Not solved', trades: [], gapBp: null, missed: [] });
  expect(decision).toBe('Blocked');
  expect(exceptions.map(({ severity, code }) => [severity, code])).toEqual([['Block', 'not-solved']]);
});

describe('drift that an override ignores', () => {
  const overrides = [{ kind: 'Ignore drift' as const, until: '2026-12-15', reason: 'Transfer pending', source: 'Overrides row 2 (Firm, by j.lee)' }];

  test('trades for no score and for no band, and says who asked', async () => {
    expect(await verdict(untaxed({ band: '5%' }, { overrides }), { score: 9999 })).toMatchObject({
      decision: 'No trade', mandate: null, why: 'Drift is ignored until 2026-12-15: Transfer pending. Overrides row 2 (Firm, by j.lee).',
    });
  });

  test('a mandate trades all the same', async () => {
    expect(await verdict(untaxed({}, { overrides, restrictions: [restriction] }), { score: -100 })).toMatchObject({ decision: 'Trade', mandate: 'never own VTI' });
    const request = { action: 'Sell' as const, symbol: 'VTI', size: { unit: 'shares' as const, amount: 5 }, mode: 'Must' as const, reason: 'Client request', source: 'Manual trades row 3' };
    expect(await verdict(untaxed({}, { overrides, requests: [request] }), { score: -100 })).toMatchObject({ decision: 'Trade', mandate: 'sell 5 VTI: Client request' });
  });
});
