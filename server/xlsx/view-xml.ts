import { cellAddress } from '../../shared/workbook/address';
import type { SheetContent } from '../../shared/workbook/port';
import { argb } from './cell-look';
import type { SheetLayout } from './sheet-layout';
import { escapeXml } from '../../shared/xlsx/xml-text';

/** The tab's color and "fit to page". */
export function propertiesXml({ tabColor }: SheetContent): string {
  return `<sheetPr><tabColor rgb="${argb(tabColor)}"/><pageSetUpPr fitToPage="1"/></sheetPr>`;
}

/** The header and the key columns stay in view; gridlines are left to the table. */
export function viewXml({ frozenColumns, heading }: SheetContent, { headerRow, firstRow }: SheetLayout, selected: boolean): string {
  const first = cellAddress(firstRow, frozenColumns + 1);
  const pane = frozenColumns > 0 ? 'bottomRight' : 'bottomLeft';
  const split = frozenColumns > 0 ? `xSplit="${frozenColumns}" ` : '';
  const others = frozenColumns > 0 ? '<selection pane="topRight"/><selection pane="bottomLeft"/>' : '';
  return (
    `<sheetViews><sheetView${heading ? ' showGridLines="0"' : ''}${selected ? ' tabSelected="1"' : ''} workbookViewId="0">` +
    `<pane ${split}ySplit="${headerRow}" topLeftCell="${first}" activePane="${pane}" state="frozen"/>` +
    `${others}<selection pane="${pane}" activeCell="${first}" sqref="${first}"/></sheetView></sheetViews>`
  );
}

export function formatXml({ columns }: SheetContent): string {
  return `<sheetFormatPr defaultRowHeight="15"${columns.some(({ group }) => group) ? ' outlineLevelCol="1"' : ''}/>`;
}

/** Landscape, one page wide, with the sheet, its status and the page number at the foot. */
export function pageXml({ sheet, heading }: SheetContent): string {
  const foot = `&L${footText(heading?.title ?? sheet, 60)}&C${footText(heading?.status ?? '', 120)}&RPage &P of &N`;
  return (
    '<pageMargins left="0.5" right="0.5" top="0.6" bottom="0.75" header="0.3" footer="0.3"/>' +
    '<pageSetup orientation="landscape" fitToHeight="0"/>' +
    `<headerFooter><oddFooter>${escapeXml(foot)}</oddFooter></headerFooter>`
  );
}

/** `&` starts a code in a footer, so it is doubled; a footer holds 255 characters in all. */
function footText(text: string, length: number): string {
  return text
    .slice(0, length)
    .replace(/&/g, '&&')
    .slice(0, length + 10);
}
