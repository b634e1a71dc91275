import { type Area, areaAddress, parseArea, sheetPrefix, splitSheet } from './area';
import { Sheet } from './sheet';
import { shiftArea } from './shift';
import { StyleTable } from './style';
import { Table } from './table';

/** A defined name: `formula` is `=Sheet!$A$1`, a constant, or a formula. */
export interface DefinedName {
  readonly name: string;
  formula: string;
  comment: string;
  visible: boolean;
}

export interface Place {
  readonly sheet: Sheet;
  readonly area: Area;
}

/** A workbook as Excel keeps it. Only meaning lives here; the protocol and the page build on it. */
export class WorkbookModel {
  name = 'Book1.xlsx';
  readonly styles = new StyleTable();
  readonly sheets: Sheet[] = [];
  readonly names = new Map<string, DefinedName>();
  readonly settings = new Map<string, unknown>();
  date1904 = false;
  /** Sheets can be neither added nor taken away. */
  protectedStructure = false;
  calculationMode: 'Automatic' | 'AutomaticExceptTables' | 'Manual' = 'Automatic';
  activeSheet: Sheet;
  #next = 1;

  constructor(firstSheet = 'Sheet1') {
    this.activeSheet = this.addSheet(firstSheet);
  }

  /** A fresh identity in Excel's form, `{00000000-0001-0000-0000-000000000007}`; the same steps give the same identities. */
  nextId(): string {
    return `{00000000-0001-0000-0000-${String(this.#next++).padStart(12, '0')}}`;
  }

  addSheet(name = this.#freeSheetName()): Sheet {
    const sheet = new Sheet(this.nextId(), name, this.styles);
    this.sheets.push(sheet);
    return sheet;
  }

  /** Takes a sheet out; the neighbor becomes active. Names that point into it are left with `#REF!`. */
  removeSheet(sheet: Sheet): void {
    const index = this.sheets.indexOf(sheet);
    this.sheets.splice(index, 1);
    for (const name of this.names.values()) {
      if (splitSheet(name.formula).sheet?.toLowerCase() === sheet.name.toLowerCase()) name.formula = '=#REF!';
    }
    if (this.activeSheet === sheet) this.activeSheet = this.sheets[Math.max(0, index - 1)];
  }

  #freeSheetName(): string {
    for (let n = this.sheets.length + 1; ; n++) if (!this.findSheet(`Sheet${n}`)) return `Sheet${n}`;
  }

  /** A sheet by name, case ignored, or by identity. */
  findSheet(key: string): Sheet | undefined {
    const wanted = key.toLowerCase();
    return this.sheets.find((sheet) => sheet.name.toLowerCase() === wanted || sheet.id === key);
  }

  get tables(): Table[] {
    return this.sheets.flatMap((sheet) => sheet.tables);
  }

  /** A table by name, case ignored, or by identity. */
  findTable(key: string): Table | undefined {
    const wanted = key.toLowerCase();
    return this.tables.find((table) => table.name.toLowerCase() === wanted || table.id === key);
  }

  addTable(sheet: Sheet, area: Area, name?: string): Table {
    const table = new Table(String(this.#next++), name ?? this.#freeTableName(), sheet, area);
    sheet.tables.push(table);
    return table;
  }

  #freeTableName(): string {
    for (let n = 1; ; n++) if (!this.findTable(`Table${n}`) && !this.names.has(`table${n}`)) return `Table${n}`;
  }

  findName(name: string): DefinedName | undefined {
    return this.names.get(name.toLowerCase());
  }

  setName(name: string, formula: string, comment = ''): DefinedName {
    const defined = { name, formula, comment, visible: true };
    this.names.set(name.toLowerCase(), defined);
    return defined;
  }

  /** The cells a reference means (`A1:B2`, `Sheet1!A1`, a defined name), seen from `from`; undefined when it means none. */
  findPlace(reference: string, from: Sheet = this.activeSheet): Place | undefined {
    const { sheet: sheetName, rest } = splitSheet(reference);
    const sheet = sheetName === undefined ? from : this.findSheet(sheetName);
    const area = parseArea(rest);
    if (sheet && area) return { sheet, area };
    const table = sheetName === undefined ? this.findTable(rest) : undefined;
    if (table) return { sheet: table.sheet, area: table.bodyArea };
    const name = this.findName(rest);
    return name && !sameText(splitSheet(name.formula).rest, rest) ? this.findPlace(name.formula, from) : undefined;
  }

  /** Inserts or removes cells; what lies behind them moves, and so do the names that point there. */
  shift(sheet: Sheet, area: Area, direction: 'rows' | 'columns', insert: boolean): void {
    sheet.shift(area, direction, insert);
    for (const name of this.names.values()) {
      const { sheet: at, rest } = splitSheet(name.formula);
      const target = at && this.findSheet(at) === sheet ? parseArea(rest) : undefined;
      if (!target) continue;
      const moved = shiftArea(target, area, direction, insert);
      name.formula = moved ? WorkbookModel.reference({ sheet, area: moved }) : '=#REF!';
    }
  }

  /** The formula that points at a place, `=Sheet1!$A$1:$B$2`. */
  static reference({ sheet, area }: Place): string {
    return `=${sheetPrefix(sheet.name)}!${areaAddress(area).replace(/[A-Z]+|\d+/g, '$$$&')}`;
  }
}

const sameText = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase();
