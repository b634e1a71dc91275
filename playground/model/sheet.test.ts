import fc from 'fast-check';
import { type Area, areaAt, contains, intersection, isOnSheet } from './area';
import { Cells } from './cells';
import { shiftArea } from './shift';
import { WorkbookModel } from './workbook';

const area = fc
  .record({ top: fc.nat(30), left: fc.nat(30), height: fc.integer({ min: 1, max: 9 }), width: fc.integer({ min: 1, max: 9 }) })
  .map(({ top, left, height, width }) => areaAt(top, left, height, width));

describe('cells', () => {
  it('know the area in use, as a look at every cell would tell', () => {
    const cell = fc.record({ row: fc.nat(12), column: fc.nat(12), value: fc.constantFrom(null, 1, 'a') });
    fc.assert(
      fc.property(fc.array(cell), area, (list, within) => {
        const cells = new Cells();
        for (const { row, column, value } of list) cells.setValue(row, column, value);
        let expected: Area | undefined;
        cells.forEach(within, (row, column) => {
          expected = expected
            ? {
                top: Math.min(expected.top, row),
                left: Math.min(expected.left, column),
                bottom: Math.max(expected.bottom, row),
                right: Math.max(expected.right, column),
              }
            : areaAt(row, column);
        });
        expect(cells.usedArea(within, true)).toEqual(expected);
      }),
    );
  });

  it('come back when what was inserted is removed again', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat(9), fc.nat(9), fc.integer())),
        area,
        fc.constantFrom('rows', 'columns'),
        (list, hole, direction) => {
          const { activeSheet: sheet } = new WorkbookModel();
          for (const [row, column, value] of list) sheet.put(row, column, value);
          const before = list.map(([row, column]) => sheet.cells.value(row, column));
          sheet.shift(hole, direction as 'rows', true);
          sheet.shift(hole, direction as 'rows', false);
          expect(list.map(([row, column]) => sheet.cells.value(row, column))).toEqual(before);
        },
      ),
    );
  });
});

describe('an area behind cells that are inserted or removed', () => {
  it('moves, grows, shrinks or vanishes', () => {
    const at = areaAt(4, 0, 3, 2);
    expect(shiftArea(at, areaAt(0, 0, 2, 2), 'rows', true)).toEqual(areaAt(6, 0, 3, 2));
    expect(shiftArea(at, areaAt(5, 0, 1, 2), 'rows', true)).toEqual(areaAt(4, 0, 4, 2));
    expect(shiftArea(at, areaAt(3, 0, 2, 2), 'rows', false)).toEqual(areaAt(3, 0, 2, 2));
    expect(shiftArea(at, areaAt(4, 0, 3, 2), 'rows', false)).toBeUndefined();
    expect(shiftArea(at, areaAt(0, 1, 1, 1), 'rows', true)).toEqual(at);
  });

  it('is where it was after inserting and removing', () => {
    fc.assert(
      fc.property(area, area, fc.constantFrom('rows' as const, 'columns' as const), (start, hole, direction) => {
        const moved = shiftArea(start, hole, direction, true);
        expect(moved && isOnSheet(moved) && shiftArea(moved, hole, direction, false)).toEqual(start);
      }),
    );
  });
});

describe('areas', () => {
  it('share exactly the cells that lie in both', () => {
    fc.assert(
      fc.property(area, area, fc.nat(40), fc.nat(40), (a, b, row, column) => {
        const cell = areaAt(row, column);
        const shared = intersection(a, b);
        expect(shared ? contains(shared, cell) : false).toBe(contains(a, cell) && contains(b, cell));
      }),
    );
  });
});
