import { definitionOf } from '../../contract';
import type { Column, ColumnType } from '../../contract/column';
import { neededColumns, type Located } from '../../contract/locate';
import type { Issue } from '../../issue';
import { inputSheet } from '../../sample/input-sheet';
import { cellAddress, quoteSheet } from '../../workbook/address';
import type { CellEdit, RegionEdit } from '../../workbook/cell-edits';
import type { Cell, ColumnKind, SheetContent } from '../../workbook/port';
import { importIssue } from '../issues';
import type { TableWrite } from '../preview';
import { unitCostCells } from './unit-cost';

/** Where a table lies, and which of its cells hold formulas. */
export interface EditableTable {
  readonly located: Located;
  /** Addresses, `C7`. */
  readonly formulas: ReadonlySet<string>;
}

/** What to write into the workbook. */
export interface BookEdits {
  readonly edits: readonly RegionEdit[];
  /** Sheets to make for tables that the workbook does not have. */
  readonly sheets: readonly SheetContent[];
  /** Formulas that stay, and columns that are missing. */
  readonly issues: readonly Issue[];
}

/** The writes of a preview as cells of the user's own sheets: rows that go are reused first, formulas are never written over. */
export function bookEdits(writes: readonly TableWrite[], tables: (name: TableWrite['table']) => EditableTable | undefined): BookEdits {
  const edits: RegionEdit[] = [];
  const sheets: SheetContent[] = [];
  const issues: Issue[] = [];
  for (const write of writes) {
    const table = tables(write.table);
    if (table) {
      const editor = new TableEditor(write, table);
      edits.push(editor.edit());
      issues.push(...editor.issues());
    } else if (write.added.length > 0) sheets.push(inputSheet(definitionOf(write.table), write.added));
  }
  return { edits: edits.filter(({ cells }) => cells.length > 0), sheets, issues };
}

const kinds: Readonly<Record<ColumnType, ColumnKind>> = { text: 'text', list: 'text', date: 'date', number: 'number', whole: 'number', money: 'number', percent: 'number', bp: 'number' };

/** Marks of where a row comes from and what it is checked by: no loss where the sheet has no column for them. */
const quiet = new Set(['asOf', 'source', 'marketValue', 'covered', 'priceDate', 'type', 'tradable', 'name', 'cusip']);

class TableEditor {
  private readonly cells: CellEdit[] = [];
  private readonly kept = new Map<string, string[]>();
  private readonly missing = new Map<string, number>();
  private readonly columns: Readonly<Record<string, Column>>;

  constructor(private readonly write: TableWrite, private readonly table: EditableTable) {
    this.columns = definitionOf(write.table).columns;
  }

  edit(): RegionEdit {
    const { region } = this.table.located;
    for (const { row, cells } of this.write.changed) this.put(row, cells);
    const free = this.freeRows();
    const gone = new Set(this.write.gone);
    for (const cells of this.write.added) {
      const row = free.next().value as number;
      if (gone.delete(row)) this.clear(row, Object.keys(cells));
      this.put(row, cells);
    }
    for (const row of gone) this.clear(row, []);
    return { sheet: region.sheet, table: region.table, cells: this.cells };
  }

  issues(): Issue[] {
    const { sheet } = this.table.located.region;
    const kept = [...this.kept].map(([header, addresses]): Issue => {
      const others = addresses.length > 1 ? ` and ${addresses.length - 1} more` : '';
      const message = `${header} at ${quoteSheet(sheet)}!${addresses[0]}${others} is a formula and stays as it is.`;
      return { ...importIssue('I26', {}, { message, fix: 'Maybe replace the formula by its value, and import again.' }), table: this.write.table, sheet, cell: addresses[0], column: header, rows: addresses.length };
    });
    const missing = [...this.missing].map(([property, rows]): Issue => {
      const { header } = this.columns[property];
      return { ...importIssue('I30', {}, { message: `${sheet} has no column ${header}, so ${rows} ${rows === 1 ? 'value was' : 'values were'} left out.`, fix: `Add the column ${header} and import again.` }), table: this.write.table, sheet, column: header, rows };
    });
    return [...kept, ...missing];
  }

  /** Rows to fill: those that go, then blank ones at the end, then new ones. */
  private *freeRows(): Generator<number, never> {
    yield* this.write.gone;
    const { region, headerIndex } = this.table.located;
    let last = region.values.length - 1;
    while (last > headerIndex && this.isFree(region.top + last)) last -= 1;
    for (let row = region.top + last + 1; ; row += 1) yield row;
  }

  private isFree(row: number): boolean {
    const { region } = this.table.located;
    return region.values[row - region.top].every((cell, at) => (cell === null || cell === '') && !this.isFormula(row, region.left + at));
  }

  private put(row: number, cells: Readonly<Record<string, Cell>>): void {
    for (const [property, value] of Object.entries(this.located(row, cells))) {
      const at = this.table.located.match.columns.get(property);
      if (at !== undefined) this.set(row, this.table.located.region.left + at, value, property);
      else if (value !== null && !quiet.has(property)) this.missing.set(property, (this.missing.get(property) ?? 0) + 1);
    }
  }

  /** Costs go into the column that the sheet, or the row, has for them. */
  private located(row: number, cells: Readonly<Record<string, Cell>>): Readonly<Record<string, Cell>> {
    if (this.write.table !== 'holdings') return cells;
    const { region, match } = this.table.located;
    return unitCostCells(cells, (property) => {
      const at = match.columns.get(property);
      return at === undefined ? undefined : (region.values[row - region.top]?.[at] ?? null);
    });
  }

  /** Clears a row but for its formulas and the columns that are about to be written. */
  private clear(row: number, written: readonly string[]): void {
    const { region, match } = this.table.located;
    const spared = new Set(written.map((property) => match.columns.get(property)));
    const properties = new Map([...match.columns].map(([property, at]) => [at, property]));
    region.values[row - region.top]?.forEach((cell, at) => {
      if (!spared.has(at) && cell !== null && cell !== '') this.set(row, region.left + at, null, properties.get(at));
    });
  }

  private set(row: number, column: number, value: Cell, property: string | undefined): void {
    const header = property === undefined ? undefined : this.columns[property].header;
    if (!this.isFormula(row, column)) this.cells.push({ row, column, value, kind: property === undefined ? 'text' : kinds[this.columns[property].type] });
    else if (header !== undefined) this.kept.set(header, [...(this.kept.get(header) ?? []), cellAddress(row, column)]);
  }

  private isFormula(row: number, column: number): boolean {
    return this.table.formulas.has(cellAddress(row, column));
  }
}

/** True when the workbook lacks a column without which the table cannot be written. */
export function lacksNeeded({ match, name }: Located): string[] {
  const { columns } = definitionOf(name);
  return neededColumns(definitionOf(name)).filter((property) => columns[property].required && !match.columns.has(property)).map((property) => columns[property].header);
}
