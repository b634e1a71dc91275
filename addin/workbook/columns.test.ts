import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { columnLayout } from './columns';

const columns = (...headers: string[]) => headers.map((header) => ({ header }));

describe('our columns in a table users rearranged', () => {
  it('are one run in a new table', () => {
    expect(columnLayout(columns('A', 'B', 'C'), [])).toEqual({ runs: [{ at: 0, ours: [0, 1, 2] }], width: 3 });
  });

  it('step over a column of the user and follow columns that were moved', () => {
    expect(columnLayout(columns('A', 'B', 'C'), ['C', 'Mine', 'a', 'B'])).toEqual({
      runs: [
        { at: 0, ours: [2] },
        { at: 2, ours: [0, 1] },
      ],
      width: 4,
    });
  });

  it('go to the right end when the table lacks them', () => {
    expect(columnLayout(columns('A', 'New'), ['A', 'Mine'])).toEqual({
      runs: [
        { at: 0, ours: [0] },
        { at: 2, ours: [1] },
      ],
      width: 3,
    });
  });

  it('have each exactly one place, whatever the table looks like', () => {
    const names = fc.uniqueArray(fc.constantFrom('A', 'B', 'C', 'D', 'E', 'F'), { minLength: 1 });
    fc.assert(
      fc.property(names, names, (ours, theirs) => {
        const { runs, width } = columnLayout(columns(...ours), theirs);
        const places = runs.flatMap(({ at, ours: members }) => members.map((member, index) => [member, at + index]));
        expect(new Set(places.map(([member]) => member)).size).toBe(ours.length);
        expect(new Set(places.map(([, place]) => place)).size).toBe(ours.length);
        for (const [member, place] of places) if (place < theirs.length) expect(theirs[place]).toBe(ours[member]);
        expect(width).toBe(new Set([...ours, ...theirs]).size);
      }),
    );
  });
});
