import type { CellTable } from '../custodian-file';
import { describedBlocks, type Block } from './blocks';

/** One statement of a file. */
export interface Statement {
  readonly blocks: readonly Block[];
  /** Indexes of its rows that no header row precedes. */
  readonly headless: readonly number[];
  /** Indexes of its first row and of the row after its last. */
  readonly start: number;
  readonly end: number;
}

/** A file may hold several statements, each beginning with its own `Statement` header. */
export function statementsOf(table: CellTable): Statement[] {
  const { blocks, headless } = describedBlocks(table);
  const banners = blocks.filter(({ section }) => section === 'Statement').map(({ headerRow }) => headerRow);
  const [first, ...later] = new Set(banners);
  const isBelowBlocks = first !== undefined && blocks.some(({ start }) => start < first);
  const starts = [0, ...(isBelowBlocks ? [first] : []), ...later];
  return starts.map((start, k) => {
    const end = starts[k + 1] ?? table.cells.length;
    const isWithin = (row: number) => row >= start && row < end;
    return { blocks: blocks.filter((block) => isWithin(block.start)), headless: headless.filter(isWithin), start, end };
  });
}
