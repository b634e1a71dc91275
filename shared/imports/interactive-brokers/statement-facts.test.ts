import { readFacts } from './statement-facts';

test('account, currency and the last day of the period', () => {
  const facts = readFacts([
    ['Statement', 'Data', 'Title', 'Activity Statement'],
    ['Statement', 'Data', 'Period', 'January 1, 2026 - May 29, 2026'],
    ['Account Information', 'Data', 'Account', 'U1000001 (Custom Consolidated)'],
    ['Account Information', 'Data', 'Account Alias', '-'],
    ['Account Information', 'Data', 'Base Currency', 'USD'],
  ]);
  expect(facts).toEqual({ title: 'Activity Statement', account: 'U1000001', accountName: null, baseCurrency: 'USD', asOf: '2026-05-29' });
});

test.each([
  ['July 25, 2023', '2023-07-25'],
  ['7/25/2023', '2023-07-25'],
  ['25-Jul-23', '2023-07-25'],
  ['January 2026', null],
])('the period %s ends on %s', (period, asOf) => expect(readFacts([['Statement', 'Data', 'Period', period]]).asOf).toBe(asOf));

test('nothing is known of an empty file', () => {
  expect(readFacts([['']])).toEqual({ title: null, account: null, accountName: null, baseCurrency: null, asOf: null });
});
