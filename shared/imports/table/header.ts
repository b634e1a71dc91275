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
  const { all, names } = spellingsOf(fields);
  const columnOf = new Map<string, number>();
  for (const [name, column] of namesOf(cells)) if (all.has(name) && !columnOf.has(name)) columnOf.set(name, column);
  const found: Partial<Record<Field, number>> = {};
  if (columnOf.size === 0) return found;
  for (const field of Object.keys(fields) as Field[]) {
    const column = names[field].map((name) => columnOf.get(name)).find((index) => index !== undefined);
    if (column !== undefined) found[field] = column;
  }
  return found;
}

interface Spellings {
  readonly all: ReadonlySet<string>;
  /** Plain names by field. */
  readonly names: Readonly<Record<string, readonly string[]>>;
}

/** Every row of a file is asked whether it is a header, so names are made plain once for each table of fields. */
const spellings = new WeakMap<Fields, Spellings>();

function spellingsOf(fields: Fields): Spellings {
  const before = spellings.get(fields);
  if (before) return before;
  const names = Object.fromEntries(Object.entries(fields).map(([field, spelled]) => [field, spelled.map(plain)]));
  const made = { names, all: new Set(Object.values(names).flat()) };
  spellings.set(fields, made);
  return made;
}

/** A name that a cell goes by, and its column. */
type Named = readonly [name: string, column: number];

/** Every layout asks every row, so what a row could be called is worked out once. */
const namedRows = new WeakMap<readonly string[], readonly Named[]>();

function namesOf(cells: readonly string[]): readonly Named[] {
  const before = namedRows.get(cells);
  if (before) return before;
  // A figure or a day is no header.
  const made = cells.flatMap((cell, column) => (hasLetter.test(cell) ? spelledOut(cell).map((name): Named => [name, column]) : []));
  namedRows.set(cells, made);
  return made;
}

const hasLetter = /\p{L}/u;

/** `Qty (Quantity)` goes by three names: the whole, the part before the parenthesis, and the part within. `Value as of 1/2/2026` is `Value`. */
function spelledOut(cell: string): string[] {
  const parts = cell.includes('(') ? /^([^()]+)\(([^()]+)\)\s*$/.exec(cell) : null;
  const undated = /\sas of\s/i.test(cell) ? [cell.replace(/\s+as of\s.*$/i, '')] : [];
  return [cell, ...(parts ? [parts[1], parts[2]] : []), ...undated].map(plain).filter(Boolean);
}

/** `$` and `%` stay: they tell a gain in dollars from one in percent. */
function plain(header: string): string {
  return header.toLowerCase().replace(/[\s#*_.:()\u00a0-]/g, '').replace(/[‘’]/g, "'");
}
