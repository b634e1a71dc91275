import type { CellTable } from '../custodian-file';

/** Consecutive rows below one header row. */
export interface Block {
  /** `Open Positions`; for Flex its code (`POST`) where the file has one, else ''. */
  readonly section: string;
  /** Index of the header row. */
  readonly headerRow: number;
  /** Indexes of the first row and of the row after the last; the header is not among them. */
  readonly start: number;
  readonly end: number;
}

const kinds = new Set(['header', 'data', 'total', 'subtotal', 'notes']);

/** True when rows say in their second cell what they are: `Trades,Data,…`. */
export function isDescribed(row: readonly string[]): boolean {
  return kinds.has((row[1] ?? '').trim().toLowerCase()) && (row[0] ?? '').trim() !== '';
}

/**
 * The blocks of a file whose rows begin with their section and their kind (`Header`, `Data`, `SubTotal`, `Total`, `Notes`). A section may have
 * several headers, each for the rows below it. Rows of a section that has had no header are in `headless`, by their index.
 */
export function describedBlocks({ cells }: CellTable): { readonly blocks: readonly Block[]; readonly headless: readonly number[] } {
  const blocks: Block[] = [];
  const headless: number[] = [];
  const headers = new Map<string, number>();
  cells.forEach((row, index) => {
    if (!isDescribed(row)) return;
    const section = row[0].trim();
    if (row[1].trim().toLowerCase() === 'header') {
      headers.set(section, index);
      return;
    }
    const headerRow = headers.get(section);
    const last = blocks.at(-1);
    if (headerRow === undefined) headless.push(index);
    else if (last?.section === section && last.headerRow === headerRow && last.end === index) blocks[blocks.length - 1] = { ...last, end: index + 1 };
    else blocks.push({ section, headerRow, start: index, end: index + 1 });
  });
  return { blocks, headless };
}
