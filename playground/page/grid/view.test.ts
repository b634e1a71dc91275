import fc from 'fast-check';
import { WorkbookModel } from '../../model/workbook';
import { extentOf, HEADER_HEIGHT, View } from './view';

/** A view of a sheet with two frozen rows and one frozen column. */
function view(scrollLeft: number, scrollTop: number): View {
  const { activeSheet: sheet } = new WorkbookModel();
  sheet.put(400, 30, 1);
  sheet.frozenRows = 2;
  sheet.frozenColumns = 1;
  sheet.columns.set(3, { size: 100 });
  sheet.rows.set(7, { hidden: true });
  return new View(sheet, extentOf(sheet), 800, 600, scrollLeft, scrollTop);
}

describe('a view', () => {
  it('finds the cell that is drawn under a point', () => {
    fc.assert(
      fc.property(fc.nat(900), fc.nat(5_000), fc.integer({ min: 60, max: 799 }), fc.integer({ min: 30, max: 599 }), (left, top, x, y) => {
        const seen = view(left, top);
        const [row, column] = [seen.rowAt(y), seen.columnAt(x)];
        expect(seen.y(row)).toBeLessThanOrEqual(y);
        expect(seen.y(row) + seen.rows.size(row)).toBeGreaterThan(y);
        expect(seen.x(column)).toBeLessThanOrEqual(x);
        expect(seen.x(column) + seen.columns.size(column)).toBeGreaterThan(x);
      }),
    );
  });

  it('scrolls just enough to show a cell, and not at all for frozen ones', () => {
    fc.assert(
      fc.property(fc.nat(900), fc.nat(5_000), fc.nat(400), fc.nat(30), (left, top, row, column) => {
        const before = view(left, top);
        const to = before.scrollTo(row, column);
        const after = view(to.left, to.top);
        if (row >= 2) expect(after.y(row)).toBeGreaterThanOrEqual(HEADER_HEIGHT + after.frozenHeight);
        else expect(to.top).toBe(top);
        expect(after.y(row) + after.rows.size(row)).toBeLessThanOrEqual(600);
        expect(after.x(column) + after.columns.size(column)).toBeLessThanOrEqual(800);
        expect(after.scrollTo(row, column)).toEqual(to);
      }),
    );
  });
});
