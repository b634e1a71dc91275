import type { Tables } from '../contract';
import { check, checkContext, runCheck } from '.';
import { exampleDay, soundTables } from './examples';

const run = (code: 'M02' | 'M03' | 'M07' | 'L01' | 'L02' | 'L03' | 'P01', more: Partial<Tables>) => runCheck(code, checkContext({ ...soundTables, ...more }, { asOf: exampleDay }));
const core = { row: 2, product: 'Core', assetClass: 'US equity', implements: 'VTI' };

test('an account to which every product is refused waits, and the others do not', () => {
  const [issue, ...rest] = run('M07', { products: [{ ...core, taxTypes: 'Taxable' }, { row: 3, product: 'Direct', assetClass: 'US equity', implements: 'VTI', rank: 2, minAccount: 1e6 }] });
  expect(issue).toMatchObject({ severity: 'skip', accounts: ['4471-0088'], message: 'No product may be bought for "US equity" at Models row 2: Core is not for Tax-free accounts; Direct is for accounts from $1,000,000.' });
  expect(rest).toEqual([]);
});

test('an account that drops the class need not buy it', () => {
  const products = [{ ...core, taxTypes: 'Taxable' }];
  expect(run('M07', { products })).toHaveLength(1);
  expect(run('M07', { products, customizations: [{ row: 2, scope: 'Household', scopeId: 'h-rivera', change: 'Drop class', component: 'us equity' }] })).toEqual([]);
});

test('the size that counts is the household\'s when it is managed Together', () => {
  const products = [{ ...core, minAccount: 80_000 }];
  expect(run('M07', { products })[0].accounts).toEqual(['4471-0093', '4471-0088']);
  expect(run('M07', { products, households: [{ row: 2, householdId: 'H-RIVERA', manageAs: 'Together' }] })).toEqual([]);
});

test('a loop of models through a product is found, and a product whose name is a class is two things', () => {
  expect(run('M02', { products: [{ ...core, implements: 'Growth' }] })[0].message).toContain('Growth › Growth');
  expect(run('M03', { products: [{ ...core, product: 'us equity' }] })[0].message).toContain('2 things: Asset class, Product');
  expect(run('M03', { products: [core], models: [...soundTables.models.slice(1), { row: 9, model: 'Growth', component: 'core', target: 0.45 }] })).toEqual([]);
});

test('a bad price of what a product implements stops those whose class it is', () => {
  const products = [{ ...core, implements: 'ZQZ' }];
  const securities = [...soundTables.securities, { row: 9, symbol: 'ZQZ', price: 0, assetClass: 'Other' }];
  const issues = check({ ...soundTables, products, securities }, { asOf: exampleDay });
  expect(issues.find(({ code }) => code === 'S01')).toMatchObject({ accounts: ['4471-0093', '4471-0088'] });
});

test('contradictions name the account and its rows, unknown names all accounts of a household', () => {
  const set = (component: string, value: number, row: number) => ({ row, scope: 'Household' as const, scopeId: 'H-RIVERA', change: 'Set %' as const, component, value });
  expect(run('L01', { customizations: [set('Bonds', 0.7, 2), set('US equity', 0.6, 3)] })[0]).toMatchObject({ accounts: ['4471-0093', '4471-0088'], severity: 'skip' });
  expect(run('L02', { customizations: [set('Gold', 0.1, 2)] })[0]).toMatchObject({ accounts: ['4471-0093', '4471-0088'], rows: 2, column: 'Component' });
  expect(run('L03', { customizations: [{ ...set('Bonds', 0.1, 2), scopeId: 'H-NOBODY' }] })[0].message).toContain('is not in Accounts');
});
