import { expect, test } from '@jest/globals';
import { importIssue } from '../issues';
import { IssueTally } from './issue-tally';

const issue = (code: 'I01' | 'I25', n: number) => importIssue(code, { file: `${n}.csv` }, { message: `Number ${n}.` });

test('keeps the first of each code and counts the rest, worst first', () => {
  const tally = new IssueTally(3);
  for (let n = 0; n < 1000; n += 1) tally.add([issue('I25', n)]);
  expect(tally.hasStop).toBe(false);
  tally.add([issue('I01', 0)]);
  expect(tally.hasStop).toBe(true);
  expect(tally.issues().map(({ message }) => message)).toEqual(['Number 0.', 'Number 0.', 'Number 1.', 'Number 2. And 997 more like this.']);
});
