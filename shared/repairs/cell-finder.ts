import { definitionOf, type TableName } from '../contract';
import { headerOf } from '../checks/gather';
import type { Column } from '../contract/column';
import type { Located } from '../contract/locate';
import type { Place, Places } from '../contract/places';
import { cellAddress, parseAddress } from '../workbook/address';
import type { Cell, ColumnKind, RegionName } from '../workbook/port';
import type { CellRepair } from './repair';

const kinds: Readonly<Partial<Record<Column['type'], ColumnKind>>> = { text: 'text', list: 'text', date: 'date' };

/** What a table's columns hold on a sheet; of columns that people added the value tells. */
function kindOf(table: TableName, column: string | undefined, value: string | number): ColumnKind {
  const known = column === undefined ? undefined : definitionOf(table).columns[column];
  if (known) return kinds[known.type] ?? 'number';
  return typeof value === 'number' ? 'number' : 'text';
}

/** Finds the cells of a workbook that a repair means, with what they hold now. */
export class CellFinder {
  /** Rows that repairs add, by table: each has its own. */
  private readonly added = new Map<TableName, number>();

  constructor(private readonly located: ReadonlyMap<TableName, Located>, private readonly places: Places) {}

  /** The repair of the cell at a place; undefined when the place is outside the table, already holds the value, or is read as something else by the map. */
  at(table: TableName, { cell }: Place, header: string, after: string | number, kind?: ColumnKind): CellRepair | undefined {
    const located = this.located.get(table);
    const address = cell === undefined ? undefined : parseAddress(cell);
    if (!located || !address || located.adopted?.altered.has(header)) return undefined;
    const { row, column } = address;
    const before = this.value(located, row, column);
    if (before === after) return undefined;
    return { table, region: regionOf(located), row, column, cell: cellAddress(row, column), header, before, after, kind: kind ?? kindOf(table, undefined, after) };
  }

  /** The same for a row and a column's property. */
  in(table: TableName, row: number, column: string, after: string | number): CellRepair | undefined {
    return this.at(table, this.places.cell(table, row, column), headerOf(table, column), after, kindOf(table, column, after));
  }

  /** A new row below those of the table: its cells, for the columns that the sheet has. */
  newRow(table: TableName, cells: readonly { readonly column: string; readonly value: string | number }[]): CellRepair[] {
    const located = this.located.get(table);
    if (!located || located.adopted?.closed || cells.some(({ column }) => located.adopted?.altered.has(headerOf(table, column)))) return [];
    const row = this.added.get(table) ?? lastRow(located) + 1;
    this.added.set(table, row + 1);
    return cells.flatMap(({ column, value }) => {
      const at = located.match.columns.get(column);
      if (at === undefined) return [];
      const number = located.region.left + at;
      return [{ table, region: regionOf(located), row, column: number, cell: cellAddress(row, number), header: headerOf(table, column), before: null, after: value, kind: kindOf(table, column, value) }];
    });
  }

  /** All cells below the header in the column of a place. */
  column(table: TableName, { cell }: Place): Cell[] {
    const located = this.located.get(table);
    const address = cell === undefined ? undefined : parseAddress(cell);
    if (!located || !address) return [];
    return located.region.values.slice(located.headerIndex + 1).map((row) => row[address.column - located.region.left] ?? null);
  }

  private value({ region }: Located, row: number, column: number): Cell {
    return region.values[row - region.top]?.[column - region.left] ?? null;
  }
}

const regionOf = ({ region: { sheet, table } }: Located): RegionName => (table === undefined ? { sheet } : { sheet, table });

function lastRow({ region, headerIndex }: Located): number {
  let last = region.values.length - 1;
  while (last > headerIndex && region.values[last].every((cell) => cell === null || cell === '')) last -= 1;
  return region.top + last;
}
