import { WorkbookModel } from '../../model/workbook';
import { areaOf, moveSelection, type Selection, singleCell } from './keys';

const none = { shift: false, ctrl: false };

/** A sheet with a block at B2:C4, a cell at F2, and row 6 and column D hidden. */
function sheet() {
  const { activeSheet } = new WorkbookModel();
  for (let row = 1; row <= 3; row++) for (let column = 1; column <= 2; column++) activeSheet.put(row, column, 1);
  activeSheet.put(1, 5, 1);
  activeSheet.rows.set(5, { hidden: true });
  activeSheet.columns.set(3, { hidden: true });
  return activeSheet;
}

const move = (from: Selection, key: string, modifiers = none) => moveSelection(from, key, modifiers, sheet(), 20)?.head;

describe('keys', () => {
  it('move by one, over what is hidden, and stop at the edge', () => {
    expect(move(singleCell(4, 0), 'ArrowDown')).toEqual({ row: 6, column: 0 });
    expect(move(singleCell(0, 2), 'ArrowRight')).toEqual({ row: 0, column: 4 });
    expect(move(singleCell(0, 0), 'ArrowUp')).toEqual({ row: 0, column: 0 });
  });

  it('jump to the end of a block, then to the next one', () => {
    const ctrl = { shift: false, ctrl: true };
    expect(move(singleCell(1, 1), 'ArrowDown', ctrl)).toEqual({ row: 3, column: 1 });
    expect(move(singleCell(1, 1), 'ArrowRight', ctrl)).toEqual({ row: 1, column: 2 });
    expect(move(singleCell(1, 2), 'ArrowRight', ctrl)).toEqual({ row: 1, column: 5 });
    expect(move(singleCell(3, 1), 'ArrowUp', ctrl)).toEqual({ row: 1, column: 1 });
    expect(move(singleCell(2, 1), 'End', ctrl)).toEqual({ row: 3, column: 5 });
    expect(move(singleCell(9, 9), 'Home', ctrl)).toEqual({ row: 0, column: 0 });
  });

  it('extend with shift and leave the anchor', () => {
    const extended = moveSelection(singleCell(2, 2), 'ArrowUp', { shift: true, ctrl: false }, sheet(), 20)!;
    expect(areaOf(extended)).toEqual({ top: 1, left: 2, bottom: 2, right: 2 });
    expect(extended.anchor).toEqual({ row: 2, column: 2 });
  });

  it('page, and leave other keys alone', () => {
    expect(move(singleCell(30, 1), 'PageUp')).toEqual({ row: 10, column: 1 });
    expect(move(singleCell(3, 1), 'PageUp')).toEqual({ row: 0, column: 1 });
    expect(move(singleCell(3, 1), 'x')).toBeUndefined();
  });
});
