import { expect, test } from '@jest/globals';
import { freeSheetName, sheetFor } from './sheet-name';

test('a free name is taken as it is', () => {
  expect(freeSheetName('Trades', ['Accounts', 'My trades'])).toBe('Trades');
});

test('a sheet of the user keeps its name, whatever its case', () => {
  expect(freeSheetName('Trades', ['TRADES'])).toBe('Trades (REBAL)');
  expect(freeSheetName('Trades', ['Trades', 'Trades (REBAL)'])).toBe('Trades (REBAL 2)');
});

test('a long name is cut so that it fits with its suffix', () => {
  const long = 'A'.repeat(31);
  expect(freeSheetName(long, [long])).toBe(`${'A'.repeat(23)} (REBAL)`);
});

test('our table is found on a sheet the user renamed', () => {
  expect(sheetFor({ table: 'rb_Trades' }, [{ sheet: 'Trades' }, { sheet: 'November', table: 'RB_TRADES' }])).toBe('November');
  expect(sheetFor({ table: 'rb_Trades' }, [{ sheet: 'Trades' }])).toBeUndefined();
});
