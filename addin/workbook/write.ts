import type { SheetContent } from '../../shared/workbook/port';
import { typedText } from '../../shared/workbook/safe-text';
import { dressSheet } from './dress-sheet';
import { writeLinks } from './links';
import { countsFrom1904 } from './read';
import { sheetPlace } from './sheet-place';
import type { SheetPlace } from './sheet-place';
import { writeTable } from './write-table';

/** Writes each sheet in place, with events and screen updates off so that our own writing neither flickers nor counts as a change of inputs. */
export async function writeSheets(
  context: Excel.RequestContext,
  sheets: readonly SheetContent[],
  progress: (done: number, total: number) => void,
): Promise<void> {
  const date1904 = await countsFrom1904(context);
  context.runtime.enableEvents = false;
  try {
    for (const [index, content] of sheets.entries()) {
      await writeSheet(context, content, date1904);
      progress(index + 1, sheets.length);
    }
  } finally {
    context.runtime.enableEvents = true;
    await context.sync();
  }
}

async function writeSheet(context: Excel.RequestContext, content: SheetContent, date1904: boolean): Promise<void> {
  const place = await sheetPlace(context, content);
  context.application.suspendScreenUpdatingUntilNextSync();
  writeHeading(place, content);
  const { table, layout } = await writeTable(context, place, content, date1904);
  if (!place.table) await dressSheet(context, place, table, content, layout);
  await context.sync();
  await writeLinks(context, place, layout, content);
}

/** The three lines above the table, kept up to date on every write. */
function writeHeading({ worksheet, row, column }: SheetPlace, { heading }: SheetContent): void {
  if (!heading || row < 4) return;
  const lines = worksheet.getRangeByIndexes(row - 4, column, 3, 1);
  lines.numberFormat = [['@'], ['@'], ['@']];
  lines.values = [[typedText(heading.title)], [typedText(heading.status)], [typedText(heading.key)]];
}
