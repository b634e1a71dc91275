import { cellAddress } from '../../shared/workbook/address';
import type { SheetColumn, SheetContent } from '../../shared/workbook/port';
import { formatRange } from '../../shared/xlsx/range';
import type { SheetLayout } from './sheet-layout';
import { escapeXml } from '../../shared/xlsx/xml-text';

/** What Excel takes at most (ECMA-376 18.3.1.32 and Excel's own limits). */
const LONGEST_LIST = 255;
const LONGEST_PROMPT_TITLE = 32;
const LONGEST_PROMPT = 255;
const LAST_ROW = 1_048_576;

/** Drop-down lists for columns with choices, and help shown when a header is selected. */
export function validationsXml(content: SheetContent, layout: SheetLayout): string[] {
  const lists = content.columns.map((column, index) => listXml(content, column, layout.left + index, layout));
  const notes = content.columns.map((column, index) => noteXml(column, layout.left + index, layout));
  return [...lists, ...notes].filter((xml) => xml !== '');
}

/** On an input sheet the list reaches to the last row, and warns only: other spellings of a choice are welcome there. */
function listXml({ heading }: SheetContent, column: SheetColumn, index: number, { firstRow, lastRow }: SheetLayout): string {
  const choices = column.choices ?? (column.kind === 'boolean' && column.sticky ? ['TRUE', 'FALSE'] : []);
  const formula = `"${choices.join(',').replace(/"/g, '""')}"`;
  if (choices.length === 0 || formula.length > LONGEST_LIST || choices.some((choice) => choice.includes(','))) return '';
  const sqref = formatRange({ top: firstRow, bottom: heading ? lastRow : LAST_ROW, left: index, right: index });
  const style = heading ? '' : ' errorStyle="warning"';
  return `<dataValidation type="list"${style} allowBlank="1" showErrorMessage="1" sqref="${sqref}"><formula1>${escapeXml(formula)}</formula1></dataValidation>`;
}

function noteXml({ header, note }: SheetColumn, index: number, { headerRow }: SheetLayout): string {
  if (!note) return '';
  const title = escapeXml(header.slice(0, LONGEST_PROMPT_TITLE));
  const prompt = escapeXml(note.slice(0, LONGEST_PROMPT));
  return `<dataValidation allowBlank="1" showInputMessage="1" promptTitle="${title}" prompt="${prompt}" sqref="${cellAddress(headerRow, index)}"/>`;
}
