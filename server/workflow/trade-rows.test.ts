import { lot } from '../optimizer/examples';
import { proposalFor } from './proposals';
import { tradeRows } from './trade-rows';

test('a lot sold is told with its cost, its gain and its term; sales come before purchases', async () => {
  const proposal = await proposalFor({ settings: { taxCare: 'Off' } });
  const rows = tradeRows(proposal, 'R-1');
  expect(rows.map(({ action }) => action)).toEqual([...rows.map(({ action }) => action)].sort().reverse());
  const sale = rows.find(({ symbol, action }) => symbol === 'VTI' && action === 'Sell')!;
  expect(sale).toMatchObject({ lotId: 'VTI-2020-01-02', term: 'Long', acquired: '2020-01-02', shortTermGain: null, weightBefore: 0.7, price: 200, status: 'Proposed', approve: false });
  expect(sale.costBasis).toBeCloseTo(sale.quantity * 100, 2);
  expect(sale.gainOrLoss).toBeCloseTo(sale.amount - sale.costBasis!, 6);
  expect(sale.longTermGain).toBe(sale.gainOrLoss);
  expect(sale.source).toBe('Holdings › A › VTI-2020-01-02');
  const buy = rows.find(({ action }) => action === 'Buy')!;
  expect(buy).toMatchObject({ lotId: null, gainOrLoss: null, cashEffect: -buy.amount });
  expect(rows.map(({ tradeId }) => tradeId)).toEqual(rows.map((_, k) => `A-${k + 1}`));
});

test('a loss sale states the window it opens', async () => {
  const proposal = await proposalFor({ lots: [lot('BND', 2500 / 9, 200, '2024-01-02'), lot('VTI', 350, 195, '2020-01-02')] });
  const sale = tradeRows(proposal, 'R-1').find(({ symbol, action }) => symbol === 'BND' && action === 'Sell');
  expect(sale?.washSaleEvidence).toBe('No purchase of BND known within 30 days; buy none before 2026-12-21');
});

test('an unknown basis has no gain on the sheet', async () => {
  const proposal = await proposalFor({ lots: [lot('VTI', 475, null, '2020-01-02')], settings: { unknownBasis: 'Highest gain', taxCare: 'Off', harvestLosses: 'Off' } });
  const sale = tradeRows(proposal, 'R-1').find(({ action }) => action === 'Sell')!;
  expect(sale).toMatchObject({ costBasis: null, gainOrLoss: null, term: 'Long' });
});

test('a trade says what the best one not made in its place would have cost', async () => {
  const lots = [lot('BND', 2500 / 9, 100, '2024-01-02'), lot('VTI', 175, 150, '2020-01-02', 'sold'), lot('VTI', 175, 100, '2020-01-03', 'kept')];
  const proposal = await proposalFor({ lots });
  const rows = tradeRows(proposal, 'R-1');
  const sale = rows.find(({ lotId }) => lotId === 'sold')!;
  expect(sale.why).toMatch(/; kept not sold: larger gain, saves \$[\d,]+ of tax$/);
  expect(sale.why.length).toBeLessThanOrEqual(140);
  const untaxed = await proposalFor({ taxType: 'Tax-free' });
  const buy = tradeRows(untaxed, 'R-1').find(({ action }) => action === 'Buy')!;
  expect(buy.why).toMatch(/; kept in cash: \$[\d,]+ dearer$/);
});
