import type { Area } from './area';
import type { Value } from './value';

/**
 * The cells of a sheet in layers: values and style indexes in one array per row, formulas and links sparse.
 * A hundred thousand rows of forty columns fit in memory, and blank sheets cost nothing.
 */
export class Cells {
  readonly #values: Value[][] = [];
  readonly #styles: number[][] = [];
  /** Formula text by row and column; the value beside it is its last result. */
  readonly formulas = new Map<number, Map<number, string>>();

  value(row: number, column: number): Value {
    return this.#values[row]?.[column] ?? null;
  }

  setValue(row: number, column: number, value: Value): void {
    if (value === null && !this.#values[row]) return;
    (this.#values[row] ??= [])[column] = value;
  }

  formula(row: number, column: number): string | undefined {
    return this.formulas.get(row)?.get(column);
  }

  setFormula(row: number, column: number, formula: string | undefined): void {
    if (formula !== undefined) {
      let line = this.formulas.get(row);
      if (!line) this.formulas.set(row, (line = new Map()));
      line.set(column, formula);
      return;
    }
    const line = this.formulas.get(row);
    if (line?.delete(column) && line.size === 0) this.formulas.delete(row);
  }

  /** The cell's own style index, or undefined when it follows its column. */
  style(row: number, column: number): number | undefined {
    return this.#styles[row]?.[column];
  }

  setStyle(row: number, column: number, style: number): void {
    (this.#styles[row] ??= [])[column] = style;
  }

  /** Visits each cell of `area` that has a style of its own. */
  forEachStyled(area: Area, visit: (row: number, column: number, style: number) => void): void {
    for (let row = area.top; row <= Math.min(area.bottom, this.#styles.length - 1); row++) {
      const line = this.#styles[row];
      if (!line) continue;
      for (let column = area.left; column <= Math.min(area.right, line.length - 1); column++) {
        if (line[column] !== undefined) visit(row, column, line[column]);
      }
    }
  }

  /** Visits each cell of `area` that is not blank. */
  forEach(area: Area, visit: (row: number, column: number, value: Value) => void): void {
    for (let row = area.top; row <= Math.min(area.bottom, this.#values.length - 1); row++) {
      const line = this.#values[row];
      if (!line) continue;
      for (let column = area.left; column <= Math.min(area.right, line.length - 1); column++) {
        const value = line[column] ?? null;
        if (value !== null || this.formula(row, column) !== undefined) visit(row, column, value);
      }
    }
  }

  /** The smallest area of `within` that holds every value, and every style too unless `valuesOnly`. Looks only at the ends of rows. */
  usedArea(within: Area, valuesOnly: boolean): Area | undefined {
    const bounds = new Bounds(within);
    bounds.extend(this.#values, (value) => value !== null && value !== undefined);
    for (const [row, line] of this.formulas) for (const column of line.keys()) bounds.include(row, column);
    if (!valuesOnly) bounds.extend(this.#styles, (style) => style !== undefined && style !== 0);
    return bounds.area;
  }

  /** Inserts (`count` > 0) or removes rows at `row`, inside the columns `left` to `right`; cells below move. */
  shiftRows(row: number, count: number, left: number, right: number): void {
    for (let column = left; column <= right; column++) {
      shiftColumn(this.#values, row, count, column);
      shiftColumn(this.#styles, row, count, column);
    }
    this.#shiftFormulas(
      (r, c) => (c < left || c > right || r < row ? r : count < 0 && r < row - count ? undefined : r + count),
      (c) => c,
    );
  }

  /** Inserts (`count` > 0) or removes columns at `column`, inside the rows `top` to `bottom`; cells to the right move. */
  shiftColumns(column: number, count: number, top: number, bottom: number): void {
    for (const layer of [this.#values, this.#styles] as unknown[][][]) {
      for (let row = top; row <= Math.min(bottom, layer.length - 1); row++) {
        const line = layer[row];
        if (!line || line.length <= column) continue;
        if (count < 0) line.splice(column, -count);
        else line.splice(column, 0, ...new Array(count).fill(undefined));
      }
    }
    const inside = (row: number): boolean => row >= top && row <= bottom;
    this.#shiftFormulas(
      (r, c) => (inside(r) && count < 0 && c >= column && c < column - count ? undefined : r),
      (c, r) => (inside(r) && c >= column ? c + count : c),
    );
  }

  #shiftFormulas(rowOf: (row: number, column: number) => number | undefined, columnOf: (column: number, row: number) => number): void {
    const all = [...this.formulas].flatMap(([row, line]) => [...line].map(([column, formula]) => ({ row, column, formula })));
    this.formulas.clear();
    for (const { row, column, formula } of all) {
      const to = rowOf(row, column);
      if (to !== undefined) this.setFormula(to, columnOf(column, row), formula);
    }
  }
}

/** The bounding area of the cells that count, found without visiting those between two that do. */
class Bounds {
  private top = Infinity;
  private left = Infinity;
  private bottom = -1;
  private right = -1;

  constructor(private readonly within: Area) {}

  get area(): Area | undefined {
    const { top, left, bottom, right } = this;
    return bottom < 0 ? undefined : { top, left, bottom, right };
  }

  include(row: number, column: number): void {
    const { within } = this;
    if (row < within.top || row > within.bottom || column < within.left || column > within.right) return;
    if (row < this.top) this.top = row;
    if (row > this.bottom) this.bottom = row;
    if (column < this.left) this.left = column;
    if (column > this.right) this.right = column;
  }

  /** Looks at each row from its left end to the first cell that counts, and from its right end down to what is known. */
  extend<Item>(layer: readonly (readonly Item[])[], counts: (item: Item) => boolean): void {
    const { top, left, bottom, right } = this.within;
    for (let row = top; row <= bottom && row < layer.length; row++) {
      const line = layer[row];
      if (line === undefined) continue;
      const last = Math.min(right, line.length - 1);
      let column = left;
      while (column <= last && !counts(line[column])) column++;
      if (column > last) continue;
      this.include(row, column);
      let end = last;
      while (end > this.right && !counts(line[end])) end--;
      if (end > column) this.include(row, end);
    }
  }
}

/** Moves one column of a row-major layer, from `row` down, by `count` rows; with a negative count the first cells fall out. */
function shiftColumn(layer: unknown[][], row: number, count: number, column: number): void {
  const last = layer.length - 1;
  const from = count > 0 ? last : row;
  const step = count > 0 ? -1 : 1;
  for (let r = from; count > 0 ? r >= row : r <= last; r += step) {
    const target = r + count;
    const value = layer[r]?.[column];
    if (layer[r]) layer[r][column] = undefined;
    if (target >= row && value !== undefined) (layer[target] ??= [])[column] = value;
  }
}
