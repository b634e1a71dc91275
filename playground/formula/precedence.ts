import { areaAt, contains } from '../model/area';
import type { Sheet } from '../model/sheet';
import type { Place } from '../model/workbook';
import type { Position, Prepared } from './prepare';

/** A cell with a formula, ready to be calculated. */
export interface FormulaCell extends Position {
  readonly formula: string;
  readonly prepared: Prepared;
}

/** Formulas in an order in which each comes after those it reads; circles are returned apart. */
export function sortByPrecedence(cells: readonly FormulaCell[]): { sorted: FormulaCell[]; circular: FormulaCell[] } {
  const bySheet = new Map<Sheet, FormulaCell[]>();
  for (const cell of cells) {
    const own = bySheet.get(cell.sheet);
    if (own) own.push(cell);
    else bySheet.set(cell.sheet, [cell]);
  }
  const state = new Map<FormulaCell, 'open' | 'done'>();
  const sorted: FormulaCell[] = [];
  const circular = new Set<FormulaCell>();
  for (const start of cells) {
    const stack: { cell: FormulaCell; rest: FormulaCell[] }[] = [];
    const enter = (cell: FormulaCell): void => {
      state.set(cell, 'open');
      stack.push({ cell, rest: precedents(cell.prepared.reads, bySheet) });
    };
    if (!state.has(start)) enter(start);
    while (stack.length > 0) {
      const top = stack[stack.length - 1];
      const next = top.rest.pop();
      if (!next) {
        stack.pop();
        state.set(top.cell, 'done');
        if (!circular.has(top.cell)) sorted.push(top.cell);
      } else if (state.get(next) === 'open') {
        circular.add(top.cell);
      } else if (!state.has(next)) {
        enter(next);
      }
    }
  }
  return { sorted, circular: [...circular] };
}

function precedents(reads: readonly Place[], bySheet: Map<Sheet, FormulaCell[]>): FormulaCell[] {
  return reads.flatMap(({ sheet, area }) => (bySheet.get(sheet) ?? []).filter(({ row, column }) => contains(area, areaAt(row, column))));
}
