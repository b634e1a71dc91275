import { expect, test } from '@jest/globals';
import { lotMoves, type Lot } from './lot-moves';

const day = (n: number): string => `2020-03-0${n}`;
const lot = (quantity: number, lotId?: string, acquired?: string): Lot => ({ quantity, lotId, acquired });
const told = (before: readonly Lot[], after: readonly Lot[], sell = 0, buy = 0) => {
  const { sold, bought, soldByLot } = lotMoves(before, after, { sell, buy });
  return [sold, bought, soldByLot && Object.fromEntries(soldByLot)];
};

test.each<[string, readonly Lot[], readonly Lot[], unknown[]]>([
  ['by Lot ID', [lot(10, 'A', day(1)), lot(20, 'B', day(1))], [lot(10, 'A', day(1)), lot(5, 'B', day(1))], [15, 0, { 'lot B': 15 }]],
  ['a lot sold and another bought', [lot(10, 'A', day(1))], [lot(7, 'N', day(2))], [10, 7, { [`lot of ${day(1)}`]: 10 }]],
  ['by day where the custodian has no numbers', [lot(10, 'A', day(1)), lot(20, 'B', day(2))], [lot(10, undefined, day(1)), lot(4, undefined, day(2))], [16, 0, { [`lot of ${day(2)}`]: 16 }]],
  ['lots of one day count together', [lot(10, 'A', day(1)), lot(20, 'B', day(1))], [lot(26, undefined, day(1))], [4, 0, { [`lot of ${day(1)}`]: 4 }]],
  ['all sold', [lot(10, 'A', day(1))], [], [10, 0, { 'lot A': 10 }]],
  ['fractions are exact', [lot(0.3, 'A', day(1))], [lot(0.1, 'A', day(1))], [0.2, 0, { 'lot A': 0.2 }]],
])('%s', (_name, before, after, expected) => expect(told(before, after)).toEqual(expected));

test('positions without lots: what was asked for is taken as done as far as the net allows', () => {
  const [before, after] = [[lot(100)], (quantity: number) => [lot(quantity)]];
  expect(told(before, after(60), 40)).toEqual([40, 0, undefined]);
  expect(told(before, after(70), 40)).toEqual([30, 0, undefined]);
  expect(told(before, after(50), 40)).toEqual([50, 0, undefined]);
  expect(told(before, after(110), 40, 50)).toEqual([40, 50, undefined]);
  expect(told(before, after(100), 0, 50)).toEqual([0, 0, undefined]);
  expect(told(before, after(105))).toEqual([0, 5, undefined]);
});
