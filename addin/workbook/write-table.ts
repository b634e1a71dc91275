import type { SheetColumn, SheetContent } from '../../shared/workbook/port';
import { columnLayout } from './columns';
import type { ColumnLayout } from './columns';
import { makeRoom } from './make-room';
import { looks } from './looks';
import type { SheetPlace } from './sheet-place';
import { blocks, typed } from './write-rows';
import type { Typed } from './write-rows';

/** Fills the table of a sheet, making it when it is new. Resolves with the table's header range and body range. */
export async function writeTable(
  context: Excel.RequestContext,
  place: SheetPlace,
  content: SheetContent,
  date1904: boolean,
): Promise<{ table: Excel.Table; layout: ColumnLayout }> {
  const layout = columnLayout(content.columns, place.headers);
  // Excel keeps no table without a row.
  const rows = content.rows.length > 0 ? content.rows : [[]];
  const table = place.table ? await makeRoom(context, place, place.table, rows.length, layout.width) : undefined;
  setFormats(place, content, layout, rows.length);
  for (const { at, ours } of layout.runs) {
    const header = place.worksheet.getRangeByIndexes(place.row, place.column + at, 1, ours.length);
    header.values = [ours.map((index) => content.columns[index].header)];
    const cells = rows.map((row) => ours.map((index) => typed(row[index] ?? null, content.columns[index].kind, date1904)));
    await writeBlocks(context, place, at, cells);
  }
  if (table) return { table, layout };
  const made = place.worksheet.tables.add(place.worksheet.getRangeByIndexes(place.row, place.column, rows.length + 1, layout.width), true);
  made.name = content.table;
  return { table: made, layout };
}

/** Formats go before values: a text column must be text when its first digit arrives. */
function setFormats({ worksheet, row, column }: SheetPlace, { columns }: SheetContent, { runs }: ColumnLayout, rows: number): void {
  for (const { at, ours } of runs) {
    worksheet.getRangeByIndexes(row, column + at, 1, ours.length).numberFormat = [ours.map(() => '@')];
    ours.forEach((index, offset) => {
      const { kind, format, sticky } = columns[index];
      const cells = worksheet.getRangeByIndexes(row + 1, column + at + offset, rows, 1);
      // One format for all cells: Office.js takes a single value, although its typings ask for a matrix.
      cells.numberFormat = formatOf(kind, format) as unknown as string[][];
      if (!sticky) return;
      cells.format.font.color = looks.sticky.color;
      cells.format.fill.color = looks.sticky.fill;
    });
  }
}

/** Text columns are text; others never are, or Excel would store their numbers and TRUE as text. */
function formatOf(kind: SheetColumn['kind'], format: string): string {
  if (kind === 'text') return '@';
  return format === '@' ? 'General' : format;
}

async function writeBlocks(
  context: Excel.RequestContext,
  { worksheet, row, column }: SheetPlace,
  at: number,
  cells: readonly (readonly Typed[])[],
): Promise<void> {
  for (const block of blocks(cells)) {
    const range = worksheet.getRangeByIndexes(row + 1 + block.first, column + at, block.rows.length, block.rows[0].length);
    range.values = block.rows;
    // eslint-disable-next-line office-addins/no-context-sync-in-loop -- each block is a request of its own, by its size
    await context.sync();
    range.untrack();
  }
}
