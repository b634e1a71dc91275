import type { Cell } from '../workbook/port';
import { definitionOf, type TableName } from '.';
import { isTotalWord } from './affected';
import { cellReader, type CellReader } from './cells';
import { isBlank } from './cells/blank';
import { isExampleRow } from './example-row';
import type { CellContext, Reading } from './cells/reading';
import type { Column } from './column';
import { blankRows, exampleRow, noteRows, placeOf, totalRows } from './left-out-rows';
import { neededColumns, type Located } from './locate';
import { openTables, type OpenColumns } from './open-columns';
import { notesBelow } from './notes-below';
import { judgePercents, percentRangeTrouble, percentTrouble, type PercentCell } from './percent-scale';
import { unreadKey } from './places';
import type { TroubleBook } from './trouble-book';

type Row = Record<string, unknown> & { row: number };

/** One contract column found in the sheet. */
interface Found {
  readonly property: string;
  readonly definition: Column;
  readonly read: CellReader;
  /** Index within the region's rows. */
  readonly at: number;
  readonly percents: PercentCell[];
}

/** Reads the rows of one located table; troubles go to the book, unreadable cells are remembered in `unread`. */
export class RowReader {
  private readonly name: TableName;
  private readonly found: readonly Found[];
  private readonly open: OpenColumns | undefined;
  private readonly openPercents = new Map<string, PercentCell[]>();
  private readonly needed: readonly number[];
  /** Without a required column no row says what it must: that was said once, and no row is kept. */
  private readonly hasRequired: boolean;
  private readonly rows: Row[] = [];

  /** `namedBy` is the table whose rows name the added columns; absent when the workbook does not have it. */
  constructor(private readonly located: Located, private readonly context: CellContext, private readonly troubles: TroubleBook, private readonly unread: Set<string>, namedBy?: Located) {
    this.name = located.name;
    const { columns } = definitionOf(this.name);
    this.found = [...located.match.columns].map(([property, at]) => ({ property, at, definition: columns[property], read: cellReader(columns[property]), percents: [] }));
    this.needed = neededColumns(definitionOf(this.name)).flatMap((property) => located.match.columns.get(property) ?? []);
    this.hasRequired = Object.entries(columns).every(([property, { required }]) => !required || located.match.columns.has(property));
    this.open = openTables[this.name]?.(located.match.extra, { names: namedBy ? keyTexts(namedBy) : [], holdsNumbers: (column) => this.holdsNumbers(column) });
  }

  /** What the added columns of an open table mean. */
  get openColumns(): OpenColumns | undefined {
    return this.open;
  }

  /** Reads every row below the header, up to the last one that is not blank. */
  read(): readonly Row[] {
    const { values } = this.located.region;
    const last = this.lastRow();
    const notes = this.located.region.table === undefined ? notesBelow(values.slice(this.located.headerIndex + 1, last + 1)).map((at) => at + this.located.headerIndex + 1) : [];
    const totals: number[] = [];
    const blanks: number[] = [];
    for (let index = this.located.headerIndex + 1; index <= last; index += 1) {
      const cells = values[index];
      if (this.located.adopted?.passed.has(index) || notes.includes(index)) continue;
      if (this.isBlankRow(cells)) {
        blanks.push(index);
      } else if (this.isTotalRow(cells)) {
        totals.push(index);
      } else if (index === this.located.headerIndex + 1 && this.isExample(cells)) {
        this.troubles.addIssue(exampleRow(this.located, index));
      } else {
        this.readRow(cells, this.rowNumber(index));
      }
    }
    if (totals.length > 0) this.troubles.addIssue(totalRows(this.located, totals));
    if (notes.length > 0) this.troubles.addIssue(noteRows(this.located, notes));
    if (blanks.length > 0) this.troubles.addIssue(blankRows(this.located, blanks));
    this.judgeColumns();
    return this.rows;
  }

  private readRow(cells: readonly Cell[], rowNumber: number): void {
    const row: Row = { row: rowNumber };
    let complete = this.hasRequired;
    for (const { property, definition, at, read, percents } of this.found) {
      const cell = cells[at];
      const reading = isBlank(cell) ? undefined : read(cell, this.context);
      if (reading?.value !== undefined) row[property] = reading.value;
      else if (definition.required) complete = false;
      if (reading?.troubles) this.report(reading, property, definition.header, at, row);
      if (definition.type === 'percent' && typeof reading?.value === 'number') percents.push({ value: reading.value, row, rowNumber });
    }
    this.readOpen(cells, row, rowNumber);
    if (complete) this.rows.push(row);
    else this.reportIncomplete(row);
  }

