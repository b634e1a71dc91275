import { findAssetType } from './asset-type';

test.each([
  ['ORLN', 'ORLEAN MOTORS', 12, 210, 2520, null],
  [null, 'US TSY 4.250% NOV 15 2034', 10_000, 98.75, 9875, 'bond'],
  ['ORLN#C2627C230000', null, -1, 3.1, -310, 'option'],
  ['ORLN1', 'CALL ORLN 230.000', null, null, null, 'option'],
  ['ORLNX', 'SOMETHING', 2, 3.1, 620, 'option'],
  ['ORLN', 'CALLAWAY GOLF', null, null, null, null],
  ['ORLN', 'ORLEAN MOTORS', 0, 210, 0, null],
] as const)('%s %s: %p at %p, worth %p, is %p', (symbol, description, quantity, price, marketValue, expected) =>
  expect(findAssetType({ symbol, description, quantity, price, marketValue })).toBe(expected),
);
