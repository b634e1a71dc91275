import { storedCell } from '../../shared/workbook/cell-value';
import type { Cell, SheetColumn } from '../../shared/workbook/port';
import { typedText } from '../../shared/workbook/safe-text';

/** What `Range.values` takes. An empty text clears the cell; null would leave it as it was. */
export type Typed = string | number | boolean;

/** The value that makes Excel store `value` as a column of this kind would: dates as serial numbers, text never as a formula. */
export function typed(value: Cell, kind: SheetColumn['kind'], date1904: boolean): Typed {
  const stored = storedCell(value, kind, date1904);
  if (stored === null) return '';
  return typeof stored === 'string' ? typedText(stored) : stored;
}

/** Most bytes of values in one request; Excel on the web refuses 5 MB with everything around them. */
const bytesPerRequest = 3_500_000;

/**
 * Rows cut into blocks that each fit one request, by the size of their JSON text.
 * A block has at least one row: a single row cannot exceed the limit, because texts are cut at 1,000 characters.
 */
export function* blocks(rows: readonly (readonly Typed[])[], limit = bytesPerRequest): Generator<{ first: number; rows: Typed[][] }> {
  const encoder = new TextEncoder();
  let block: Typed[][] = [];
  let bytes = 0;
  for (const [index, row] of rows.entries()) {
    const size = encoder.encode(JSON.stringify(row)).length + 1;
    if (block.length > 0 && bytes + size > limit) {
      yield { first: index - block.length, rows: block };
      block = [];
      bytes = 0;
    }
    block.push([...row]);
    bytes += size;
  }
  if (block.length > 0) yield { first: rows.length - block.length, rows: block };
}
