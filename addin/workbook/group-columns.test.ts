import { expect, it } from '@jest/globals';
import { groupRuns } from './group-columns';

it('joins neighboring grouped columns into one outline run', () => {
  const columns = [undefined, 'Trade', 'Trade', 'Lot', undefined, 'Record'].map((group) => ({ group }));
  expect(groupRuns(columns)).toEqual([
    { first: 1, count: 3 },
    { first: 5, count: 1 },
  ]);
  expect(groupRuns([])).toEqual([]);
});
