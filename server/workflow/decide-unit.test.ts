import type { Account, Book, CashFlow } from '../../shared/book/book';
import { account, book, lot, security } from '../optimizer/examples';
import { solvers } from '../optimizer/solvers';
import type { Solver } from '../optimizer/solvers/solver';
import { decideUnit } from './decide-unit';
import type { Suspension, Unit, UnitOutcome } from './unit';

let solver: Solver;
beforeAll(async () => { solver = await solvers.native(); });

const securities = [security('BND', 100, 'Bonds'), security('VTI', 200, 'US equity')];
const lots = [lot('BND', 100, 100, '2020-01-02'), lot('VTI', 400, 210, '2020-01-02')];
const due = (amount: number, type: CashFlow['type'] = 'Withdrawal'): CashFlow => ({ type, amount, standing: 'due', source: 'Cash flows row 2' });

function unit(accounts: readonly Account[], more: Partial<Unit> & { market?: Partial<Book> } = {}): UnitOutcome {
  const { market, ...rest } = more;
  const whole = book(securities, { VTI: 0.6, BND: 0.4 }, accounts, market);
  return decideUnit({ book: whole, decide: accounts.map(({ id }) => id), suspended: {}, groups: {}, runId: 'R-1', ...rest }, solver);
}

test('accounts are decided in the order asked; those not asked for are left alone', () => {
  const accounts = ['A', 'B', 'C'].map((id) => account({ id, lots, cash: 5000 }));
  expect(unit(accounts, { decide: ['C', 'A'] }).accounts.map(({ score }) => score.accountId)).toEqual(['C', 'A']);
});

test('an account that is not in its unit is a fault of ours', () => {
  expect(() => unit([account()], { decide: ['Z'] })).toThrow('Account Z is not in its own unit');
});

test('asked to stop, it stops before the next account', () => {
  const accounts = ['A', 'B'].map((id) => account({ id, lots }));
  const whole = book(securities, { VTI: 1 }, accounts);
  let looks = 0;
  const stop = { get aborted() { looks += 1; return looks > 1; } };
  const outcome = decideUnit({ book: whole, decide: ['A', 'B'], suspended: {}, groups: {}, runId: 'R-1' }, solver, stop);
  expect(outcome.accounts.map(({ score }) => score.accountId)).toEqual(['A']);
});

describe('a suspended account', () => {
  const suspension: Suspension = { reason: 'Price of XYZ is missing.', code: 'S04', fix: 'Fill it in.', source: 'Securities!C9' };

  test('is skipped, with its reason', () => {
    const [{ score, trades, exceptions }] = unit([account({ lots })], { suspended: { A: suspension } }).accounts;
    expect(score).toMatchObject({ decision: 'Skipped', why: 'Price of XYZ is missing.' });
    expect(trades).toEqual([]);
    expect(exceptions.map(({ severity, code, source }) => [severity, code, source])).toEqual([['Block', 'S04', 'Securities!C9']]);
  });

  test.each([
    [[due(9000)], '$4,000 of cash is due'],
    [[due(4000), due(3000, 'RMD'), due(5000, 'Fee')], '$7,000 of cash is due'],
    [[due(4000), due(9000, 'Deposit')], undefined],
    [[{ ...due(9000), standing: 'later' as const }], undefined],
  ])('with cash due beyond what it holds asks for a manual ticket', (flows, text) => {
    const [{ exceptions }] = unit([account({ lots, cash: 5000, flows })], { suspended: { A: suspension } }).accounts;
    const ticket = exceptions.find(({ code }) => code === 'manual-ticket');
    if (text) expect(ticket?.whatHappened).toContain(text);
    else expect(ticket).toBeUndefined();
  });

  test('may be suspended by its status', () => {
    const [{ score }] = unit([account({ lots, status: 'Suspended' })]).accounts;
    expect(score).toMatchObject({ decision: 'Skipped', why: 'Accounts[Status] is Suspended.' });
  });
});

test.each([
  ['more is due than there is', { lots, cash: 0, flows: [due(1e6)] }, /no value left after the withdrawals due/],
  ['nothing is held', {}, /no value left after its holdings are priced/],
  ['the model leads nowhere', { lots, model: 'Gone' }, /Gone/],
])('an account is blocked when %s', (_, more, why) => {
  const [{ score, exceptions }] = unit([account(more)]).accounts;
  expect(score.decision).toBe('Blocked');
  expect(score.why).toMatch(why);
  expect(exceptions.map(({ code }) => code)).toEqual(['no-value']);
});

