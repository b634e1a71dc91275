import type { Cells } from '../custodian-file';

/** What a column can mean, and the headers it goes by; the first is the usual one. */
export type Fields<Field extends string = string> = Readonly<Record<Field, readonly string[]>>;

/** The header row: where it is and which column holds what. */
export interface Header<Field extends string = string> {
  /** Index of the row, counted from 0. */
  readonly row: number;
  /** Index of the column, counted from 0. */
  readonly columns: Readonly<Partial<Record<Field, number>>>;
}

/**
 * The first row at or after `from` that has, of each group in `needs`, at least one field; undefined when there is none.
 * `[['symbol'], ['price', 'value']]` asks for a symbol, and for a price or a value.
 */
export function findHeader<Field extends string>(cells: Cells, fields: Fields<Field>, needs: readonly (readonly Field[])[], from = 0): Header<Field> | undefined {
  for (let row = from; row < cells.length; row += 1) {
    const columns = readHeader(cells[row], fields);
    if (needs.every((group) => group.some((field) => columns[field] !== undefined))) return { row, columns };
  }
  return undefined;
}

/** Which column of a header row holds which field. Of two columns of one name the first counts; a field's names are tried in turn. */
export function readHeader<Field extends string>(cells: readonly string[], fields: Fields<Field>): Partial<Record<Field, number>> {
  const columnOf = new Map<string, number>();
  cells.forEach((cell, column) => { for (const name of namesOf(cell)) if (!columnOf.has(name)) columnOf.set(name, column); });
  const found: Partial<Record<Field, number>> = {};
  for (const field of Object.keys(fields) as Field[]) {
    const column = fields[field].map((name) => columnOf.get(plain(name))).find((index) => index !== undefined);
    if (column !== undefined) found[field] = column;
  }
  return found;
}

/** `Qty (Quantity)` goes by three names: the whole, the part before the parenthesis, and the part within. `Value as of 1/2/2026` is `Value`. */
function namesOf(cell: string): string[] {
  const parts = /^([^()]+)\(([^()]+)\)\s*$/.exec(cell);
  const undated = cell.replace(/\s+as of\s.*$/i, '');
  return [cell, ...(parts ? [parts[1], parts[2]] : []), undated].map(plain).filter(Boolean);
}

/** `$` and `%` stay: they tell a gain in dollars from one in percent. */
function plain(header: string): string {
  return header.toLowerCase().replace(/[\s#*_.:()\u00a0-]/g, '').replace(/[‘’]/g, "'");
}
