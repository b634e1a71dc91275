import { describe, expect, test } from '@jest/globals';
import { openTables } from './open-columns';

describe('correlation columns of Risk classes', () => {
  const keys = (headers: readonly string[], classes: readonly string[]) =>
    openTables
      .riskClasses(
        headers.map((header, column) => ({ header, column })),
        { names: classes, holdsNumbers: () => false },
      )
      .columns.map(({ key, column }) => [key, column]);

  test('are those that bear the name of a class, spelled as loosely as any header', () => {
    const classes = ['US equity', 'Bonds', 'Real estate'];
    expect(keys(['Bonds', 'us_equity', ' REAL-ESTATE ', 'Analyst'], classes)).toEqual([
      ['Bonds', 0],
      ['US equity', 1],
      ['Real estate', 2],
    ]);
  });

  test('where two classes look the same when loose, only the exact name counts', () => {
    expect(keys(['US-equity', 'US equity', 'us_equity'], ['US equity', 'US-equity'])).toEqual([
      ['US-equity', 0],
      ['US equity', 1],
    ]);
  });
});
