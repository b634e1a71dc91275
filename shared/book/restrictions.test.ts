import fc from 'fast-check';
import type { Restriction } from './book';
import { restrictionFinder } from './restrictions';
import type { Row } from './rows';

type Rule = Row<'restrictions'>;
const asOf = '2026-11-21';
const account = { id: '4471-0093', group: 'Core', household: 'H-RIVERA' };
const rule = (change: Partial<Rule> = {}): Rule => ({ scope: 'Firm', rule: 'Never buy', on: 'Symbol', value: 'AAPL', ...change });
const find = (rows: readonly Rule[], whom: Parameters<ReturnType<typeof restrictionFinder>>[0] = account): Restriction[] =>
  restrictionFinder(rows, asOf, (_, value) => value.trim().toUpperCase())(whom);

describe('restrictionFinder', () => {
  it('takes the rows of the firm, the group, the household and the account, in that order', () => {
    const rows = [
      rule({ scope: 'Account', scopeId: '4471-0093', row: 5 }),
      rule({ scope: 'Household', scopeId: 'h-rivera', row: 4 }),
      rule({ scope: 'Group', scopeId: ' core ', row: 3 }),
      rule({ row: 2 }),
      rule({ scope: 'Account', scopeId: '4471-0088' }),
      rule({ scope: 'Group', scopeId: 'H-RIVERA' }),
    ];
    expect(find(rows).map(({ source }) => source)).toEqual([
      'Restrictions row 2 (Firm)',
      'Restrictions row 3 (Group core)',
      'Restrictions row 4 (Household h-rivera)',
      'Restrictions row 5 (Account 4471-0093)',
    ]);
  });

  it('binds nobody by a row that does not say whom', () => {
    expect(find([rule({ scope: 'Group' }), rule({ scope: 'Account', scopeId: ' ' })], { id: 'A', household: 'A' })).toEqual([]);
  });

  it('is in force from the first day to the last, both included', () => {
    const inForce = (from?: string, until?: string): boolean => find([rule({ from, until })]).length === 1;
    expect([inForce(asOf), inForce(undefined, asOf), inForce('2026-11-22'), inForce(undefined, '2026-11-20')]).toEqual([
      true,
      true,
      false,
      false,
    ]);
  });

  it('is hard unless it says Soft', () => {
    expect(
      find([rule(), rule({ severity: 'Hard', value: 'B' }), rule({ severity: 'Soft', value: 'C' })]).map(({ strictness }) => strictness),
    ).toEqual(['hard', 'hard', 'soft']);
  });

  it('needs a limit for Max and Min, where zero is one, and ignores it elsewhere', () => {
    expect(find([rule({ rule: 'Max %' })])).toEqual([]);
    expect(find([rule({ rule: 'Max %', limit: 0 })])).toMatchObject([{ limit: 0 }]);
    expect(find([rule({ limit: 5 })])[0].limit).toBeUndefined();
  });

  it('spells the value and keeps the reason', () => {
    expect(find([rule({ value: ' aapl', reason: 'Founder stock' })])).toMatchObject([{ value: 'AAPL', reason: 'Founder stock' }]);
  });

  it('does not depend on the order of rows', () => {
    const row = fc.record({
      scope: fc.constantFrom<Rule['scope']>('Firm', 'Account'),
      rule: fc.constantFrom<Rule['rule']>('Never buy', 'Max %'),
      value: fc.constantFrom('A', 'B'),
      limit: fc.constantFrom(0.1, 0.2),
      row: fc.integer({ min: 2, max: 9 }),
    });
    const rows = fc
      .uniqueArray(row, { selector: ({ row: number }) => number })
      .map((list) => list.map((one) => rule({ ...one, scopeId: one.scope === 'Firm' ? undefined : account.id })));
    fc.assert(
      fc.property(
        rows.chain((all) => fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length }))),
        ([all, shuffled]) => {
          expect(find(shuffled)).toEqual(find(all));
        },
      ),
    );
  });
});
