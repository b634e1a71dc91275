import { describe, expect, it } from '@jest/globals';
import type { LossSale, RecentPurchase } from './recent-trades';
import { lossSaleBlock, purchaseEvidence, saleEvidence } from './wash-evidence';

const purchase: RecentPurchase = {
  date: '2026-11-03',
  accountId: '4471-0088',
  symbol: 'VTI',
  quantity: 12,
  kind: 'bought',
  lotIds: [],
  clearOn: '2026-12-04',
};
const sale: LossSale = { date: '2026-11-03', accountId: '4471-0088', symbol: 'VTI', quantity: 30, known: true, clearOn: '2026-12-04' };

describe('evidence', () => {
  it('names what, how many, when and where', () => {
    expect(purchaseEvidence(purchase)).toBe('12 bought 2026-11-03 in 4471-0088');
    expect(purchaseEvidence({ ...purchase, kind: 'reinvested', quantity: 0.1 + 0.2 })).toBe('0.3 reinvested 2026-11-03 in 4471-0088');
    expect(purchaseEvidence({ ...purchase, kind: 'on order', clearOn: undefined })).toBe('12 on an open order of 2026-11-03 in 4471-0088');
    expect(purchaseEvidence({ ...purchase, accountId: '' })).toBe('12 bought 2026-11-03');
  });
  it('says when a sale is only possibly a loss', () => {
    expect(saleEvidence(sale)).toBe('30 sold at a loss 2026-11-03 in 4471-0088');
    expect(saleEvidence({ ...sale, known: false })).toBe('30 sold 2026-11-03 in 4471-0088, gain not stated, so possibly at a loss');
  });
});

describe('the block of a loss sale', () => {
  it('is that of the purchase that blocks longest', () => {
    expect(lossSaleBlock([])).toBeUndefined();
    expect(lossSaleBlock([purchase])).toBe('Blocked until 2026-12-04: 12 bought 2026-11-03 in 4471-0088');
    expect(lossSaleBlock([{ ...purchase, date: '2026-10-30', clearOn: '2026-11-30' }, purchase])).toBe(
      'Blocked until 2026-12-04: 12 bought 2026-11-03 in 4471-0088 and 1 more',
    );
  });
  it('has no end with an open order', () => {
    expect(lossSaleBlock([purchase, { ...purchase, kind: 'on order', clearOn: undefined }])).toBe(
      'Blocked: 12 on an open order of 2026-11-03 in 4471-0088 and 1 more',
    );
  });
});
