import type { Cell } from '../../shared/workbook/port';
import { hasCode } from './in-excel';

/** Cells of the first block, from which the size of the next is judged. */
const cellsAtFirst = 4_000;

/** Bytes of values aimed at in one answer; Excel on the web sends at most 5 MB with everything around them. */
const bytesAimedAt = 2_000_000;

/** Cells in one block at most, however short they are. */
const mostCells = 200_000;

interface Block {
  readonly worksheet: Excel.Worksheet;
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
}

/** What is read of each cell. */
interface CellFact {
  ask(range: Excel.Range): void;
  of(range: Excel.Range): unknown[][];
}

const values: CellFact = { ask: (range) => void range.load('values'), of: (range) => range.values };
/** What was typed: a formula where there is one, else the value. */
export const formulas: CellFact = { ask: (range) => void range.load('formulas'), of: (range) => range.formulas };

/**
 * The values of a rectangle, or another fact of its cells, read in blocks of rows sized by what came before. An answer that is too big all the same is
 * asked for again in halves; Excel then keeps a reference it should have dropped, which is why blocks are judged first.
 * Blank cells are null.
 */
export async function readValues(
  context: Excel.RequestContext,
  { worksheet, row, column, rows, columns }: Block,
  what: CellFact = values,
): Promise<Cell[][]> {
  const found: Cell[][] = [];
  const encoder = new TextEncoder();
  let step = Math.max(1, Math.floor(cellsAtFirst / columns));
  while (found.length < rows) {
    const take = Math.min(step, rows - found.length);
    const block = worksheet.getRangeByIndexes(row + found.length, column, take, columns);
    what.ask(block);
    try {
      // eslint-disable-next-line office-addins/no-context-sync-in-loop -- each block is a request of its own, by its size
      await context.sync();
    } catch (fault) {
      if (!hasCode(fault, 'ResponsePayloadSizeLimitExceeded') || take === 1) throw fault;
      step = Math.ceil(take / 2);
      continue;
    }
    const read = what.of(block);
    for (const line of read) found.push(line.map(cell));
    block.untrack();
    if (found.length < rows) step = nextStep(take, columns, encoder.encode(JSON.stringify(read)).length);
  }
  return found;
}

/** Rows of the next block, when `rows` of them took `bytes`. It grows fourfold at most: later rows may be longer. */
function nextStep(rows: number, columns: number, bytes: number): number {
  const fitting = Math.floor((bytesAimedAt * rows) / Math.max(bytes, 1));
  return Math.max(1, Math.min(fitting, rows * 4, Math.floor(mostCells / columns)));
}

const cell = (value: unknown): Cell => (value === '' || value === undefined ? null : (value as Cell));
