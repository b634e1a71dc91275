import type { RegionName } from '../../shared/workbook/port';

/** A rectangle of the workbook that may hold a contract table, with its place (0-based, as Office.js counts). */
export interface RegionPlace extends RegionName {
  readonly worksheet: Excel.Worksheet;
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
  /** Header texts of a table whose header row is switched off. */
  readonly header?: readonly string[];
}

/** Every table, and the used range of each sheet that has no table; blank sheets have no region. Costs two round trips. */
export async function findRegions(
  context: Excel.RequestContext,
  wanted: (region: RegionName) => boolean,
): Promise<{ regions: RegionPlace[]; empty: boolean }> {
  const { worksheets, tables } = context.workbook;
  worksheets.load('items/name');
  tables.load('items/name,items/showHeaders,items/worksheet/name');
  await context.sync();
  const withTables = new Set(tables.items.map((table) => table.worksheet.name));
  const fromTables = tables.items
    .map((table) => ({ name: { sheet: table.worksheet.name, table: table.name }, table }))
    .filter(({ name }) => wanted(name))
    .map(({ name, table }) => loadTable(name, table));
  const plain = worksheets.items.filter(({ name }) => !withTables.has(name)).map((sheet) => loadSheet(sheet));
  await context.sync();
  const used = plain.filter(({ range }) => !range.isNullObject);
  // Each sheet by its name: a path that leads over a range is lost when an answer is too big.
  const regions = [...fromTables, ...used.filter(({ name }) => wanted(name))].map((loaded) =>
    place(loaded, worksheets.getItem(loaded.name.sheet)),
  );
  return { regions, empty: tables.items.length === 0 && used.length === 0 };
}

interface Loaded {
  readonly name: RegionName;
  readonly range: Excel.Range;
  readonly header?: Excel.TableColumnCollection;
  /** Rows of header above the range, 0 or 1. */
  readonly above: number;
}

const shape = 'rowIndex,columnIndex,rowCount,columnCount';

function loadTable(name: RegionName, table: Excel.Table): Loaded {
  const body = table.getDataBodyRange().load(shape);
  if (table.showHeaders) return { name, range: body, above: 1 };
  return { name, range: body, header: table.columns.load('items/name'), above: 0 };
}

function loadSheet(sheet: Excel.Worksheet): Loaded {
  return { name: { sheet: sheet.name }, range: sheet.getUsedRangeOrNullObject(true).load(shape), above: 0 };
}

/** A table's totals row is left out: only header and body are data. */
function place({ name, range, header, above }: Loaded, worksheet: Excel.Worksheet): RegionPlace {
  return {
    ...name,
    worksheet,
    row: range.rowIndex - above,
    column: range.columnIndex,
    rows: range.rowCount + above,
    columns: range.columnCount,
    header: header?.items.map((column) => column.name),
  };
}
