import { soundTables } from '../checks/examples';
import { affectedAccounts, isTotalWord } from './affected';
import { indexBook } from './book-index';

const nested = { ...soundTables, models: [...soundTables.models, { row: 9, model: 'Wrapped', component: 'growth', target: 1 }], accounts: [...soundTables.accounts, { row: 4, accountId: '7', model: 'WRAPPED' }] };
const index = indexBook(nested);

test('names are found without case', () => {
  expect(index.security('vti')?.price).toBe(290);
  expect(index.model('GROWTH')).toHaveLength(4);
  expect(index.membersOf.householdId('h-rivera')).toEqual(['4471-0093', '4471-0088']);
});

test('accounts depend on what they hold and on what their models lead to', () => {
  expect(index.dependents('VTI')).toEqual(['4471-0093', '4471-0088', '7']);
  expect(index.followers('Growth')).toEqual(['4471-0093', '4471-0088', '7']);
  expect(index.followers('Wrapped')).toEqual(['7']);
  expect(index.dependents('ZZZ')).toEqual([]);
});

test('models that contain each other do not hang the climb', () => {
  const looped = indexBook({ ...soundTables, models: [{ model: 'A', component: 'B', target: 1 }, { model: 'B', component: 'A', target: 1 }] });
  expect(looped.followers('A')).toEqual([]);
});

test('a row\'s scope names its accounts, and nobody can tell without one', () => {
  expect(index.inScope('Firm', undefined)).toEqual(['4471-0093', '4471-0088', '7']);
  expect(index.inScope('Group', 'core')).toEqual(['4471-0093']);
  expect(affectedAccounts('restrictions', { scopeId: '7' }, index)).toBeUndefined();
  expect(affectedAccounts('cashFlows', { accountId: 'H-RIVERA' }, index)).toEqual(['4471-0093', '4471-0088']);
  expect(affectedAccounts('holdings', {}, index)).toBeUndefined();
});

test.each(['Total', 'Totals:', 'GRAND TOTAL', 'Account total', 'Total for account 12', 'Total value'])('"%s" names a total', (text) => expect(isTotalWord(text)).toBe(true));
test.each(['Total Stock Market', 'TOT', 'Totality', 'Bond total return'])('"%s" does not', (text) => expect(isTotalWord(text)).toBe(false));
