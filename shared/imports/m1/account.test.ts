import { findAccount } from './account';

test.each([
  ['7AB12345-Open-tax-lots Nov-20-2026.csv', '7AB12345'],
  ['m1/71234567_closed-tax-lots.csv', '71234567'],
  ['71234567-Holdings-Oct-07-2026.csv', '71234567'],
  ['Holdings-Oct-07-2026.csv', null],
  ['open-tax-lots_2026.csv', null],
  ['My-Open-tax-lots.csv', null],
  [undefined, null],
])('%p names %p', (name, account) => expect(findAccount(name)).toBe(account));
