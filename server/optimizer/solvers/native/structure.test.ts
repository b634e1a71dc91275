import fc from 'fast-check';
import { ProblemBuilder } from '../../problem';
import { runs } from '../../random-book';
import { rowFactors } from '../fixtures/dense';
import { randomProblem } from '../fixtures/random-problem';
import { structureOf, type Structure } from './structure';

/** Two securities, each a purchase less two lots, cash, and the rows a test adds. */
function twoSecurities(add: (builder: ProblemBuilder, forms: readonly number[]) => void): Structure {
  const builder = new ProblemBuilder();
  for (let j = 0; j < 7; j += 1) builder.column(0, 1);
  const forms = [builder.form([[0, 1], [1, -1], [2, -1]]), builder.form([[3, 1], [4, -1], [5, -1]])];
  add(builder, forms);
  return structureOf(builder.build());
}

const columnsOf = ({ blockStarts, blockColumns }: Structure, b: number): number[] => [...blockColumns.subarray(blockStarts[b], blockStarts[b + 1])];

test('the columns of a form are one block, a column without form is its own', () => {
  const structure = twoSecurities(() => undefined);
  expect([0, 1, 2].map((b) => columnsOf(structure, b))).toEqual([[0, 1, 2], [3, 4, 5], [6]]);
});

test('a row on one block is local, a second one there is global, as is one that joins blocks', () => {
  const structure = twoSecurities((builder, [vti, bnd]) => {
    builder.row(0, 1, [[1, 1], [2, 1]]);
    builder.row(0, 1, [[0, 1], [vti, 2]]);
    builder.row(0, 1, [[bnd, 1], [vti, 1]]);
    builder.row(0, 1, [[4, 1], [6, 1]]);
  });
  expect([...structure.rows]).toEqual([2, 1, 3, 0]);
  expect(structure.globals).toBe(3);
  expect([...structure.localRow]).toEqual([3, -1, -1]);
});

test('rows that reach a block through its form alone come first among those that touch it', () => {
  const structure = twoSecurities((builder, [vti, bnd]) => {
    builder.row(0, 1, [[0, 1], [6, 1]]);
    builder.row(0, 1, [[vti, 3], [bnd, 1]]);
  });
  const { touchStarts, touched, touchForm, formOnly, rows } = structure;
  expect([...touched.subarray(touchStarts[0], touchStarts[1])].map((k) => rows[k])).toEqual([1, 0]);
  expect([...touchForm.subarray(touchStarts[0], touchStarts[1])]).toEqual([3, 0]);
  expect([...formOnly]).toEqual([1, 1, 0]);
  expect(structure.widest).toBe(2);
});

test('rows without entries play no part; with a single block no row is local', () => {
  const builder = new ProblemBuilder();
  builder.form([[builder.column(0, 1), 1], [builder.column(0, 1), 1]]);
  builder.row(0, 0, []);
  builder.row(0, 1, [[0, 1]]);
  const structure = structureOf(builder.build());
  expect([...structure.rows]).toEqual([1]);
  expect(structure.globals).toBe(1);
});

test('problems that differ in bounds and costs share one structure, others do not', () => {
  const builder = new ProblemBuilder();
  builder.row(0, 1, [[builder.column(0, 1), 1], [builder.column(0, 1), 1]]);
  const problem = builder.build();
  expect(structureOf({ ...problem, upper: Float64Array.of(2, 2) })).toBe(structureOf(problem));
  expect(structureOf(builder.build())).not.toBe(structureOf(problem));
});

/** What a structure says of a row: its factors by column, put together from the pieces that blocks keep. */
function factorsIn({ formOf, formFactor, cost }: Parameters<typeof structureOf>[0], structure: Structure, k: number): number[] {
  const { blocks, touchStarts, touched, touchForm, formOnly, directStarts, directSpots, directValues, localRow, localForm, localValues } = structure;
  const factors = new Array<number>(cost.length).fill(0);
  for (let b = 0; b < blocks; b += 1) {
    const spread = (factor: number): void => columnsOf(structure, b).forEach((j) => { if (formOf[j] >= 0) factors[j] += factor * formFactor[j]; });
    if (localRow[b] === k) {
      spread(localForm[b]);
      for (const j of columnsOf(structure, b)) factors[j] += localValues[j];
    }
    for (let t = touchStarts[b]; t < touchStarts[b + 1]; t += 1) if (touched[t] === k) spread(touchForm[t]);
    for (const j of columnsOf(structure, b)) {
      for (let e = directStarts[j]; e < directStarts[j + 1]; e += 1) {
        if (touched[touchStarts[b] + formOnly[b] + directSpots[e]] === k) factors[j] += directValues[e];
      }
    }
  }
  return factors;
}

test('the pieces put together are the rows again', () => {
  fc.assert(fc.property(randomProblem, ({ problem }) => {
    const structure = structureOf(problem);
    structure.rows.forEach((r, k) => {
      const expected = rowFactors(problem, r);
      factorsIn(problem, structure, k).forEach((factor, j) => expect(factor).toBeCloseTo(expected[j], 12));
    });
  }), runs(150));
});
