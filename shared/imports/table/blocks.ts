import type { CellTable, Contents, CustodianFile } from '../format';
import { importIssue } from '../issues';
import { findHeader, readHeader, type Fields, type Header } from './header';

/** One header of a file with the rows above it, as far as they are its own, and the rows below. */
export interface Block<Field extends string = string> {
  readonly table: CellTable;
  readonly header: Header<Field>;
  /** Index of the first row that is not another block's: where the banner begins. */
  readonly start: number;
  /** Index of the row after the last. */
  readonly end: number;
}

/**
 * Every header row of a file, in every sheet: exports joined into one file, and books with a sheet per account, have several.
 * `needs` is as for `findHeader`. A row for which `isBanner` holds ends the block above it, so that titles are not read as rows.
 */
export function findBlocks<Field extends string>(
  file: CustodianFile,
  fields: Fields<Field>,
  needs: readonly (readonly Field[])[],
  isBanner: (row: readonly string[]) => boolean = () => false,
): Block<Field>[] {
  const isHeader = (columns: Partial<Record<Field, number>>) => needs.every((group) => group.some((field) => columns[field] !== undefined));
  return file.tables.flatMap((table) => {
    const headers: Header<Field>[] = [];
    table.cells.forEach((cells, row) => {
      const columns = readHeader(cells, fields);
      if (isHeader(columns)) headers.push({ row, columns });
    });
    const ends = headers.map(({ row }, k) => {
      const next = headers[k + 1]?.row ?? table.cells.length;
      const banner = table.cells.slice(row + 1, next).findIndex(isBanner);
      return banner < 0 ? next : row + 1 + banner;
    });
    return headers.map((header, k) => ({ table, header, start: ends[k - 1] ?? 0, end: ends[k] }));
  });
}

/** The first header of a file, for recognizing it. */
export function findFirstBlock<Field extends string>({ tables }: CustodianFile, fields: Fields<Field>, needs: readonly (readonly Field[])[]): Block<Field> | undefined {
  for (const table of tables) {
    const header = findHeader(table.cells, fields, needs);
    if (header) return { table, header, start: 0, end: table.cells.length };
  }
  return undefined;
}

/** The rows above a block's header. */
export const bannerOf = ({ table, start, header }: Block): readonly (readonly string[])[] => table.cells.slice(start, header.row);

/** What a format answers when the header is not there; `wanted` ends the sentence “No header row with …”. */
export function noHeader(file: CustodianFile, wanted: string): Contents {
  const message = `No header row with ${wanted} was found.`;
  return { rows: [], issues: [importIssue('I01', { file: file.name }, { message, fix: 'Maybe the file was saved without its first lines.' })] };
}

/** What the blocks of one file hold, as one; the latest day counts. */
export function joinContents(parts: readonly Contents[]): Contents {
  return {
    asOf: parts.map(({ asOf }) => asOf).filter((day) => day !== undefined).sort().at(-1),
    rows: parts.flatMap(({ rows }) => rows),
    issues: parts.flatMap(({ issues }) => issues),
  };
}
