import { expect, test } from '@jest/globals';
import { tableNames } from '../contract';
import { tablesNamed } from './table-names';

test('tables go by key, sheet, alias and Excel table, in the order of the sheets', () => {
  expect(tablesNamed('tax profiles, Positions,rb_Accounts, accounts')).toEqual({ tables: ['accounts', 'holdings', 'taxProfiles'] });
  expect(tablesNamed('core')).toEqual({ tables: ['accounts', 'holdings', 'securities', 'models'] });
  expect(tablesNamed('All')).toEqual({ tables: tableNames });
});

test('a name that is none is said, with the nearest', () => {
  expect(tablesNamed('accounts,holdngs')).toEqual({ unknown: 'holdngs', meant: 'holdings' });
});
