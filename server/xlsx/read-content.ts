import type { Cell, Region, RegionName, WorkbookContent } from '../../shared/workbook/port';
import { readBook, type SheetEntry } from '../../shared/xlsx/book-part';
import type { Package } from '../../shared/xlsx/package';
import { parseCellReference, type CellRange } from '../../shared/xlsx/range';
import { readSharedStrings } from '../../shared/xlsx/shared-strings';
import { readCells, type SheetCells } from '../../shared/xlsx/sheet-cells';
import { readTables, type TablePart } from './table-part';

/** A used range ends before a gap this wide: a lone cell far away is no part of a book, and would make the rectangle enormous. */
const COLUMN_GAP = 200;
const ROW_GAP = 10_000;

/** Reads the regions that `wanted` accepts, and the `rb_` names; sheets with neither are not unpacked. */
export async function readContent(pack: Package, wanted: (region: RegionName) => boolean): Promise<WorkbookContent> {
  const book = await readBook(pack);
  const named = namedCells(book.names);
  const regions: Region[] = [];
  const names: Record<string, Cell> = {};
  let sharedStrings: string[] | undefined;
  for (const sheet of book.sheets) {
    if (sheet.part === undefined || !pack.has(sheet.part)) continue;
    const tables = await readTables(pack, sheet.part);
    const accept = tables.filter(({ name }) => wanted({ sheet: sheet.name, table: name }));
    const whole = tables.length === 0 && wanted({ sheet: sheet.name });
    const here = named.filter((cell) => cell.sheet.toLowerCase() === sheet.name.toLowerCase());
    if (accept.length === 0 && !whole && here.length === 0) continue;
    sharedStrings ??= await readSharedStrings(pack, book);
    const merged: string[] = [];
    const cells = await readCells(pack, sheet.part, sharedStrings, merged);
    for (const { name, row, column } of here) names[name] = cells.get(row)?.[column] ?? null;
    regions.push(...accept.map((table) => tableRegion(sheet, table, cells)));
    // Excel lets nobody merge cells of a table.
    if (whole) regions.push(...usedRegion(sheet, cells).map((region) => (merged.length > 0 ? { ...region, merged } : region)));
  }
  return { regions, names, date1904: book.date1904 };
}

function namedCells(names: readonly { name: string; refersTo: string }[]): { name: string; sheet: string; row: number; column: number }[] {
  return names.flatMap(({ name, refersTo }) => {
    const cell = /^rb_/i.test(name) ? parseCellReference(refersTo) : undefined;
    return cell ? [{ name, ...cell }] : [];
  });
}

/** Header and body of a table, without its totals; a table that hides its header gives the headers it is known by. */
function tableRegion(sheet: SheetEntry, { name, range, headerRows, totalsRows, headers }: TablePart, cells: SheetCells): Region {
  const body = rectangle(cells, { ...range, top: range.top + headerRows, bottom: range.bottom - totalsRows });
  const shown = headerRows > 0 ? cells.get(range.top) : undefined;
  const header = headers.map((text, index) => shown?.[range.left + index] ?? text);
  return { sheet: sheet.name, table: name, top: range.top + headerRows - 1, left: range.left, values: [header, ...body] };
}

/** The rectangle around the cells of a sheet; none when the sheet is blank. */
function usedRegion(sheet: SheetEntry, cells: SheetCells): Region[] {
  const rows = beforeGap([...cells.keys()], ROW_GAP);
  const columns = new Set<number>();
  for (const row of rows) cells.get(row)?.forEach((_cell, column) => columns.add(column));
  const kept = beforeGap([...columns], COLUMN_GAP);
  if (rows.length === 0 || kept.length === 0) return [];
  const range = { top: rows[0], left: kept[0], bottom: rows[rows.length - 1], right: kept[kept.length - 1] };
  return [{ sheet: sheet.name, top: range.top, left: range.left, values: rectangle(cells, range) }];
}

/** The numbers in order, up to the first gap of `gap` or more. */
function beforeGap(numbers: number[], gap: number): number[] {
  const sorted = numbers.sort((a, b) => a - b);
  const end = sorted.findIndex((number, index) => index > 0 && number - sorted[index - 1] > gap);
  return end < 0 ? sorted : sorted.slice(0, end);
}

function rectangle(cells: SheetCells, { top, left, bottom, right }: CellRange): Cell[][] {
  const width = right - left + 1;
  const blank: Cell[] = new Array<Cell>(width).fill(null);
  const values: Cell[][] = [];
  for (let row = top; row <= bottom; row += 1) {
    const found = cells.get(row);
    if (!found)
      values.push(blank); // Shared: a sheet may claim a million blank rows.
    else values.push(blank.map((_none, index) => found[left + index] ?? null));
  }
  return values;
}
