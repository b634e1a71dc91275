import type { SheetContent } from '../../shared/workbook/port';
import { freeSheetName } from '../../shared/workbook/sheet-name';
import { readBook } from '../../shared/xlsx/book-part';
import { linkTest } from './links-xml';
import { addNewSheet } from './new-sheet';
import type { Package } from '../../shared/xlsx/package';
import { readTables, type TablePart } from './table-part';
import { updateSheet } from './update-sheet';

/**
 * Writes one sheet: into the table of ours that is there, on whatever sheet, else on a new sheet.
 * `company` names the sheets that are being written with it, which links may lead to before they exist.
 */
export async function writeSheet(pack: Package, content: SheetContent, company: readonly string[]): Promise<void> {
  const { sheets } = await readBook(pack);
  const names = sheets.map(({ name }) => name);
  const isLink = linkTest([...names, ...company]);
  const tables = await allTables(pack);
  const ours = tables.find(({ table }) => table.name.toLowerCase() === content.table.toLowerCase());
  if (ours) return updateSheet(pack, content, ours.sheetPart, ours.table, isLink);
  const id = Math.max(0, ...tables.map(({ table }) => table.id || 0)) + 1;
  return addNewSheet(pack, content, freeSheetName(content.sheet, names), id, isLink);
}

async function allTables(pack: Package): Promise<{ sheetPart: string; table: TablePart }[]> {
  const { sheets } = await readBook(pack);
  const found: { sheetPart: string; table: TablePart }[] = [];
  for (const { part } of sheets) {
    if (part === undefined || !pack.has(part)) continue;
    for (const table of await readTables(pack, part)) found.push({ sheetPart: part, table });
  }
  return found;
}
