import type { Tables } from '../contract';
import { buildAccounts } from './accounts';
import type { Account } from './book';
import { buildHouseholds } from './households';
import { nameFinder } from './names';
import { buildSecurities } from './securities';

const securities = [
  { symbol: 'AAPL', price: 200, assetClass: 'US equity', sector: 'Technology', issuer: 'Apple' },
  { symbol: 'SPAXX', price: 1, assetClass: 'Cash', type: 'Cash' as const },
];

function accountsOf(tables: Partial<Tables>): Account[] {
  const all: Tables = { accounts: [], holdings: [], models: [], securities, ...tables };
  return buildAccounts({
    tables: all,
    asOf: '2026-11-20',
    securities: buildSecurities(all.securities),
    households: buildHouseholds(all.households ?? []),
    findAccount: nameFinder(all.accounts.map(({ accountId }) => accountId)),
    lastTrades: new Map([['B', '2026-11-03']]),
  });
}

describe('buildAccounts', () => {
  it('gives every account its own household unless it names one, in one spelling', () => {
    const accounts = accountsOf({
      accounts: [{ accountId: 'C' }, { accountId: 'A', householdId: 'h-1' }, { accountId: 'B', householdId: 'H-1' }],
    });
    expect(accounts.map(({ id, household }) => [id, household])).toEqual([
      ['A', 'H-1'],
      ['B', 'H-1'],
      ['C', 'C'],
    ]);
  });

  it('takes model and tax profile from the household where the account has none', () => {
    const accounts = accountsOf({
      accounts: [{ accountId: 'A', householdId: 'h-1', taxType: 'Taxable' }, { accountId: 'B', householdId: 'H-1', taxType: 'Taxable', model: 'Own', taxProfile: 'Q' }],
      households: [{ householdId: 'H-1', model: 'Common', taxProfile: 'P' }],
      taxProfiles: [{ taxProfile: 'P', shortTermRate: 0.3, longTermRate: 0.15 }, { taxProfile: 'Q', shortTermRate: 0.2, longTermRate: 0.1 }],
    });
    expect(accounts.map(({ model, tax, household }) => [model, tax.id, household])).toEqual([['Common', 'P', 'H-1'], ['Own', 'Q', 'H-1']]);
  });

  it('spells the group as Groups does', () => {
    const [account] = accountsOf({ accounts: [{ accountId: 'A', group: 'CORE' }], groups: [{ group: 'Core' }] });
    expect(account.group).toBe('Core');
  });

  it('keeps accounts of every status, with what they hold', () => {
    const accounts = accountsOf({
      accounts: [
        { accountId: 'A', status: 'Held away' },
        { accountId: 'B', status: 'Closed' },
      ],
      holdings: [
        { accountId: 'a', symbol: 'aapl', quantity: 5 },
        { accountId: 'A', symbol: 'SPAXX', quantity: 70, unsettled: 20 },
      ],
    });
    expect(accounts).toMatchObject([
      { id: 'A', status: 'Held away', cash: 70, unsettledCash: 20, lots: [{ symbol: 'AAPL', quantity: 5 }] },
      { id: 'B', status: 'Closed', cash: 0, lots: [], lastTraded: '2026-11-03' },
    ]);
  });

  it('spells restricted values as Securities does, and leaves tags as typed', () => {
    const rule = { scope: 'Firm', rule: 'Never buy' } as const;
    const [{ restrictions }] = accountsOf({
      accounts: [{ accountId: 'A' }],
      restrictions: [
        { ...rule, on: 'Symbol', value: 'aapl' },
        { ...rule, on: 'Asset class', value: 'US EQUITY' },
        { ...rule, on: 'Sector', value: 'technology ' },
        { ...rule, on: 'Issuer', value: 'APPLE' },
        { ...rule, on: 'Tag', value: ' Fossil fuel' },
      ],
    });
    expect(restrictions.map(({ on, value }) => `${on}: ${value}`)).toEqual([
      'Asset class: US equity',
      'Issuer: Apple',
      'Sector: Technology',
      'Symbol: AAPL',
      'Tag: Fossil fuel',
    ]);
  });

  it('takes default tax rates from the account’s own settings', () => {
    const [account] = accountsOf({
      accounts: [{ accountId: 'A', taxType: 'Taxable' }],
      settings: [{ scope: 'Account', scopeId: 'A', values: { defaultShortRate: 0.5 } }],
    });
    expect(account.tax).toMatchObject({ shortRate: 0.5, assumed: true });
  });
});
