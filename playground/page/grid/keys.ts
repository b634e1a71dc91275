import { type Area, areaAt } from '../../model/area';
import type { Sheet } from '../../model/sheet';

/** A selection and the corner that stays when it is extended. */
export interface Selection {
  readonly anchor: { readonly row: number; readonly column: number };
  readonly head: { readonly row: number; readonly column: number };
}

export const singleCell = (row: number, column: number): Selection => ({ anchor: { row, column }, head: { row, column } });

export function areaOf({ anchor, head }: Selection): Area {
  const top = Math.min(anchor.row, head.row);
  const left = Math.min(anchor.column, head.column);
  return areaAt(top, left, Math.abs(anchor.row - head.row) + 1, Math.abs(anchor.column - head.column) + 1);
}

const STEPS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
};

/** Where a key moves the selection; undefined when it does not. */
export function moveSelection(
  selection: Selection,
  key: string,
  modifiers: { shift: boolean; ctrl: boolean },
  sheet: Sheet,
  page: number,
): Selection | undefined {
  const head = target(selection.head, key, modifiers.ctrl, sheet, page);
  if (!head) return undefined;
  return modifiers.shift && key !== 'Tab' && key !== 'Enter' ? { ...selection, head } : { anchor: head, head };
}

type Cell = Selection['head'];

function target({ row, column }: Cell, key: string, ctrl: boolean, sheet: Sheet, page: number): Cell | undefined {
  const step = STEPS[key];
  if (step) return ctrl ? jump({ row, column }, step, sheet) : skipHidden({ row, column }, step, sheet);
  const used = sheet.usedArea(true);
  switch (key) {
    case 'Home':
      return { row: ctrl ? 0 : row, column: 0 };
    case 'End':
      return ctrl && used ? { row: used.bottom, column: used.right } : undefined;
    case 'PageDown':
      return { row: Math.min(row + page, 1_048_575), column };
    case 'PageUp':
      return { row: Math.max(row - page, 0), column };
    default:
      return undefined;
  }
}

function skipHidden(from: Cell, [down, right]: readonly [number, number], sheet: Sheet): Cell {
  let { row, column } = from;
  do {
    row += down;
    column += right;
    if (row < 0 || column < 0 || row > 1_048_575 || column > 16_383) return from;
  } while (sheet.rows.get(row)?.hidden || sheet.columns.get(column)?.hidden);
  return { row, column };
}

/** Ctrl and an arrow: to the end of the block of filled cells, or to the next one. */
function jump(from: Cell, [down, right]: readonly [number, number], sheet: Sheet): Cell {
  const used = sheet.usedArea(true) ?? areaAt(0, 0);
  const inside = ({ row, column }: Cell): boolean => row >= 0 && column >= 0 && row <= used.bottom && column <= used.right;
  const next = ({ row, column }: Cell): Cell => ({ row: row + down, column: column + right });
  const filled = ({ row, column }: Cell): boolean => sheet.cells.value(row, column) !== null;
  let at = next(from);
  if (!inside(at))
    return {
      row: Math.max(0, Math.min(from.row, down ? (down > 0 ? used.bottom : 0) : from.row)),
      column: Math.max(0, Math.min(from.column, right ? (right > 0 ? used.right : 0) : from.column)),
    };
  if (filled(from) && filled(at)) while (inside(next(at)) && filled(next(at))) at = next(at);
  else while (inside(next(at)) && !filled(at)) at = next(at);
  return at;
}
