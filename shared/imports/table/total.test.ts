import { RecordReader } from './record';
import { checkTotal } from './total';

const issuesOf = (total: number | null, parts: readonly (number | null)[]) => {
  const reader = new RecordReader('a.csv', { value: ['Value'] });
  checkTotal(reader, { line: 7, field: 'value', total, parts, what: 'Positions' });
  return reader.issues;
};

test('a difference is said with place, sum and total', () => {
  const message = 'Positions add up to 30, but the total on line 7 is 31.';
  expect(issuesOf(31, [10, null, 20])).toMatchObject([{ code: 'H13', cell: 'A7', column: 'Value', found: '31', message }]);
});

test('a total left blank, and one that rounding explains', () => {
  expect(issuesOf(null, [10])).toEqual([]);
  expect(issuesOf(30.01, [10, 20])).toEqual([]);
});
