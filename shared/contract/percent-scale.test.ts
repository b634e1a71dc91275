import fc from 'fast-check';
import { percent } from './column';
import { judgePercents } from './percent-scale';

const column = percent('Target %', { help: 'h', example: 0.4, min: 0, max: 1 });
const cells = (...values: number[]) => values.map((value, index) => ({ value, row: {}, rowNumber: index + 2 }));
const tooBig = (...values: number[]) => judgePercents(cells(...values), column).tooBig.map(({ value }) => value);

test('one value of 5 among fractions is one cell', () => expect(tooBig(0.45, 0.25, 5, 0)).toEqual([5]));
test('a column in points counts its small values too', () => expect(tooBig(42, 30, 27.5, 0.5)).toEqual([42, 30, 27.5, 0.5]));
test('a column that sums to 100 is in points', () => expect(tooBig(99.5, 0.5)).toEqual([99.5, 0.5]));

test('fractions are never suspected', () => {
  fc.assert(fc.property(fc.array(fc.double({ min: 0, max: 1, noNaN: true })), (values) => expect(judgePercents(cells(...values), column)).toEqual({ tooBig: [], outOfRange: [] })));
});

test('what no division explains is out of range', () => {
  expect(judgePercents(cells(0.2, -0.1, 4000), column).outOfRange.map(({ value }) => value)).toEqual([-0.1, 4000]);
});
