import { account } from '../optimizer/examples';
import { decide } from './decide';
import { proposalFor } from './proposals';
import { emptyScoreRow, scoreRow } from './score-rows';
import { tradeRows } from './trade-rows';

test('the score row adds up, and the trade scores with it', async () => {
  const proposal = await proposalFor();
  const row = scoreRow(proposal, decide(proposal, { reviewTier: 'Auto' }, 'R-1'), 'R-1');
  expect(row).toMatchObject({ decision: 'Trade', value: 100_000, cashBefore: 5000, cashTarget: 2000, trades: proposal.trades.length });
  expect(row.benefitBp! - row.costBp!).toBeCloseTo(row.netScoreBp!, 3);
  expect(tradeRows(proposal, 'R-1').reduce((sum, { tradeScoreBp }) => sum + tradeScoreBp, 0)).toBeCloseTo(row.netScoreBp!, 3);
  const cash = tradeRows(proposal, 'R-1').reduce((sum, { cashEffect }) => sum + cashEffect, 5000);
  expect(row.cashAfter).toBeCloseTo(cash, 2);
});

test('what does not trade stands as it was, beside the score it would have had', async () => {
  const proposal = await proposalFor();
  const verdict = { decision: 'No trade' as const, why: 'w', mandate: null, exceptions: [] };
  const row = scoreRow(proposal, verdict, 'R-1');
  expect(row).toMatchObject({ trades: 0, turnover: 0, estTax: 0, shortTermGain: 0, longTermGain: 0, tradingCost: 0, cashAfter: 5000, driftAfter: row.driftBefore, trackingErrorAfter: row.trackingErrorBefore });
  expect(row.netScoreBp).not.toBe(0);
});

test('the budget used counts the year so far, and the plan only when it trades', async () => {
  const proposal = await proposalFor({ tax: { id: 'T', shortRate: 0.4, longRate: 0.2, ytdShort: 0, ytdLong: 2000, carryShort: 0, carryLong: 0, otherGains: 0, gainsBudget: 10_000, budgetIs: 'Limit', prorate: 'No', assumed: false } }, { shortGain: 0, longGain: 3000 });
  const used = (decision: 'Trade' | 'No trade') => scoreRow(proposal, { decision, why: '', mandate: null, exceptions: [] }, 'R-1').budgetUsed;
  expect([used('Trade'), used('No trade')]).toEqual([0.5, 0.2]);
});

test('an account that was not weighed has blanks, not zeros', () => {
  expect(emptyScoreRow(account({ id: 'B' }), 'Skipped', 'w', 'Not solved: data', 'R-1', 2)).toMatchObject({ accountId: 'B', value: null, terms: null, trades: 0, exceptions: 2 });
});

test('the three rules that cost most are on the score row, dearest first', async () => {
  const proposal = await proposalFor();
  const row = (price: number) => ({ row: { name: `rule ${price}`, source: 's', code: 'c', tier: 'limit' as const, expression: {}, max: 0.1 }, price });
  const verdict = { decision: 'Trade' as const, why: '', mandate: null, exceptions: [] };
  const { whatBinds } = scoreRow({ ...proposal, shadowPrices: [1, 4, 2, 3].map(row) }, verdict, 'R-1');
  expect(whatBinds).toBe('Rule 4 (s): each extra $1,000 is worth $40; Rule 3 (s): each extra $1,000 is worth $30; Rule 2 (s): each extra $1,000 is worth $20');
  expect(scoreRow({ ...proposal, shadowPrices: [] }, verdict, 'R-1').whatBinds).toBeNull();
});
