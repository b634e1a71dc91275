import fc from 'fast-check';
import { cashFlowsByAccount, type Funded } from './cash-flows';
import type { Row } from './rows';

type Flow = Row<'cashFlows'>;
const asOf = '2026-11-20';
const flow = (change: Partial<Flow> = {}): Flow => ({ accountId: 'A', type: 'Withdrawal', amount: 5_000, ...change });
const account = (id: string, change: Partial<Funded> = {}): Funded => ({
  id,
  household: 'H',
  status: 'Active',
  taxType: 'Taxable',
  cash: 0,
  value: 0,
  ...change,
});

describe('cashFlowsByAccount', () => {
  it('takes a percentage of the account, and the amount when both are given', () => {
    const flows = cashFlowsByAccount(
      [flow({ amount: undefined, percentOfAccount: 0.02, row: 2 }), flow({ percentOfAccount: 0.5, row: 3 })],
      [account('A', { value: 100_000.4 })],
      asOf,
    );
    expect(flows.get('A')!.map(({ amount, source }) => [amount, source])).toEqual([
      [2_000.01, 'Cash flows row 2 (A)'],
      [5_000, 'Cash flows row 3 (A)'],
    ]);
  });

  it('leaves out rows that name nobody or ask for nothing', () => {
    expect(
      cashFlowsByAccount([flow({ accountId: 'Z' }), flow({ amount: undefined }), flow({ amount: -5 })], [account('A')], asOf).size,
    ).toBe(0);
  });

  it('meets a household’s flow from its Active account with the most cash', () => {
    const accounts = [
      account('A', { cash: 10 }),
      account('B', { cash: 20 }),
      account('C', { cash: 90, status: 'Held away' }),
      account('D', { cash: 20 }),
    ];
    expect([...cashFlowsByAccount([flow({ accountId: 'h' })], accounts, asOf).keys()]).toEqual(['B']);
  });

  it('takes a household’s percentage of all its Active accounts, and its RMD from a tax-deferred one', () => {
    const accounts = [account('A', { cash: 10, value: 1_000 }), account('B', { value: 3_000, taxType: 'Tax-deferred' })];
    const row = flow({ accountId: 'H', amount: undefined, percentOfAccount: 0.1 });
    expect(cashFlowsByAccount([row], accounts, asOf).get('A')).toMatchObject([{ amount: 400 }]);
    expect([...cashFlowsByAccount([{ ...row, type: 'RMD' }], accounts, asOf).keys()]).toEqual(['B']);
  });

  it('does not depend on the order of rows', () => {
    const row = fc.record({
      accountId: fc.constantFrom('A', 'B', 'H'),
      type: fc.constantFrom<Flow['type']>('Withdrawal', 'Deposit', 'Reserve'),
      date: fc.constantFrom('2026-11-23', '2027-01-31', undefined),
      every: fc.constantFrom<Flow['every']>('Month', 'Once'),
      row: fc.integer({ min: 2, max: 99 }),
    });
    const rows = fc.uniqueArray(row, { selector: ({ row: number }) => number }).map((list) => list.map((one) => flow(one)));
    const accounts = [account('A', { cash: 10 }), account('B', { cash: 10 })];
    fc.assert(
      fc.property(
        rows.chain((all) => fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length }))),
        ([all, shuffled]) => {
          expect(cashFlowsByAccount(shuffled, [...accounts].reverse(), asOf)).toEqual(cashFlowsByAccount(all, accounts, asOf));
        },
      ),
    );
  });
});
