import type { Cell, SheetContent } from '../../shared/workbook/port';
import { cellAddress } from '../../shared/workbook/address';
import type { SheetLayout } from './sheet-layout';
import { parseCellReference } from '../../shared/xlsx/range';
import { escapeXml } from '../../shared/xlsx/xml-text';

/** Most links Excel takes on one sheet. */
const MOST_LINKS = 65_530;

/** Says whether a text names a cell of a sheet of this workbook, the only thing we ever link to. */
export type LinkTest = (text: Cell) => text is string;

export function linkTest(sheets: readonly string[]): LinkTest {
  const known = new Set(sheets.map((name) => name.toLowerCase()));
  return (text): text is string => {
    const place = typeof text === 'string' ? parseCellReference(text) : undefined;
    return place !== undefined && known.has(place.sheet.toLowerCase());
  };
}

/** Links for the cells of link columns that name a cell; any other text stays mere text. */
export function linksXml({ columns, rows }: SheetContent, { firstRow, left }: SheetLayout, isLink: LinkTest): string[] {
  const links: string[] = [];
  columns.forEach((column, index) => {
    if (!column.link) return;
    rows.forEach((row, offset) => {
      const target = row[index];
      if (!isLink(target) || links.length >= MOST_LINKS) return;
      const place = escapeXml(target);
      links.push(`<hyperlink ref="${cellAddress(firstRow + offset, left + index)}" location="${place}" display="${place}"/>`);
    });
  });
  return links;
}
