import { type Area, areaAt, contains, intersection, MAX_COLUMNS, MAX_ROWS } from './area';
import { Cells } from './cells';
import { readInput } from './input';
import { moveBands, moveRules, shiftArea } from './shift';
import type { Style, StyleTable } from './style';
import type { Table } from './table';
import type { Value } from './value';

/** How a column or a row is shown; sizes in points, absent means standard. */
export interface Band {
  size?: number;
  hidden?: boolean;
  /** Outline depth, 0 to 7. */
  level?: number;
  style?: number;
}

export interface Hyperlink {
  readonly address?: string;
  readonly documentReference?: string;
  readonly screenTip?: string;
  readonly textToDisplay?: string;
}

/** A rule recorded for an area, as the add-in gave it: a validation or a conditional format. */
export interface AreaRule {
  readonly id: string;
  readonly area: Area;
  readonly properties: Record<string, unknown>;
}

export type Visibility = 'Visible' | 'Hidden' | 'VeryHidden';

/** Excel's standard sizes, in points. */
export const STANDARD_WIDTH = 48;
export const STANDARD_HEIGHT = 15;

/** One worksheet: cells, bands, tables and what is fastened to areas. */
export class Sheet {
  readonly cells = new Cells();
  readonly columns = new Map<number, Band>();
  readonly rows = new Map<number, Band>();
  readonly tables: Table[] = [];
  readonly hyperlinks = new Map<string, Hyperlink>();
  validations: AreaRule[] = [];
  conditionalFormats: AreaRule[] = [];
  /** Cells whose text was typed with an apostrophe, `row,column`. */
  readonly prefixed = new Set<string>();
  /** Results that fill more than their own cell: the area by its anchor `row,column`. */
  readonly spills = new Map<string, Area>();
  /** Which anchor filled a cell. */
  readonly spilled = new Map<string, string>();
  /** Page set-up as the add-in left it. */
  readonly pageLayout: Record<string, unknown> = {};
  frozenRows = 0;
  frozenColumns = 0;
  tabColor = '';
  visibility: Visibility = 'Visible';
  showGridlines = true;
  showHeadings = true;
  protectedOptions: Record<string, unknown> | undefined;
  selection: Area = areaAt(0, 0);

  constructor(
    readonly id: string,
    public name: string,
    readonly styles: StyleTable,
  ) {}

  styleIndex(row: number, column: number): number {
    return this.cells.style(row, column) ?? this.rows.get(row)?.style ?? this.columns.get(column)?.style ?? 0;
  }

  style(row: number, column: number): Style {
    return this.styles.get(this.styleIndex(row, column));
  }

  numberFormat(row: number, column: number): string {
    return this.style(row, column).numberFormat ?? 'General';
  }

  /** Changes how the cells of an area look; whole columns and rows keep it as their default. */
  restyle(area: Area, change: (style: Style, row: number, column: number) => Style): void {
    const wholeColumns = area.top === 0 && area.bottom === MAX_ROWS - 1;
    const wholeRows = area.left === 0 && area.right === MAX_COLUMNS - 1;
    const known = new Map<number, number>();
    const next = (index: number, row: number, column: number): number => {
      if (change.length > 1) return this.styles.indexOf(change(this.styles.get(index), row, column));
      if (!known.has(index)) known.set(index, this.styles.indexOf((change as (style: Style) => Style)(this.styles.get(index))));
      return known.get(index)!;
    };
    if (wholeColumns || wholeRows) {
      this.cells.forEachStyled(area, (row, column, style) => this.cells.setStyle(row, column, next(style, row, column)));
      const bands = wholeColumns ? this.columns : this.rows;
      const [first, last] = wholeColumns ? [area.left, area.right] : [area.top, area.bottom];
      for (let k = first; k <= last; k++) this.band(bands, k).style = next(bands.get(k)?.style ?? 0, area.top, area.left);
      return;
    }
    for (let row = area.top; row <= area.bottom; row++) {
      for (let column = area.left; column <= area.right; column++) {
        this.cells.setStyle(row, column, next(this.styleIndex(row, column), row, column));
      }
    }
  }

