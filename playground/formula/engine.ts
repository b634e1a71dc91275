import FormulaParser from 'fast-formula-parser';
import { type Area, columnsOf, intersection, rowsOf } from '../model/area';
import type { Sheet } from '../model/sheet';
import { CellError, type Value } from '../model/value';
import type { WorkbookModel } from '../model/workbook';
import { broadcastOperators } from './broadcast';
import { fromParser, toParser } from './convert';
import { type Argument, nativeFunctions, nativeNames } from './native';
import { type FormulaCell, sortByPrecedence } from './precedence';
import { type Position, prepare, type Prepared, translate } from './prepare';
import { clearSpills, spill } from './spill';

/** A function an add-in defines. Until its answer arrives the cell shows `#BUSY!`. */
export interface FunctionSource {
  /** True when `name`, such as `REBAL.DRIFT`, is registered. */
  has(name: string): boolean;
  call(name: string, args: readonly Argument[], at: Position): Value | Value[][];
  /** A calculation of all formulas starts, and ends: functions that no formula called are over. */
  begin(): void;
  end(): void;
}

const own = nativeFunctions();
const names = nativeNames(own);
const { DepParser, FormulaError } = FormulaParser;

/**
 * Calculates a workbook: every formula, precedents first. There is no lasting dependency graph;
 * REBAL workbooks hold few formulas, and add-in functions are asked again only when their arguments changed.
 */
export class Engine {
  #parserMade: FormulaParser | undefined;
  #syntaxMade: InstanceType<typeof DepParser> | undefined;
  readonly #checked = new Map<string, boolean>();
  #at!: Position;

  constructor(
    private readonly workbook: WorkbookModel,
    private readonly source: FunctionSource,
  ) {}

  /** Made at the first formula: its grammar takes a while, and most workbooks of tests have none. */
  get #parser(): FormulaParser {
    return (this.#parserMade ??= this.#makeParser());
  }

  #makeParser(): FormulaParser {
    const parser = new FormulaParser({
      onCell: ({ sheet, row, col }) => toParser(this.#sheet(sheet).cells.value(row - 1, col - 1)),
      onRange: ({ sheet, from, to }) =>
        this.#range(this.#sheet(sheet), { top: from.row - 1, left: from.col - 1, bottom: to.row - 1, right: to.col - 1 }),
      functions: own as unknown as Record<string, (...args: never[]) => unknown>,
    });
    broadcastOperators(parser);
    return parser;
  }

  /** True when Excel would accept the formula as it is written. */
  parses(formula: string): boolean {
    const known = this.#checked.get(formula);
    if (known !== undefined) return known;
    const { text } = prepare(formula, { sheet: this.workbook.activeSheet, row: 0, column: 0 }, this.workbook);
    let valid = true;
    try {
      (this.#syntaxMade ??= new DepParser({})).parse(text, { row: 1, col: 1, sheet: 'S' });
    } catch {
      valid = false;
    }
    if (this.#checked.size > 5_000) this.#checked.clear();
    this.#checked.set(formula, valid);
    return valid;
  }

  /** True when a native function of that name can be calculated. */
  knows(name: string): boolean {
    return names.has(name);
  }

  /** The formula as it reads after a copy. */
  translate(formula: string, rows: number, columns: number): string {
    return translate(formula, rows, columns);
  }

  /** The value of a formula outside any cell; an array gives its first item. */
  evaluate(formula: string, sheet: Sheet): Value {
    const at = { sheet, row: 0, column: 0 };
    const result = this.#compute(prepare(formula, at, this.workbook), at);
    return Array.isArray(result) ? result[0][0] : result;
  }

  /** Calculates all formulas and lays out the results that spill. */
  recalculate(): void {
    this.source.begin();
    for (const sheet of this.workbook.sheets) clearSpills(sheet);
    const cells = this.#formulaCells();
    const order = sortByPrecedence(cells);
    for (const cell of order.sorted) this.#settle(cell);
    for (const { sheet, row, column } of order.circular) sheet.cells.setValue(row, column, 0);
    this.source.end();
  }

  #formulaCells(): FormulaCell[] {
    return this.workbook.sheets.flatMap((sheet) =>
      [...sheet.cells.formulas].flatMap(([row, line]) =>
        [...line].map(([column, formula]) => ({
          sheet,
          row,
          column,
          formula,
          prepared: prepare(formula, { sheet, row, column }, this.workbook),
        })),
      ),
    );
  }

  #settle(cell: FormulaCell): void {
    const result = this.#compute(cell.prepared, cell);
    const { sheet, row, column } = cell;
    if (!Array.isArray(result)) sheet.cells.setValue(row, column, result ?? 0);
    else spill(sheet, row, column, result);
  }

  #compute(prepared: Prepared, at: Position): Value | Value[][] {
    this.#bind(prepared.functions);
    this.#at = at;
    try {
      const result = this.#parser.parse(prepared.text, { row: at.row + 1, col: at.column + 1, sheet: at.sheet.name }, true);
      if (!Array.isArray(result)) return fromParser(result);
      const rows = (result as unknown[]).map((row) => (Array.isArray(row) ? row : [row]).map(fromParser));
      return rows.length === 1 && rows[0].length === 1 ? rows[0][0] : rows;
    } catch (cause) {
      return cause instanceof FormulaError ? fromParser(cause) : new CellError('#VALUE!');
    }
  }

  /** Gives the parser an answer for every function the formula calls; unknown ones are `#NAME?`. */
  #bind(functions: readonly string[]): void {
    for (const name of functions) {
      const plain = name.replace(/^_XLFN\./, '');
      if (names.has(plain)) continue;
      this.#parser.functions[plain] = ((...args: Argument[]) => {
        if (!this.source.has(plain)) return FormulaError.NAME;
        const answer = this.source.call(plain, args, this.#at);
        return Array.isArray(answer) ? answer.map((row) => row.map(toParser)) : toParser(answer);
      }) as (...args: never[]) => unknown;
    }
  }

  #sheet(name: string | undefined): Sheet {
    return (name === undefined ? undefined : this.workbook.findSheet(name)) ?? this.#at.sheet;
  }

  /** The values of a range; rows below the last used one are left out of whole columns. */
  #range(sheet: Sheet, area: Area): unknown[][] {
    const unbounded = rowsOf(area) > 100_000 || columnsOf(area) > 1_000;
    const { bottom, right } = unbounded
      ? (intersection(area, sheet.usedArea(true) ?? area) ?? { bottom: area.top, right: area.left })
      : area;
    const rows: unknown[][] = [];
    for (let row = area.top; row <= bottom; row++) {
      const line: unknown[] = [];
      for (let column = area.left; column <= right; column++) line.push(toParser(sheet.cells.value(row, column)));
      rows.push(line);
    }
    return rows;
  }
}
