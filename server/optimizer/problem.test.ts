import { infeasibility, objectiveAt, ProblemBuilder } from './problem';

function example() {
  const builder = new ProblemBuilder();
  const x = builder.column(0, 4, 1, 2);
  const y = builder.column(-1, Infinity);
  builder.addCost(y, 3);
  builder.offset = 10;
  builder.row(1, 5, [[x, 1], [y, 2], [x, 1], [y, 0]]);
  builder.row(-Infinity, 0, [[x, 1], [x, -1]]);
  return builder.build();
}

test('entries of one column are summed, and zeros left out', () => {
  const { starts, indices, values } = example();
  expect([[...starts], [...indices], [...values]]).toEqual([[0, 2, 2], [0, 1], [2, 2]]);
});

test('the objective counts the offset, the costs and half the curvature', () => {
  expect(objectiveAt(example(), Float64Array.of(3, -1))).toBe(10 + 3 - 3 + 9);
});

test.each([[[1, 1], 0], [[5, 0], 5], [[0, -2], 5], [[0, 0], 1], [[4, -1], 1]])('the point %j violates by %d', ([x, y], by) => {
  expect(infeasibility(example(), Float64Array.of(x, y))).toBe(by);
});
