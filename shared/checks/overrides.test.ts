import type { TableRow, Tables } from '../contract';
import { checkContext, runCheck, type CheckCode } from '.';
import { exampleDay, soundTables } from './examples';

const override = (change: Partial<TableRow<'overrides'>> = {}): TableRow<'overrides'> =>
  ({ row: 2, scope: 'Account', scopeId: '4471-0093', override: 'No buys', until: '2026-12-15', reason: 'Transfer pending', by: 'j.lee', ...change });
const found = (code: CheckCode, ...overrides: readonly TableRow<'overrides'>[]) =>
  runCheck(code, checkContext({ ...soundTables, overrides } satisfies Tables, { asOf: exampleDay })).map(({ severity, accounts, message }) => ({ severity, accounts, message }));
const price = (change: Partial<TableRow<'overrides'>>) => override({ scope: 'Firm', scopeId: undefined, override: 'Use price', symbol: 'BND', value: 73, ...change });

test.each<[string, Partial<TableRow<'overrides'>>, string]>([
  ['a price for one account', { scope: 'Account', scopeId: '4471-0093', override: 'Use price', symbol: 'BND', value: 73 }, 'Use price for Account is not possible: a run has one price of BND at Overrides row 2.'],
  ['no price', { scope: 'Firm', scopeId: undefined, override: 'Use price', symbol: 'BND' }, 'Price of BND in Use price is blank at Overrides row 2.'],
  ['a price of zero', { scope: 'Firm', scopeId: undefined, override: 'Use price', symbol: 'BND', value: 0 }, 'Price of BND in Use price is 0 at Overrides row 2.'],
])('%s leaves out whoever holds or wants the security', (_, change, message) => {
  expect(found('O05', override(change))).toEqual([{ severity: 'skip', accounts: ['4471-0093', '4471-0088'], message }]);
});

test('a hold without its symbol leaves out the accounts it was meant for; one that concerns nobody is a warning', () => {
  expect(found('O05', override({ override: 'Hold security' }))).toEqual([expect.objectContaining({ severity: 'skip', accounts: ['4471-0093'] })]);
  expect(found('O05', override({ scopeId: '9999' }))).toEqual([expect.objectContaining({ severity: 'warn', message: 'Account "9999" of an override is not in Accounts at Overrides row 2.' })]);
  expect(found('O05', override({ symbol: 'QQQ' }))).toEqual([expect.objectContaining({ severity: 'warn', accounts: undefined })]);
  expect(found('O05', override({ override: 'Hold security', until: '2026-11-19' }))).toEqual([]);
});

test('two prices in force for one security are none', () => {
  expect(found('O05', price({}), price({ row: 3, value: 74 })).map(({ severity }) => severity)).toEqual(['skip', 'skip']);
  expect(found('O06', price({}), price({ row: 3, value: 74 }))).toEqual([]);
  expect(found('O05', price({ until: '2026-11-19' }), price({ row: 3 }))).toEqual([]);
});

test('a price that Securities lacks is given by an override, and shown', () => {
  const tables: Tables = { ...soundTables, securities: soundTables.securities.map((row) => (row.symbol === 'BND' ? { ...row, price: 0 } : row)), overrides: [price({})] };
  const context = checkContext(tables, { asOf: exampleDay });
  expect(runCheck('S01', context)).toEqual([]);
  expect(runCheck('O06', context)[0].message).toBe('BND is priced at 73 until 2026-12-15 by Overrides row 2: Transfer pending.');
});

test('nobody approves what they set themselves', () => {
  expect(found('O04', override({ until: '2027-02-19', approver: 'J.Lee' }))[0].message).toContain('J.Lee has approved what j.lee set');
  expect(found('O04', override({ until: '2027-02-18' }))).toEqual([]);
});

test('an override that ends before it begins is a warning', () => {
  expect(found('O02', override({ from: '2026-12-20' }))).toEqual([expect.objectContaining({ severity: 'warn' })]);
});
