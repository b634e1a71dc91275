import fc from 'fast-check';
import type { Override } from './book';
import { ignoredDrift, isInForce, overrideFinder, suspensionIn, untilWhy } from './overrides';
import type { Row } from './rows';

const asOf = '2026-11-20';
const account = { id: '4471-0093', group: 'Core', household: 'H-RIVERA' };
const row = (change: Partial<Row<'overrides'>> = {}): Row<'overrides'> =>
  ({ scope: 'Firm', override: 'No buys', symbol: 'aapl', until: '2026-12-15', reason: 'Transfer pending', by: 'j.lee', row: 2, ...change });
const find = (rows: readonly Row<'overrides'>[], whom: Parameters<ReturnType<typeof overrideFinder>>[0] = account): Override[] =>
  overrideFinder(rows, asOf, (typed) => typed?.trim().toUpperCase())(whom);

test('an override names its security as Securities does, its end, its reason and its row', () => {
  expect(find([row({ scope: 'Account', scopeId: '4471-0093' })])).toEqual([{
    kind: 'No buys', symbol: 'AAPL', until: '2026-12-15', reason: 'Transfer pending', source: 'Overrides row 2 (Account 4471-0093, by j.lee)',
  }]);
});

test('the firm, the group, the household and the account bind, others do not', () => {
  const rows = [
    row({ scope: 'Account', scopeId: '4471-0093', row: 5 }), row({ scope: 'Household', scopeId: 'h-rivera', row: 4 }), row({ scope: 'Group', scopeId: ' core', row: 3 }),
    row(), row({ scope: 'Account', scopeId: '4471-0088' }), row({ scope: 'Group', scopeId: 'H-RIVERA' }), row({ scope: 'Group', scopeId: undefined }),
  ];
  expect(find(rows).map(({ source }) => source.slice(0, 15))).toEqual(['Overrides row 2', 'Overrides row 3', 'Overrides row 4', 'Overrides row 5']);
  expect(find([row({ scope: 'Group' })], { id: 'A', household: 'A' })).toEqual([]);
});

test.each([
  [undefined, asOf, true], [asOf, '2026-12-15', true], ['2026-11-21', '2026-12-15', false], [undefined, '2026-11-19', false], [undefined, undefined, true],
])('from %s until %s is in force: %s', (from, until, expected) => {
  expect(isInForce({ from, until }, asOf)).toBe(expected);
  expect(find([row({ from, until })])).toHaveLength(expected ? 1 : 0);
});

test('Suspend and Ignore drift mean the account, whatever symbol is typed; Use price means the book', () => {
  expect(find([row({ override: 'Suspend' }), row({ override: 'Ignore drift' }), row({ override: 'Use price', value: 3 })]).map(({ kind, symbol }) => [kind, symbol]))
    .toEqual([['Ignore drift', undefined], ['Suspend', undefined]]);
});

test('a security hold that does not say which security holds nothing; No sells without a symbol stops every sale', () => {
  expect(find([row({ override: 'Hold security', symbol: undefined }), row({ override: 'No sells', symbol: undefined })]).map(({ kind }) => kind)).toEqual(['No sells']);
});

test('the account is suspended, or its drift ignored, by what is in force only', () => {
  const overrides = find([row({ override: 'Suspend', row: 7 }), row({ override: 'Ignore drift', row: 8 })]);
  expect(suspensionIn({ overrides })?.source).toBe('Overrides row 7 (Firm, by j.lee)');
  expect(ignoredDrift({ overrides })?.source).toBe('Overrides row 8 (Firm, by j.lee)');
  expect([suspensionIn({}), ignoredDrift({ overrides: find([row()]) })]).toEqual([undefined, undefined]);
});

test('sentences end with the end and the reason', () => {
  expect(untilWhy(find([row()])[0])).toBe(' until 2026-12-15: Transfer pending');
  expect(untilWhy({ kind: 'No buys', reason: 'Cash merger of ABC', source: '' })).toBe(': Cash merger of ABC');
});

test('the order of rows changes nothing', () => {
  const rows = fc.array(fc.record({
    scope: fc.constantFrom('Firm' as const, 'Account' as const), scopeId: fc.constant('4471-0093'), symbol: fc.constantFrom('A', 'B', undefined),
    override: fc.constantFrom('No buys' as const, 'No sells' as const, 'Suspend' as const, 'Hold security' as const), row: fc.integer({ min: 2, max: 9 }),
  }), { maxLength: 6 });
  fc.assert(fc.property(rows, (some) => {
    const made = some.map((change) => row(change));
    expect(find([...made].reverse())).toEqual(find(made));
  }));
});
