import { definitionOf, settingsCatalogue, tableNames, type TableName, type Tables } from '../contract';
import { number, type Column } from '../contract/column';
import type { Setting } from '../contract/settings-catalogue';
import { inputSheet, type InputRow } from '../sample/input-sheet';
import type { Cell, SheetContent } from '../workbook/port';

/** Most rows below a header on one sheet of Excel. */
export const mostRows = 1_048_575;

/** Tables with more rows than a sheet of Excel has. */
export function tooLong(tables: Tables): TableName[] {
  return tableNames.filter((name) => (tables[name]?.length ?? 0) > mostRows);
}

/** Input sheets that hold the tables as a person would have typed them: read again, they are the same tables. */
export function tableSheets(tables: Tables): SheetContent[] {
  return tableNames.flatMap((name) => {
    const rows = tables[name];
    if (rows === undefined) return [];
    const { cells, extra } = openCells(name, rows as readonly InputRow[]);
    return [inputSheet(definitionOf(name), cells, extra)];
  });
}

interface OpenCells {
  readonly cells: readonly InputRow[];
  readonly extra: Readonly<Record<string, Column>>;
}

/** What the freely added columns of open tables hold, by table. */
const holders: Readonly<Partial<Record<TableName, string>>> = { settings: 'values', riskClasses: 'correlations', exposures: 'exposures', factorCovariance: 'covariances' };
const settings = settingsCatalogue as Readonly<Record<string, Setting>>;

/** The rows with their added columns as cells beside the others. */
function openCells(name: TableName, rows: readonly InputRow[]): OpenCells {
  const holder = holders[name];
  if (holder === undefined) return { cells: rows, extra: {} };
  const valuesOf = (row: InputRow): Readonly<Record<string, Cell>> => (row[holder] ?? {}) as unknown as Readonly<Record<string, Cell>>;
  const used = new Set(rows.flatMap((row) => Object.keys(valuesOf(row))));
  const columns = name === 'settings'
    ? Object.entries(settings).filter(([key]) => used.has(key))
    : [...used].map((key) => [key, number(key, { help: `${definitionOf(name).sheet}: ${key}.`, example: 0.5 })] as const);
  const cellOf = (key: string, value: Cell): Cell => (name === 'settings' ? settingCell(settings[key], value) : value);
  return {
    // A factor may be called as a column is; then the column's own value stands.
    cells: rows.map((row) => ({ ...Object.fromEntries(Object.entries(valuesOf(row)).map(([key, value]) => [key, cellOf(key, value)])), ...row })),
    extra: Object.fromEntries(columns),
  };
}

/** A setting as it is typed: Yes and No, basis points instead of fractions. */
function settingCell({ yesNo, scale }: Setting, value: Cell): Cell {
  if (yesNo) return value === true ? 'Yes' : 'No';
  return scale !== undefined && typeof value === 'number' ? Number((value / scale).toPrecision(12)) : value;
}
