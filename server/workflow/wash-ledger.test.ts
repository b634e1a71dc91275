import type { Account, Transaction } from '../../shared/book/book';
import { buildHouseholds } from '../../shared/book/households';
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

test('a linked household counts under Linked, whichever of the two states the link', () => {
  const households = buildHouseholds([{ householdId: 'H', washSaleLink: 'other' }]);
  const wide = account({ id: 'A', settings: { washSaleScope: 'Linked' } });
  const far = account({ id: 'X', household: 'other', settings: { washSaleScope: 'Linked' } });
  const ledger = new RunLedger({ ...of([wide, far], [bought('X', '2026-11-02')]), households });
  expect(ledger.stateFor(wide).wash.get('BND')?.lossBlocked).toMatch(/12 bought 2026-11-02 in X/);
  expect(new RunLedger({ ...of([a, far], [bought('X', '2026-11-02')]), households }).stateFor(a).wash.size).toBe(0);
  expect(new RunLedger({ ...of([wide, far], [bought('A', '2026-11-02')]), households }).stateFor(far).wash.get('BND')?.lossBlocked).toMatch(/in A/);
  expect(new RunLedger(of([wide, far], [bought('X', '2026-11-02')])).stateFor(wide).wash.size).toBe(0);
});

test('a wider window looks further back', () => {
  const careful = account({ id: 'A', settings: { washSaleWindow: 60 } });
  expect(new RunLedger(of([careful], [bought('A', '2026-09-21')])).stateFor(careful).wash.get('BND')?.lossBlocked).toBeDefined();
});

test('an open order of any age counts as a purchase', () => {
  const order: Transaction = { ...bought('A', '2026-01-05'), action: 'Open order' };
  expect(new RunLedger(of([a], [order])).stateFor(a).wash.get('BND')?.lossBlocked).toBe('blocked: 12 on an open order of 2026-01-05 in A');
});

test('lots that are all that was bought may go at a loss; what others bought, or the run buys elsewhere, ends that', async () => {
  const lots = [lot('BND', 30, 100, '2024-01-02', 'old'), lot('BND', 12, 99, '2026-11-03', 'new'), lot('BND', 4, 99, '2026-11-05', 'newer')];
  const holding = (...held: typeof lots) => account({ id: 'A', lots: held });
  const cleared = (accounts: readonly Account[], transactions: readonly Transaction[] = []) =>
    [...(new RunLedger(of(accounts, transactions)).stateFor(accounts[0]).wash.get('BND')?.lossClearedBy ?? [])];
  expect(cleared([holding(lots[0], lots[1]), ira])).toEqual([['old', ['new']], ['new', []]]);
  expect(cleared([holding(...lots)])).toEqual([['old', ['newer', 'new']], ['new', ['newer']], ['newer', ['new']]]);
  expect(cleared([holding(...lots), ira], [bought('IRA', '2026-11-02')])).toEqual([]);
  const ledger = new RunLedger(of([holding(lots[1]), ira]));
  ledger.record(await proposalFor({ id: 'IRA', taxType: 'Tax-deferred' }));
  expect(ledger.stateFor(holding(lots[1])).wash.get('BND')).toMatchObject({ lossBlocked: expect.stringMatching(/^blocked until/), lossClearedBy: undefined });
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

  test('gains of a shared profile add up, a second plan of an account replaces its first; an IRA adds none', async () => {
    const ledger = new RunLedger(of([a, ira]));
    const second = { ...harvest, snapshot: { ...harvest.snapshot, account: account({ id: 'A2' }) } };
    for (const each of [harvest, second, harvest]) ledger.record(each);
    ledger.record(await proposalFor({ id: 'IRA', taxType: 'Tax-deferred' }));
    expect(ledger.stateFor(ira).realized).toEqual(new Map([['T', { short: 2 * harvest.shortGain, long: 2 * harvest.longGain }]]));
    expect(ledger.stateFor(a).realized).toEqual(new Map([['T', { short: harvest.shortGain, long: harvest.longGain }]]));
    const next = snapshotOf(sixtyForty(), ledger.stateFor(account({ id: 'B' })));
    expect(next.tax.ytdLong).toBeCloseTo(2 * harvest.longGain, 6);
  });
});
