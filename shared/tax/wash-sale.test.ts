import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Account, Lot, Transaction } from '../book/book';
import { addDays } from '../dates';
import { lossSalesAround, purchasesAround } from './recent-trades';
import { washHistories, type WashScope } from './wash-sale';

const asOf = '2026-11-20';
const trade = (action: Transaction['action'], date: string, more: Partial<Transaction> = {}): Transaction => ({
  accountId: '4471-0088',
  date,
  action,
  symbol: 'VTI',
  quantity: 12,
  ...more,
});
const lot = (id: string, acquired: string | null, more: Partial<Lot> = {}): Lot => ({
  id,
  symbol: 'VTI',
  quantity: 12,
  unitCost: 100,
  acquired,
  heldFrom: acquired,
  ...more,
});
const account = (id: string, taxType: Account['taxType'] = 'Taxable', lots: Lot[] = []): WashScope['accounts'][number] => ({
  id,
  taxType,
  lots,
});
const scope = (transactions: Transaction[], accounts = [account('4471-0088')]): WashScope => ({
  accounts,
  transactions,
  asOf,
  windowDays: 30,
  washClassOf: (symbol) => (['VTI', 'ITOT'].includes(symbol) ? 'US-TOTAL-MKT' : symbol),
});
const history = (...given: Parameters<typeof scope>) => washHistories(scope(...given)).get('US-TOTAL-MKT');

describe('purchases', () => {
  it('count for 30 days, both ends included, and clear on the 31st', () => {
    expect(purchasesAround([trade('Buy', '2026-11-03')], asOf, 30)).toEqual([
      { date: '2026-11-03', accountId: '4471-0088', symbol: 'VTI', quantity: 12, kind: 'bought', lotIds: [], clearOn: '2026-12-04' },
    ]);
    expect(purchasesAround([trade('Buy', '2026-10-21')], asOf, 30)).toHaveLength(1);
    expect(purchasesAround([trade('Buy', '2026-10-20')], asOf, 30)).toHaveLength(0);
    expect(purchasesAround([trade('Buy', '2026-12-20')], asOf, 30)).toHaveLength(1);
    expect(purchasesAround([trade('Buy', '2026-12-21')], asOf, 30)).toHaveLength(0);
  });
  it('include reinvestments and open orders, not transfers or sales', () => {
    const kinds = purchasesAround(
      [
        trade('Reinvest', '2026-11-02'),
        trade('Open order', '2026-08-01'),
        trade('Transfer in', '2026-11-05'),
        trade('Transfer out', '2026-11-05'),
        trade('Sell', '2026-11-05'),
      ],
      asOf,
      30,
    );
    expect(kinds.map(({ kind, clearOn }) => [kind, clearOn])).toEqual([
      ['reinvested', '2026-12-03'],
      ['on order', undefined],
    ]);
  });
  it('clear exactly when the window says so', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 90 }), fc.integer({ min: -120, max: 120 }), (windowDays, offset) => {
        const found = purchasesAround([trade('Buy', addDays(asOf, offset))], asOf, windowDays);
        expect(found).toHaveLength(Math.abs(offset) <= windowDays ? 1 : 0);
        for (const { clearOn } of found) {
          expect(purchasesAround([trade('Buy', addDays(asOf, offset))], clearOn as string, windowDays)).toHaveLength(0);
          expect(purchasesAround([trade('Buy', addDays(asOf, offset))], addDays(clearOn as string, -1), windowDays)).toHaveLength(1);
        }
      }),
    );
  });
  it('are seen in every account of the scope and in every security of the class', () => {
    const accounts = [account('4471-0088'), account('IRA-1', 'Tax-deferred')];
    const found = history(
      [trade('Buy', '2026-11-03', { accountId: 'IRA-1', symbol: 'ITOT' }), trade('Buy', '2026-11-04', { accountId: 'stranger' })],
      accounts,
    );
    expect(found?.recentPurchases.map(({ accountId, symbol }) => [accountId, symbol])).toEqual([['IRA-1', 'ITOT']]);
  });
});

