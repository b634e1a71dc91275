import { quoteSheet } from '../../shared/workbook/address';
import type { SheetContent } from '../../shared/workbook/port';
import { looksLikeFormula } from '../../shared/workbook/safe-text';
import type { ColumnLayout } from './columns';
import type { SheetPlace } from './sheet-place';

/** Excel allows 65,530 links on a sheet; beyond this many rows nobody presses them one by one. */
const mostLinks = 2_000;

/** Links in one request. */
const linksPerRequest = 500;

/** Makes `Sheet!A1` cells of link columns press-able. References stay inside the workbook. */
export async function writeLinks(
  context: Excel.RequestContext,
  { worksheet, row, column }: SheetPlace,
  { runs }: ColumnLayout,
  content: SheetContent,
): Promise<void> {
  const links = runs
    .flatMap(({ at, ours }) => ours.map((index, offset) => ({ index, at: at + offset })))
    .filter(({ index }) => content.columns[index].link);
  let asked = 0;
  for (const { index, at } of links) {
    for (const [line, cells] of content.rows.slice(0, mostLinks).entries()) {
      const target = linkTarget(cells[index]);
      if (!target) continue;
      const cell = worksheet.getRangeByIndexes(row + 1 + line, column + at, 1, 1);
      cell.hyperlink = { documentReference: target, textToDisplay: String(cells[index]) };
      asked += 1;
      // eslint-disable-next-line office-addins/no-context-sync-in-loop -- each block is a request of its own, of many links
      if (asked % linksPerRequest === 0) await context.sync();
    }
  }
  await context.sync();
}

/** `Asset classes!D7` → `'Asset classes'!D7`; undefined for text that is not a place, and for one that Excel could take for a formula. */
export function linkTarget(text: unknown): string | undefined {
  const match = typeof text === 'string' ? /^'?(.+?)'?!(\$?[A-Z]{1,3}\$?[1-9]\d{0,6})$/.exec(text) : null;
  return match && !looksLikeFormula(match[1]) ? `${quoteSheet(match[1].replace(/''/g, "'"))}!${match[2]}` : undefined;
}
