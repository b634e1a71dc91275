import type { Cell } from '../../shared/workbook/port';
import { hasCode } from './in-excel';

/** Cells asked for at first in one request; a request whose answer is too big is halved. */
const cellsAtFirst = 40_000;

type Block = Pick<Excel.Range, 'worksheet'> & { readonly row: number; readonly column: number; readonly rows: number; readonly columns: number };

/** The values of a rectangle, read in blocks of rows so that no answer exceeds what Excel on the web sends (5 MB). Blank cells are null. */
export async function readValues(context: Excel.RequestContext, { worksheet, row, column, rows, columns }: Block): Promise<Cell[][]> {
  const values: Cell[][] = [];
  let step = Math.max(1, Math.floor(cellsAtFirst / columns));
  while (values.length < rows) {
    const take = Math.min(step, rows - values.length);
    const block = worksheet.getRangeByIndexes(row + values.length, column, take, columns);
    block.load('values');
    try {
      await context.sync();
    } catch (fault) {
      if (!hasCode(fault, 'ResponsePayloadSizeLimitExceeded') || take === 1) throw fault;
      step = Math.ceil(take / 2);
      continue;
    }
    for (const line of block.values as unknown[][]) values.push(line.map(cell));
    block.untrack();
  }
  return values;
}

const cell = (value: unknown): Cell => (value === '' || value === undefined ? null : (value as Cell));
