import { definitionOf } from '../contract';
import { percent } from '../contract/column';
import { inputSheet } from './input-sheet';

const sheet = inputSheet(definitionOf('accounts'), [
  { accountId: '4471-0093', taxType: 'Taxable', model: 'Growth', advisor: 'J. Lee' },
  { accountId: '0042', taxType: 'Exempt' },
]);

test('headers, choices and help come from the contract, in its order', () => {
  expect(sheet).toMatchObject({ sheet: 'Accounts', table: 'rb_Accounts', frozenColumns: 1 });
  expect(sheet.heading).toBeUndefined();
  expect(sheet.columns.map(({ header }) => header)).toEqual(['Account ID', 'Tax type', 'Model', 'Advisor']);
  expect(sheet.columns[1]).toMatchObject({
    kind: 'text',
    format: '@',
    choices: ['Taxable', 'Tax-deferred', 'Tax-free', 'Exempt'],
    note: definitionOf('accounts').columns.taxType.help,
  });
});

test('a row has a cell for every column; what is absent is blank', () => {
  expect(sheet.rows).toEqual([
    ['4471-0093', 'Taxable', 'Growth', 'J. Lee'],
    ['0042', 'Exempt', null, null],
  ]);
});

test('required columns stay when no row uses them, or there are no rows', () => {
  expect(inputSheet(definitionOf('accounts'), []).columns.map(({ header }) => header)).toEqual(['Account ID', 'Tax type', 'Model']);
});

test('an open table takes further columns', () => {
  const extra = { Bonds: percent('Bonds', { help: 'Correlation.', example: 0.2 }) };
  const filled = inputSheet(definitionOf('riskClasses'), [{ riskClass: 'US equity', volatility: 0.16, Bonds: 0.1 }], extra);
  expect(filled.columns.at(-1)).toMatchObject({ header: 'Bonds', kind: 'number', format: '0.0##%' });
  expect(filled.rows).toEqual([['US equity', 0.16, 0.1]]);
});
