import type { CellEdit } from '../../shared/workbook/cell-edits';

/** Cells that lie side by side and below one another: a rectangle that is written in one go (1-based, as users count). */
export interface CellBlock {
  readonly row: number;
  readonly column: number;
  /** Rows of equally many cells. */
  readonly cells: readonly (readonly CellEdit[])[];
}

/** Most cells of one block, so that a block always fits one request whatever its texts. */
const mostCells = 2_000;

/** Cells gathered into as few rectangles as their rows allow. A cell that is named twice has its last value. */
export function cellBlocks(edits: readonly CellEdit[], limit = mostCells): CellBlock[] {
  const blocks: { row: number; column: number; cells: CellEdit[][] }[] = [];
  const open = new Map<string, (typeof blocks)[number]>();
  for (const run of rowRuns(edits)) {
    const [{ row, column }] = run;
    const key = `${column} ${run.length}`;
    const above = open.get(key);
    if (above && above.row + above.cells.length === row && (above.cells.length + 1) * run.length <= limit) {
      above.cells.push(run);
      continue;
    }
    const block = { row, column, cells: [run] };
    blocks.push(block);
    open.set(key, block);
  }
  return blocks;
}

/** Neighbors in one row, row by row from the top. */
function rowRuns(edits: readonly CellEdit[]): CellEdit[][] {
  const last = new Map(edits.map((edit) => [`${edit.row} ${edit.column}`, edit]));
  const sorted = [...last.values()].sort((a, b) => a.row - b.row || a.column - b.column);
  const runs: CellEdit[][] = [];
  for (const edit of sorted) {
    const run = runs.at(-1);
    const before = run?.at(-1);
    if (run && before && before.row === edit.row && before.column + 1 === edit.column) run.push(edit);
    else runs.push([edit]);
  }
  return runs;
}