describe('lots', () => {
  it('tell of purchases that no transaction tells of', () => {
    const found = history([], [account('4471-0088', 'Taxable', [lot('L-1', '2026-11-10'), lot('L-2', '2020-01-02'), lot('L-3', null)])]);
    expect(found?.recentPurchases).toEqual([
      { date: '2026-11-10', accountId: '4471-0088', symbol: 'VTI', quantity: 12, kind: 'lot', lotIds: ['L-1'], clearOn: '2026-12-11' },
    ]);
  });
  it('are tied to their purchase, by trade or by settlement day', () => {
    const lots = [lot('L-1', '2026-11-03'), lot('L-2', '2026-11-06')];
    const found = history(
      [trade('Buy', '2026-11-03'), trade('Reinvest', '2026-11-05', { quantity: 1 })],
      [account('4471-0088', 'Taxable', lots)],
    );
    expect(found?.recentPurchases.map(({ kind, lotIds }) => [kind, lotIds])).toEqual([
      ['reinvested', ['L-2']],
      ['bought', ['L-1']],
    ]);
  });
  it('go to the purchase of their size when several were made that day', () => {
    const given = [trade('Buy', '2026-11-03', { quantity: 5 }), trade('Buy', '2026-11-03', { quantity: 12 })];
    const found = history(given, [account('4471-0088', 'Taxable', [lot('L-1', '2026-11-03'), lot('L-2', '2026-11-03', { quantity: 5 })])]);
    expect(found?.recentPurchases.map(({ quantity, lotIds }) => [quantity, lotIds])).toEqual([
      [12, ['L-1']],
      [5, ['L-2']],
    ]);
  });
  it('that came by transfer are no purchase', () => {
    expect(history([trade('Transfer in', '2026-11-10')], [account('4471-0088', 'Taxable', [lot('L-1', '2026-11-10')])])).toBeUndefined();
  });
});

describe('loss sales', () => {
  it('block purchases until 31 days have passed', () => {
    const found = history([trade('Sell', '2026-11-03', { shortGain: -120, longGain: 0 }), trade('Sell', '2026-10-25', { longGain: -1 })]);
    expect(found?.buyBlockedUntil).toBe('2026-12-04');
    expect(found?.lossSales.map(({ date }) => date)).toEqual(['2026-11-03', '2026-10-25']);
  });
  it('are those with a loss of either kind, or without a stated gain', () => {
    const known = (more: Partial<Transaction>) => lossSalesAround([trade('Sell', '2026-11-03', more)], asOf, 30).map((sale) => sale.known);
    expect(known({ shortGain: 200, longGain: -1 })).toEqual([true]);
    expect(known({ shortGain: 0, longGain: 0 })).toEqual([]);
    expect(known({ longGain: 5 })).toEqual([]);
    expect(known({})).toEqual([false]);
  });
  it('inside an IRA block nothing, a loss there is none under the law', () => {
    expect(
      history([trade('Sell', '2026-11-03', { shortGain: -120, accountId: 'IRA-1' })], [account('IRA-1', 'Tax-deferred')]),
    ).toBeUndefined();
  });
  it('do not reach beyond the window', () => {
    expect(history([trade('Sell', '2026-10-20', { shortGain: -120 })])).toBeUndefined();
  });
});

describe('the histories', () => {
  it('do not depend on the order of the rows', () => {
    const rows = fc
      .array(
        fc.record({
          action: fc.constantFrom<Transaction['action']>('Buy', 'Sell', 'Reinvest', 'Open order', 'Transfer in'),
          offset: fc.integer({ min: -40, max: 0 }),
          quantity: fc.integer({ min: 1, max: 9 }),
          symbol: fc.constantFrom('VTI', 'ITOT', 'BND'),
        }),
        { maxLength: 12 },
      )
      .map((list) => list.map(({ action, offset, quantity, symbol }) => trade(action, addDays(asOf, offset), { quantity, symbol })));
    const lots = [
      lot('L-1', '2026-11-01'),
      lot('L-2', '2026-11-10'),
      lot('L-3', '2026-11-10', { symbol: 'ITOT', quantity: 3 }),
      lot('L-4', '2026-11-10'),
    ];
    fc.assert(
      fc.property(rows, (transactions) => {
        const there = JSON.stringify([...washHistories(scope(transactions, [account('4471-0088', 'Taxable', lots)]))]);
        const back = [...washHistories(scope([...transactions].reverse(), [account('4471-0088', 'Taxable', [...lots].reverse())]))];
        expect(JSON.stringify(back)).toBe(there);
      }),
      { numRuns: 500 },
    );
  });
});
