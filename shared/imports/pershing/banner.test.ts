import { readBanner } from './banner';

test('a report of NetX360', () => {
  const banner = readBanner([
    ['Report Name : Holdings by Assets'],
    ['Input Criteria : IBD / OFF / IP equals KLM / ALL / ALL AND  Snapshot Date equals  31-Mar-2026'],
    ['Number of Rows :      1,107', ''],
    ['DISCLAIMER: PLEASE NOTE THAT ALL NAME & ADDRESS FIELDS ARE AS OF LAST BUSINESS DAY. '],
  ]);
  expect(banner).toMatchObject({ account: null, accountName: null, rowCount: 1107 });
});

test('the day of the report is not taken from its disclaimer', () => {
  expect(readBanner([['… Snapshot Date equals  31-Mar-2026'], ['FIELDS ARE AS OF LAST BUSINESS DAY.']]).asOf).toBe('2026-03-31');
});

test('a page of NetX360+, its values beside their names or after them', () => {
  const known = { account: 'KLM205533', accountName: 'BIRCH HOLDINGS', asOf: '2026-03-31', rowCount: null };
  expect(readBanner([['Positions'], ['Account: KLM205533'], ['Client: BIRCH HOLDINGS'], ['As of: Mar 31, 2026 08:34 AM EDT']])).toMatchObject(known);
  expect(readBanner([['Account:', 'KLM205533'], ['Client:', 'BIRCH HOLDINGS'], ['As of', '03/31/2026']])).toMatchObject(known);
});

test('no banner says nothing', () => expect(readBanner([])).toEqual({ account: null, accountName: null, asOf: undefined, rowCount: null, text: '' }));
