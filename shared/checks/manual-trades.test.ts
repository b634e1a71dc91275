import type { TableRow, Tables } from '../contract';
import { checkContext, runCheck, type CheckCode } from '.';
import { exampleDay, soundTables } from './examples';

type Request = TableRow<'manualTrades'>;
const request = (change: Partial<Request> = {}): Request => ({ row: 2, accountId: '4471-0093', action: 'Sell', symbol: 'VTI', quantity: 50, reason: 'Client request', ...change });
const found = (code: CheckCode, change: Partial<Request>, tables: Partial<Tables> = {}) =>
  runCheck(code, checkContext({ ...soundTables, ...tables, manualTrades: [request(change)] }, { asOf: exampleDay }));

test.each<[Partial<Request>, string]>([
  [{ quantity: undefined }, 'has no size'], [{ amount: 5, toPercent: 0.1 }, 'has 3 sizes'], [{ quantity: -5 }, 'has a size of -5'], [{ quantity: undefined, toPercent: 5 }, 'has a size of 5'],
  [{ action: 'Sell all' }, 'has a size, where all is sold'],
])('%j %s', (change, says) => {
  expect(found('N01', change)).toEqual([expect.objectContaining({ severity: 'skip', accounts: ['4471-0093'], message: expect.stringContaining(` ${says} at Manual trades row 2.`) as string })]);
});

test.each<[Partial<Request>, string]>([
  [{ accountId: '9999' }, 'Account 9999 of a manual trade is not in Accounts'], [{ symbol: 'QQQ' }, 'Symbol QQQ of a manual trade is not in Securities'],
  [{ action: 'Swap' }, 'Swap of VTI goes into nothing'], [{ action: 'Swap', into: 'QQQ' }, 'Swap of VTI goes into QQQ, which is not in Securities,'], [{ action: 'Swap', into: 'vti' }, 'Swap of VTI goes into vti'],
  [{ into: 'BND' }, 'Into is BND for a Sell'], [{ symbol: 'VXUS' }, 'VXUS is to be sold and is not held'], [{ lotId: 'L-9' }, 'Lot L-9 is not a lot of VTI in the account'],
  [{ quantity: 121 }, 'Quantity is 121, more than the 120 shares of VTI'], [{ quantity: 121, lotId: 'L-1' }, 'Quantity is 121, more than the 120 shares of lot L-1'],
])('%j cannot be carried out', (change, says) => {
  expect(found('N03', change).map(({ message }) => message)).toEqual([`${says} at Manual trades row 2.`]);
});

test('what can be carried out is not in the way', () => {
  for (const change of [{}, { quantity: 120 }, { action: 'Sell all' as const, quantity: undefined }, { action: 'Swap' as const, into: 'BND' }, { action: 'Buy' as const, symbol: 'VXUS', quantity: 900 }]) {
    expect([...found('N01', change), ...found('N03', change)]).toEqual([]);
  }
});

test('rules and overrides against a request are named with their row', () => {
  expect(found('N02', { action: 'Buy', symbol: 'VXUS' })[0].message).toBe('Buy of VXUS in account 4471-0093 at Manual trades row 2 is against Never buy VXUS (Restrictions row 2).');
  expect(found('N02', { action: 'Swap', into: 'VXUS' })[0].message).toContain('is against Never buy VXUS');
  const overrides: Tables['overrides'] = [{ row: 4, scope: 'Firm', override: 'Buy only', until: '2026-12-15', reason: 'Transfer pending', by: 'j.lee' }];
  expect(found('N02', {}, { overrides })[0].message).toContain('is against Buy only (Overrides row 4)');
  expect(found('N02', { action: 'Buy', symbol: 'BND' }, { overrides })).toEqual([]);
  expect(found('N02', {}, { overrides: [{ ...overrides[0], until: '2026-11-19' }] })).toEqual([]);
});

test('a request below the minimum trade is told, one that sells out is not', () => {
  expect(found('N05', { quantity: undefined, amount: 100 })[0].message).toContain('$100 of VTI at Manual trades row 2 is below the minimum trade of account 4471-0093, $250.');
  const holdings = soundTables.holdings.map((lot) => (lot.symbol === 'VTI' ? { ...lot, quantity: 0.5 } : lot));
  expect(found('N05', { quantity: 0.5 }, { holdings })).toEqual([]);
});
