import { findOwner, splitAccount } from './account';

test.each([
  ['Z12345678', 'Z12345678', null],
  ['Individual - TOD X12345678', 'X12345678', 'Individual - TOD'],
  ['Individual TOD X20-548022', 'X20-548022', 'Individual TOD'],
  ['INDIVIDUAL - XXX123456', 'XXX123456', 'INDIVIDUAL'],
  ['Brokerage-123456789', '123456789', 'Brokerage'],
  ['Individual ...1234', '1234', 'Individual'],
  ['ROTH IRA (234567890)', '234567890', 'ROTH IRA'],
  ['ROLLOVER IRA-27,000', null, 'ROLLOVER IRA-27,000'],
  ['Taxable', null, 'Taxable'],
  ['401K', null, '401K'],
  ['Plan 2019', null, 'Plan 2019'],
  [null, null, null],
])('%s is %s, %s', (label, account, accountName) => expect(splitAccount(label)).toEqual({ account, accountName }));

test('a column of its own for the number leaves the name whole', () => {
  expect(findOwner('41149', 'Plan 123456789')).toEqual({ account: '41149', accountName: 'Plan 123456789' });
  expect(findOwner(null, 'Roth X11112222')).toEqual({ account: 'X11112222', accountName: 'Roth' });
});
