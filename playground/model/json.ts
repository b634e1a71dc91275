import { areaAt, areaAddress, MAX_COLUMNS, MAX_ROWS, parseArea } from './area';
import type { AreaRule, Band, Hyperlink, Sheet, Visibility } from './sheet';
import type { Style } from './style';
import { CellError, type ErrorCode, type Value } from './value';
import { WorkbookModel } from './workbook';

type JsonValue = null | string | number | boolean | { readonly error: ErrorCode; readonly message?: string };

interface JsonCell {
  /** Zero-based row and column. */
  readonly at: readonly [number, number];
  readonly value?: JsonValue;
  readonly formula?: string;
  /** Index into `styles`. */
  readonly style?: number;
}

interface JsonTable {
  readonly id: string;
  readonly name: string;
  readonly area: string;
  readonly style: string;
  readonly showHeaders: boolean;
  readonly showTotals: boolean;
  readonly showBandedRows: boolean;
}

export interface JsonSheet {
  readonly name: string;
  readonly cells: readonly JsonCell[];
  readonly columns: readonly (readonly [number, Band])[];
  readonly rows: readonly (readonly [number, Band])[];
  readonly tables: readonly JsonTable[];
  readonly hyperlinks: readonly (readonly [string, Hyperlink])[];
  readonly validations: readonly AreaRule[];
  readonly conditionalFormats: readonly AreaRule[];
  readonly frozen: readonly [rows: number, columns: number];
  readonly tabColor: string;
  readonly visibility: Visibility;
  readonly showGridlines: boolean;
}

/** A workbook as plain JSON: everything a reader of the workbook would see. */
export interface JsonWorkbook {
  readonly name: string;
  readonly date1904: boolean;
  readonly activeSheet: string;
  readonly styles: readonly Style[];
  readonly sheets: readonly JsonSheet[];
  readonly names: readonly { readonly name: string; readonly formula: string; readonly comment: string }[];
  readonly settings: readonly (readonly [string, unknown])[];
}

const EVERYWHERE = areaAt(0, 0, MAX_ROWS, MAX_COLUMNS);

export function workbookToJson(workbook: WorkbookModel): JsonWorkbook {
  const styles: Style[] = [];
  const sheets = workbook.sheets.map(sheetToJson);
  for (let index = 0; index < workbook.styles.size; index++) styles.push(workbook.styles.get(index));
  return {
    name: workbook.name,
    date1904: workbook.date1904,
    activeSheet: workbook.activeSheet.name,
    styles,
    sheets,
    names: [...workbook.names.values()].map(({ name, formula, comment }) => ({ name, formula, comment })),
    settings: [...workbook.settings],
  };
}

function sheetToJson(sheet: Sheet): JsonSheet {
  const cells = new Map<string, JsonCell>();
  sheet.cells.forEachStyled(EVERYWHERE, (row, column, style) => {
    if (style !== 0) cells.set(`${row},${column}`, { at: [row, column], style });
  });
  sheet.cells.forEach(EVERYWHERE, (row, column, value) => {
    const key = `${row},${column}`;
    const formula = sheet.cells.formula(row, column);
    if (sheet.spilled.has(key)) return;
    cells.set(key, { at: [row, column], ...cells.get(key), value: valueToJson(value), ...(formula && { formula }) });
  });
  return {
    name: sheet.name,
    cells: [...cells.values()],
    columns: [...sheet.columns],
    rows: [...sheet.rows],
    tables: sheet.tables.map(({ id, name, area, style, showHeaders, showTotals, showBandedRows }) => ({
      id,
      name,
      area: areaAddress(area),
      style,
      showHeaders,
      showTotals,
      showBandedRows,
    })),
    hyperlinks: [...sheet.hyperlinks],
    validations: sheet.validations,
    conditionalFormats: sheet.conditionalFormats,
    frozen: [sheet.frozenRows, sheet.frozenColumns],
    tabColor: sheet.tabColor,
    visibility: sheet.visibility,
    showGridlines: sheet.showGridlines,
  };
}

/** The workbook a JSON describes. Identities of sheets and tables are new. */
export function workbookFromJson(json: JsonWorkbook): WorkbookModel {
  const workbook = new WorkbookModel(json.sheets[0]?.name);
  workbook.name = json.name;
  workbook.date1904 = json.date1904;
  json.sheets.forEach((each, index) =>
    fillSheet(index === 0 ? workbook.activeSheet : workbook.addSheet(each.name), each, json.styles, workbook),
  );
  for (const { name, formula, comment } of json.names) workbook.setName(name, formula, comment);
  for (const [key, value] of json.settings) workbook.settings.set(key, value);
  workbook.activeSheet = workbook.findSheet(json.activeSheet) ?? workbook.sheets[0];
  return workbook;
}

function fillSheet(sheet: Sheet, json: JsonSheet, styles: readonly Style[], workbook: WorkbookModel): void {
  const styleOf = (index: number): number => workbook.styles.indexOf(styles[index] ?? {});
  for (const {
    at: [row, column],
    value,
    formula,
    style,
  } of json.cells) {
    if (value !== undefined) sheet.put(row, column, valueFromJson(value));
    if (formula) sheet.cells.setFormula(row, column, formula);
    if (style !== undefined) sheet.cells.setStyle(row, column, styleOf(style));
  }
  for (const [bands, entries] of [
    [sheet.columns, json.columns],
    [sheet.rows, json.rows],
  ] as const) {
    for (const [index, band] of entries) bands.set(index, { ...band, ...(band.style !== undefined && { style: styleOf(band.style) }) });
  }
  for (const { name, area, style, showHeaders, showTotals, showBandedRows } of json.tables) {
    const table = workbook.addTable(sheet, parseArea(area)!, name);
    Object.assign(table, { style, showHeaders, showTotals, showBandedRows });
  }
  for (const [key, link] of json.hyperlinks) sheet.hyperlinks.set(key, link);
  sheet.validations = [...json.validations];
  sheet.conditionalFormats = [...json.conditionalFormats];
  [sheet.frozenRows, sheet.frozenColumns] = json.frozen;
  Object.assign(sheet, { tabColor: json.tabColor, visibility: json.visibility, showGridlines: json.showGridlines });
}

function valueToJson(value: Value): JsonValue {
  return value instanceof CellError ? { error: value.code, ...(value.message && { message: value.message }) } : value;
}

function valueFromJson(value: JsonValue): Value {
  return typeof value === 'object' && value !== null ? new CellError(value.error, value.message) : value;
}