test('a loss sold in the taxable account is not bought back in the IRA of the household', () => {
  const taxable = account({ id: 'A', cash: 1000, lots: [lot('BND', 200, 100, '2020-01-02'), lot('VTI', 400, 320, '2020-01-02')] });
  const ira = account({ id: 'IRA', taxType: 'Tax-deferred', cash: 100_000, settings: { maxTurnover: undefined } });
  const { accounts } = unit([taxable, ira]);
  const traded = (id: string, action: string) => accounts.find(({ score }) => score.accountId === id)!.trades.filter((trade) => trade.action === action).map(({ symbol }) => symbol);
  expect(traded('A', 'Sell')).toContain('VTI');
  expect(traded('IRA', 'Buy')).not.toContain('VTI');
  expect(unit([ira]).accounts[0].trades.map(({ symbol }) => symbol)).toContain('VTI');
});

test('accounts of one tax profile share its budget', () => {
  const tax = { id: 'T', shortRate: 0.4, longRate: 0.2, ytdShort: 0, ytdLong: 0, carryShort: 0, carryLong: 0, otherGains: 0, gainsBudget: 5000, budgetIs: 'Limit' as const, prorate: 'No' as const, assumed: false };
  const rich = [lot('BND', 20, 100, '2020-01-02'), lot('VTI', 500, 50, '2015-01-02')];
  const accounts = ['A', 'B'].map((id) => account({ id, tax, lots: rich, settings: { taxCare: 'Off' } }));
  const gains = unit(accounts).accounts.map(({ score }) => score.longTermGain ?? 0);
  expect(gains[0]).toBeGreaterThan(4000);
  expect(gains[0] + gains[1]).toBeLessThanOrEqual(5000.005);
});

test('a screen is applied, and what it leaves broken puts a mark on the trades', () => {
  const restrictions = [{ rule: 'Screen' as const, on: 'Screen' as const, value: 'Clean', strictness: 'hard' as const, source: 'Restrictions row 2' }];
  const coal = { screen: 'Clean', tag: 'Coal', test: 'Has tag' as const, threshold: 0, action: 'Never own' as const };
  const tagged = securities.map((one) => (one.symbol === 'VTI' ? { ...one, tags: { coal: 1 } } : one));
  const market = { screens: new Map([['clean', [coal]]]), securities: new Map(tagged.map((one) => [one.symbol, one])) };
  const [{ exceptions, trades }] = unit([account({ lots, cash: 40_000, restrictions, settings: { maxTurnover: 0.05 } })], { market }).accounts;
  expect(trades.filter(({ action, symbol }) => action === 'Buy' && symbol === 'VTI')).toEqual([]);
  expect(exceptions.map(({ code }) => code)).toContain('missed-never-own');
  expect(trades.length).toBeGreaterThan(0);
  expect(trades.every(({ checks }) => checks.startsWith('⚠'))).toBe(true);
});

test('an override suspends an account and says until when, why, by whom and where', () => {
  const overrides = [{ kind: 'Suspend' as const, until: '2026-12-15', reason: 'Transfer pending', source: 'Overrides row 2 (Account A, by j.lee)' }];
  const [{ score, trades, exceptions }] = unit([account({ lots, overrides })]).accounts;
  expect(score).toMatchObject({ decision: 'Skipped', why: 'Suspended until 2026-12-15: Transfer pending. Overrides row 2 (Account A, by j.lee).' });
  expect(trades).toEqual([]);
  expect(exceptions).toEqual([expect.objectContaining({ severity: 'Block', code: 'override', source: 'Overrides row 2 (Account A, by j.lee)' })]);
});

test('an override that binds the plan is noted beside the decision, and counted', () => {
  const overrides = [{ kind: 'No sells' as const, symbol: 'VTI', until: '2026-12-15', reason: 'Transfer pending', source: 'Overrides row 2 (Firm, by j.lee)' }];
  const [{ score, trades, exceptions }] = unit([account({ lots, overrides })]).accounts;
  expect(trades.filter(({ action, symbol }) => action === 'Sell' && symbol === 'VTI')).toEqual([]);
  expect(exceptions.filter(({ code }) => code === 'override').map(({ whatHappened }) => whatHappened)).toEqual(['No sells VTI until 2026-12-15: Transfer pending.']);
  expect(score.exceptions).toBe(exceptions.length);
});