  /** Rows without a height of their own grow with their font, as in Excel. Points. */
  fitRows(first: number, last: number, fontSize: number): void {
    if (fontSize <= 11 || last - first > 1_000) return;
    const height = Math.ceil(fontSize * 1.3);
    for (let row = first; row <= last; row++) {
      const band = this.band(this.rows, row);
      band.size = Math.max(band.size ?? STANDARD_HEIGHT, height);
    }
  }

  /** The band at an index, made when missing. */
  band(bands: Map<number, Band>, index: number): Band {
    let band = bands.get(index);
    if (!band) bands.set(index, (band = {}));
    return band;
  }

  /** Puts an entry into a cell as typing would. Returns the formula when it is one. */
  enter(row: number, column: number, entry: string | number | boolean): string | undefined {
    const format = this.numberFormat(row, column);
    const input = readInput(entry, format);
    const key = `${row},${column}`;
    this.prefixed.delete(key);
    this.spilled.delete(key);
    if (input.kind === 'formula') {
      this.cells.setFormula(row, column, input.formula);
      this.cells.setValue(row, column, null);
      return input.formula;
    }
    this.cells.setFormula(row, column, undefined);
    this.cells.setValue(row, column, input.value);
    if (input.prefixed) this.prefixed.add(key);
    if (input.format && format === 'General') this.restyle(areaAt(row, column), (style) => ({ ...style, numberFormat: input.format }));
    return undefined;
  }

  /** Sets a stored value as it is, without reading it as an entry. */
  put(row: number, column: number, value: Value): void {
    this.spilled.delete(`${row},${column}`);
    this.cells.setFormula(row, column, undefined);
    this.cells.setValue(row, column, value);
  }

  /** Blanks the cells and drops their links; looks stay. */
  clearContents(area: Area): void {
    const doomed: [number, number][] = [];
    this.cells.forEach(area, (row, column) => doomed.push([row, column]));
    for (const [row, column] of doomed) this.put(row, column, null);
    for (const key of [...this.hyperlinks.keys()]) {
      const [row, column] = key.split(',').map(Number);
      if (contains(area, areaAt(row, column))) this.hyperlinks.delete(key);
    }
  }

  clearFormats(area: Area): void {
    this.restyle(area, () => ({}));
    this.conditionalFormats = this.conditionalFormats.filter((rule) => !contains(area, rule.area));
  }

  /** Inserts or removes cells and moves what lies below (`rows`) or to the right (`columns`), tables and rules included. */
  shift(area: Area, direction: 'rows' | 'columns', insert: boolean): void {
    const rows = direction === 'rows';
    const size = rows ? area.bottom - area.top + 1 : area.right - area.left + 1;
    if (rows) this.cells.shiftRows(area.top, insert ? size : -size, area.left, Math.min(area.right, this.#lastColumn()));
    else this.cells.shiftColumns(area.left, insert ? size : -size, area.top, area.bottom);
    if (rows && area.left === 0 && area.right === MAX_COLUMNS - 1) moveBands(this.rows, area.top, size, insert);
    if (!rows && area.top === 0 && area.bottom === MAX_ROWS - 1) moveBands(this.columns, area.left, size, insert);
    const moved = (other: Area): Area | undefined => shiftArea(other, area, direction, insert);
    for (const table of this.tables) table.area = moved(table.area) ?? table.area;
    this.validations = moveRules(this.validations, moved);
    this.conditionalFormats = moveRules(this.conditionalFormats, moved);
  }

  #lastColumn(): number {
    return this.cells.usedArea(areaAt(0, 0, MAX_ROWS, MAX_COLUMNS), false)?.right ?? 0;
  }

  /** Cells in use; undefined on a blank sheet. */
  usedArea(valuesOnly = false, within: Area = areaAt(0, 0, MAX_ROWS, MAX_COLUMNS)): Area | undefined {
    return this.cells.usedArea(within, valuesOnly);
  }

  /** The table that holds a cell of `area`, if any. */
  tableAt(area: Area): Table | undefined {
    return this.tables.find((table) => intersection(table.area, area));
  }
}
