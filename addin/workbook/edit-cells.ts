import type { RegionEdit } from '../../shared/workbook/cell-edits';
import { cellBlocks, type CellBlock } from './cell-blocks';
import { cellEntry, cellFormat, textEntry } from './cell-entry';
import { editPlace, type EditPlace } from './edit-place';
import { countsFrom1904 } from './read';
import { putBack } from './workbook-error';

type Step = (context: Excel.RequestContext) => void;

/**
 * Writes single cells of sheets that people keep. Everything that can be refused is refused before the first cell is written;
 * when Excel fails in the middle, what was written is put back.
 */
export async function editCells(context: Excel.RequestContext, edits: readonly RegionEdit[], progress: (done: number, total: number) => void): Promise<void> {
  const places: EditPlace[] = [];
  for (const edit of edits) if (edit.cells.length > 0) places.push(await editPlace(context, edit));
  const date1904 = await countsFrom1904(context);
  const back: Step[] = [];
  context.runtime.enableEvents = false;
  try {
    await writePlaces(context, places, date1904, back, progress);
  } catch (fault) {
    await restore(context, back, fault);
  } finally {
    context.runtime.enableEvents = true;
    await context.sync();
  }
}

async function writePlaces(context: Excel.RequestContext, places: readonly EditPlace[], date1904: boolean, back: Step[], progress: (done: number, total: number) => void): Promise<void> {
  for (const place of places) growTable(place, back);
  await context.sync();
  const blocks = places.flatMap(({ worksheet, cells }) => cellBlocks(cells).map((block) => ({ worksheet, block })));
  const groups = groupsOf(blocks);
  for (const [index, group] of groups.entries()) {
    await writeBlocks(context, group, date1904, back);
    progress(index + 1, groups.length);
  }
}

/** The rows that join a table look like its last one. */
function growTable({ worksheet, table, row, column, rows, columns, grow }: EditPlace, back: Step[]): void {
  if (grow === 0 || rows === 0) return;
  const added = worksheet.getRangeByIndexes(row + rows, column, grow, columns);
  back.push(() => {
    added.clear('All');
    table?.resize(worksheet.getRangeByIndexes(row, column, rows, columns));
  });
  table?.resize(worksheet.getRangeByIndexes(row, column, rows + grow, columns));
  added.copyFrom(worksheet.getRangeByIndexes(row + rows - 1, column, 1, columns), 'Formats');
}

interface Placed {
  readonly worksheet: Excel.Worksheet;
  readonly block: CellBlock;
}

/** Cells of one request: with their texts, formats and old values far below the 5 MB that Excel on the web takes. */
const cellsPerRequest = 4_000;

function groupsOf(blocks: readonly Placed[]): Placed[][] {
  const groups: Placed[][] = [];
  let cells = Infinity;
  for (const placed of blocks) {
    const size = placed.block.cells.length * placed.block.cells[0].length;
    if (cells + size > cellsPerRequest) {
      groups.push([]);
      cells = 0;
    }
    groups[groups.length - 1].push(placed);
    cells += size;
  }
  return groups;
}

async function writeBlocks(context: Excel.RequestContext, blocks: readonly Placed[], date1904: boolean, back: Step[]): Promise<void> {
  const ranges = blocks.map(({ worksheet, block }) => ({ block, range: worksheet.getRangeByIndexes(block.row - 1, block.column - 1, block.cells.length, block.cells[0].length).load('numberFormat,values,formulas') }));
  await context.sync();
  for (const { block, range } of ranges) {
    const [formats, before] = [range.numberFormat as string[][], entriesOf(range)];
    back.push(() => Object.assign(range, { numberFormat: formats, values: before }));
    const wanted = block.cells.map((line, r) => line.map((edit, c) => cellFormat(edit, formats[r][c])));
    if (JSON.stringify(wanted) !== JSON.stringify(formats)) range.numberFormat = wanted;
    range.values = block.cells.map((line) => line.map((edit) => cellEntry(edit, date1904)));
  }
  await context.sync();
}

/** What to type to have the cells as they are now. */
function entriesOf({ values, formulas }: Excel.Range): unknown[][] {
  return (formulas as unknown[][]).map((line, r) => line.map((formula, c) => (typeof formula === 'string' && formula === values[r][c] ? textEntry(formula) : formula)));
}

/** Takes back what was written, the last first, and says so. */
async function restore(context: Excel.RequestContext, back: readonly Step[], fault: unknown): Promise<never> {
  for (const step of [...back].reverse()) step(context);
  await context.sync();
  throw putBack(fault);
}