  private readOpen(cells: readonly Cell[], row: Row, rowNumber: number): void {
    if (!this.open) return;
    const values: Record<string, unknown> = {};
    row[this.open.property] = values;
    for (const { key, column, header, percent, read } of this.open.columns) {
      if (isBlank(cells[column])) continue;
      for (const [name, reading] of Object.entries(read(cells[column], this.context))) {
        if (reading.value !== undefined) values[name] = reading.value;
        if (reading.troubles) this.report(reading, key, header, column, row);
        if (percent && typeof reading.value === 'number') {
          const list = this.openPercents.get(key) ?? [];
          list.push({ value: reading.value, row, rowNumber });
          this.openPercents.set(key, list);
        }
      }
    }
  }

  private report(reading: Reading<unknown>, property: string, header: string, at: number, row: Row): void {
    if (reading.value === undefined) this.unread.add(unreadKey(this.name, row.row, property));
    for (const trouble of reading.troubles ?? []) this.troubles.add(trouble, this.name, header, () => placeOf(this.located, row.row, at), row);
  }

  /** A required cell without a value: said once, unless what it holds was reported already. */
  private reportIncomplete(row: Row): void {
    for (const { property, definition, at } of this.found) {
      if (!definition.required || row[property] !== undefined || this.unread.has(unreadKey(this.name, row.row, property))) continue;
      this.troubles.add(
        { code: 'G02', severity: 'skip', says: 'is blank', found: '', fix: 'Fill the cell, or clear the row.' },
        this.name, definition.header, () => placeOf(this.located, row.row, at), row,
      );
    }
  }

  /** Percent columns are judged when all of their cells are known. */
  private judgeColumns(): void {
    for (const { definition, at, percents, property } of this.found) if (percents.length > 0) this.judge(definition, at, percents, property);
    for (const { key, percent, column } of this.open?.columns ?? []) {
      const cells = this.openPercents.get(key);
      if (percent && cells) this.judge(percent, column, cells, key);
    }
  }

  private judge(column: Column, at: number, cells: readonly PercentCell[], property: string): void {
    const { tooBig, outOfRange } = judgePercents(cells, column);
    for (const cell of tooBig) this.troubles.add(percentTrouble(cell, tooBig.length), this.name, column.header, () => placeOf(this.located, cell.rowNumber, at), cell.row);
    for (const cell of outOfRange) {
      const values = (this.open && !this.found.some((own) => own.property === property) ? (cell.row as Row)[this.open.property] : cell.row) as Record<string, unknown>;
      if (!column.required) delete values[property];
      this.unread.add(unreadKey(this.name, cell.rowNumber, property));
      this.troubles.add(percentRangeTrouble(cell, column), this.name, column.header, () => placeOf(this.located, cell.rowNumber, at), cell.row);
    }
  }

  private rowNumber(index: number): number {
    return this.located.region.top + index;
  }

  private isBlankRow(cells: readonly Cell[]): boolean {
    return this.found.every(({ at }) => isBlank(cells[at])) && (this.open?.columns ?? []).every(({ column }) => isBlank(cells[column]));
  }

  private lastRow(): number {
    const { values } = this.located.region;
    let last = values.length - 1;
    while (last > this.located.headerIndex && this.isBlankRow(values[last])) last -= 1;
    return last;
  }

  /** A row of sums lacks a needed cell and says "Total"; a header repeated at a page break repeats the header. */
  private isTotalRow(cells: readonly Cell[]): boolean {
    const header = this.located.region.values[this.located.headerIndex];
    if (this.needed.length > 0 && this.needed.every((at) => !isBlank(cells[at]) && cells[at] === header[at])) return true;
    return this.needed.some((at) => isBlank(cells[at])) && cells.some((cell) => typeof cell === 'string' && isTotalWord(cell));
  }

  /** The row a template comes with, before anyone has typed into it. */
  private isExample(cells: readonly Cell[]): boolean {
    if ((this.open?.columns ?? []).some(({ column }) => !isBlank(cells[column]))) return false;
    return isExampleRow(this.name, new Map(this.found.map(({ property, at, read }) => [property, isBlank(cells[at]) ? undefined : read(cells[at], this.context).value])));
  }

  private holdsNumbers(column: number): boolean {
    const cells = this.located.region.values.slice(this.located.headerIndex + 1).map((row) => row[column]).filter((cell) => !isBlank(cell));
    return cells.length > 0 && cells.every((cell) => typeof cell === 'number');
  }
}

/** Texts of a table's first key column, for tables whose added columns are named after them. */
function keyTexts({ name, match, region, headerIndex }: Located): string[] {
  const at = match.columns.get(definitionOf(name).key[0]);
  if (at === undefined) return [];
  return region.values.slice(headerIndex + 1).flatMap((cells) => (isBlank(cells[at]) ? [] : [String(cells[at]).trim()]));
}
