import { soundTables, exampleDay } from './examples';
import { checkContext, runCheck } from '.';

const totals = (custodianTotal: number, more = {}) =>
  runCheck('H13', checkContext({ ...soundTables, accounts: soundTables.accounts.map((row, index) => (index === 0 ? { ...row, custodianTotal } : row)) }, { asOf: exampleDay, ...more }));

test('the total of the sheet Accounts is compared, within one percent', () => {
  expect(totals(77_000)).toEqual([]);
  expect(totals(90_000)).toMatchObject([{ column: 'Custodian total', found: '90000', accounts: ['4471-0093'] }]);
});

test('a total that is given beside the workbook counts before it', () => {
  expect(totals(90_000, { custodianTotals: { '4471-0093': 77_232.5 } })).toEqual([]);
});
