import type { Account, Household, TradeRequest } from '../../shared/book/book';
import { account, book, security } from './examples';
import { spokenFor } from './spoken-for';

const family: Household = { id: 'H', manageAs: 'Together', locationPolicy: 'Off', preferTradesIn: 'No preference', linked: [] };
const request = (change: Partial<TradeRequest> = {}): TradeRequest => ({ action: 'Sell', symbol: 'VTI', mode: 'Must', reason: 'Client request', source: 'Manual trades row 2', ...change });
const found = (other: Partial<Omit<Account, 'settings'>>, manageAs: Household['manageAs'] = 'Together') => {
  const [mine, theirs] = [account({ id: 'A', requests: [request({ symbol: 'BND' })] }), account({ id: 'B', requests: [request()], ...other })];
  return spokenFor(book([security('VTI', 100, 'US equity')], { VTI: 1 }, [mine, theirs], { households: new Map([['h', { ...family, manageAs }]]) }), mine).spokenFor
    ?.map(({ symbol, side, accountId }) => `${side} ${symbol} ${accountId}`);
};

test('what other accounts must trade is spoken for, each side of a swap', () => {
  expect(found({})).toEqual(['sell VTI B']);
  expect(found({ requests: [request({ action: 'Swap', into: 'ITOT' }), request({ action: 'Buy', symbol: 'BND' })] })).toEqual(['sell VTI B', 'buy ITOT B', 'buy BND B']);
});

test.each<[string, Partial<Omit<Account, 'settings'>>]>([
  ['is only preferred', { requests: [request({ mode: 'Prefer' })] }], ['is of another household', { household: 'Z' }], ['is of an account that is closed', { status: 'Closed' }],
  ['is of an account that is suspended', { overrides: [{ kind: 'Suspend', reason: 'Transfer pending', source: 'Overrides row 2' }] }],
])('what %s is not', (_, other) => expect(found(other)).toBeUndefined());

test('accounts that are decided each on their own may trade against each other', () => expect(found({}, 'Each account')).toBeUndefined());
