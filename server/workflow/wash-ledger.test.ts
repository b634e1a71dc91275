import type { Account, Transaction } from '../../shared/book/book';
import { account, book, lot, security, sixtyForty, snapshotOf } from '../optimizer/examples';
import type { Proposal } from '../optimizer/proposal';
import { proposalFor } from './proposals';
import { RunLedger } from './wash-ledger';

const securities = [security('VTI', 200, 'US equity'), security('BND', 90, 'Bonds')];
const of = (accounts: readonly Account[], transactions: readonly Transaction[] = []) => book(securities, { VTI: 0.6, BND: 0.4 }, accounts, { transactions });
const bought = (accountId: string, date: string): Transaction => ({ accountId, date, action: 'Buy', symbol: 'BND', quantity: 12 });
const soldAtLoss = (accountId: string, date: string): Transaction => ({ accountId, date, action: 'Sell', symbol: 'BND', quantity: 30, longGain: -40 });
const [a, ira, stranger] = [account({ id: 'A' }), account({ id: 'IRA', taxType: 'Tax-deferred' }), account({ id: 'X', household: 'other' })];

test('a purchase in an IRA of the household bars the loss, until the window has passed', () => {
  const state = (date: string) => new RunLedger(of([a, ira], [bought('IRA', date)])).stateFor(a).wash.get('BND');
  expect(state('2026-10-21')?.lossBlocked).toBe('blocked until 2026-11-21: 12 bought 2026-10-21 in IRA');
  expect(state('2026-10-20')).toBeUndefined();
});

test('a loss sold in the household bars the purchase, in the IRA too', () => {
  const ledger = new RunLedger(of([a, ira], [soldAtLoss('A', '2026-11-02')]));
  for (const each of [a, ira]) expect(ledger.stateFor(each).wash.get('BND')?.buyBlocked).toMatch(/^blocked until 2026-12-03: 30 sold at a loss 2026-11-02 in A/);
});

test('other households are other people\'s, and a scope of one account looks no further', () => {
  const ledger = new RunLedger(of([a, ira, stranger], [bought('IRA', '2026-11-02')]));
  expect(ledger.stateFor(stranger).wash.size).toBe(0);
  const alone = account({ id: 'A', settings: { washSaleScope: 'Account' } });
  expect(new RunLedger(of([alone, ira], [bought('IRA', '2026-11-02')])).stateFor(alone).wash.size).toBe(0);
});

test('a wider window looks further back', () => {
  const careful = account({ id: 'A', settings: { washSaleWindow: 60 } });
  expect(new RunLedger(of([careful], [bought('A', '2026-09-21')])).stateFor(careful).wash.get('BND')?.lossBlocked).toBeDefined();
});

test('an open order of any age counts as a purchase', () => {
  const order: Transaction = { ...bought('A', '2026-01-05'), action: 'Open order' };
  expect(new RunLedger(of([a], [order])).stateFor(a).wash.get('BND')?.lossBlocked).toBe('blocked: 12 on an open order of 2026-01-05 in A');
});

describe('within a run', () => {
  let harvest: Proposal;
  beforeAll(async () => {
    harvest = await proposalFor({ lots: [lot('BND', 2500 / 9, 200, '2024-01-02'), lot('VTI', 350, 195, '2020-01-02')] });
  });

  test('what one account sells at a loss the next does not buy; its own trades were decided together', () => {
    const sold = harvest.trades.filter(({ action, lot: l }) => action === 'Sell' && l !== null && harvest.snapshot.lots[l].lossFraction > 0);
    expect(sold.map(({ asset }) => harvest.snapshot.assets[asset].symbol)).toContain('BND');
    const ledger = new RunLedger(of([a, ira]));
    ledger.record(harvest);
    expect(ledger.stateFor(ira).wash.get('BND')?.buyBlocked).toMatch(/sold at a loss in this run in A$/);
    expect(ledger.stateFor(a).wash.get('BND')).toBeUndefined();
    expect(ledger.stateFor(stranger).wash.size).toBe(0);
  });

  test('what one account buys the next does not sell at a loss', async () => {
    const ledger = new RunLedger(of([a, ira]));
    ledger.record(await proposalFor({ id: 'IRA', taxType: 'Tax-deferred' }));
    expect(ledger.stateFor(a).wash.get('BND')?.lossBlocked).toMatch(/bought in this run in IRA$/);
  });

  test('gains of a shared profile add up; an IRA adds none', async () => {
    const ledger = new RunLedger(of([a, ira]));
    ledger.record(harvest);
    ledger.record(harvest);
    ledger.record(await proposalFor({ id: 'IRA', taxType: 'Tax-deferred' }));
    expect(ledger.stateFor(a).realized).toEqual(new Map([['T', { short: 2 * harvest.shortGain, long: 2 * harvest.longGain }]]));
    const next = snapshotOf(sixtyForty(), ledger.stateFor(account({ id: 'B' })));
    expect(next.tax.ytdLong).toBeCloseTo(2 * harvest.longGain, 6);
  });
});
