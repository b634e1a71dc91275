import type { SheetContent } from '../../shared/workbook/port';
import { cellAddress } from '../../shared/workbook/address';
import type { SheetLayout } from './sheet-layout';
import { parseCellReference } from './range';
import { escapeXml } from './xml-text';

/** Most links Excel takes on one sheet. */
const MOST_LINKS = 65_530;

/** Links for cells of link columns that name a cell of a sheet of this workbook; any other text stays mere text. */
export function linksXml({ columns, rows }: SheetContent, { firstRow, left }: SheetLayout, sheets: readonly string[]): string[] {
  const known = new Set(sheets.map((name) => name.toLowerCase()));
  const links: string[] = [];
  columns.forEach((column, index) => {
    if (!column.link) return;
    rows.forEach((row, offset) => {
      const target = row[index];
      const place = typeof target === 'string' ? parseCellReference(target) : undefined;
      if (!place || !known.has(place.sheet.toLowerCase()) || links.length >= MOST_LINKS) return;
      links.push(
        `<hyperlink ref="${cellAddress(firstRow + offset, left + index)}" location="${escapeXml(target as string)}" display="${escapeXml(target as string)}"/>`,
      );
    });
  });
  return links;
}
