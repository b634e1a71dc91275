import type { SheetContent } from '../../shared/workbook/port';
import { columnLook } from './rows-xml';
import type { SheetLayout } from './sheet-layout';
import type { StylesPart } from './styles-part';

/** Excel adds five pixels of margin to a width in characters; its normal character is seven wide. */
const MARGIN = 5 / 7;

/**
 * The `cols` element: widths, and outline groups folded away. On a sheet where people add rows of their own,
 * the whole column carries its format, so that an account number typed in a new row stays text.
 */
export function columnsXml({ columns, heading }: SheetContent, { left, right }: SheetLayout, styles: StylesPart): string {
  const xml = columns.map((column, index) => {
    const style = heading ? '' : ` style="${styles.cell(columnLook(column, columns[index - 1]))}"`;
    const group = column.group ? ' hidden="1" outlineLevel="1"' : '';
    const button = !column.group && columns[index - 1]?.group ? ' collapsed="1"' : '';
    return `<col min="${left + index}" max="${left + index}" width="${(column.width + MARGIN).toFixed(4)}"${style} customWidth="1"${group}${button}/>`;
  });
  // The button that unfolds a group sits on the column after it.
  if (columns.at(-1)?.group) xml.push(`<col min="${right + 1}" max="${right + 1}" width="9.7109" collapsed="1"/>`);
  return `<cols>${xml.join('')}</cols>`;
}
