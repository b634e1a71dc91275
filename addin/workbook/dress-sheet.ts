import type { SheetColumn, SheetContent } from '../../shared/workbook/port';
import type { ColumnLayout } from './columns';
import { addRules } from './rules';
import { groupColumns } from './group-columns';
import { lastRow, looks, points } from './looks';
import type { SheetPlace } from './sheet-place';
import { whereSupported } from './where-supported';

/** Height of a header of two lines, points. */
const twoLines = 32;

/** Gives a new sheet its looks: heading, widths, frozen panes, drop-downs, outline, rules, print set-up. Later writes leave them to the user. */
export async function dressSheet(
  context: Excel.RequestContext,
  place: SheetPlace,
  table: Excel.Table,
  content: SheetContent,
  layout: ColumnLayout,
): Promise<void> {
  const { worksheet, row, column } = place;
  worksheet.tabColor = content.tabColor;
  table.style = 'TableStyleLight1';
  dressHeading(worksheet, content);
  const header = worksheet.getRangeByIndexes(row, column, 1, layout.width);
  header.format.font.bold = true;
  header.format.wrapText = true;
  header.format.verticalAlignment = 'Center';
  header.format.rowHeight = twoLines;
  if (content.frozenColumns > 0) worksheet.freezePanes.freezeAt(worksheet.getRangeByIndexes(0, 0, row + 1, column + content.frozenColumns));
  else worksheet.freezePanes.freezeRows(row + 1);
  content.columns.forEach((ours, index) => {
    const below = worksheet.getRangeByIndexes(row + 1, column + index, lastRow - row, 1);
    dressColumn(worksheet.getRangeByIndexes(row, column + index, 1, 1), below, ours, content.heading === undefined);
  });
  await context.sync();
  await whereSupported(context, () => {
    groupColumns(worksheet, content.columns, column);
    setPrint(worksheet, row);
    if (content.heading) worksheet.showGridlines = false;
  });
  await whereSupported(context, () => addRules(place, content));
}

function dressHeading(worksheet: Excel.Worksheet, { heading }: SheetContent): void {
  if (!heading) return;
  const line = (row: number): Excel.RangeFont => worksheet.getRangeByIndexes(row, 0, 1, 1).format.font;
  line(0).size = 16;
  line(0).bold = true;
  line(0).color = looks.title;
  line(1).color = looks.status;
  line(2).color = looks.key;
  line(2).italic = true;
}

/** Excel's longest list source and prompt. */
const longest = 255;

/** On an input sheet a list only warns: other spellings of a choice are welcome there. */
function dressColumn(
  header: Excel.Range,
  below: Excel.Range,
  { header: text, kind, width, sticky, choices, note }: SheetColumn,
  isInput: boolean,
): void {
  const look = sticky ? looks.stickyHeader : looks.header;
  header.format.columnWidth = points(width);
  header.format.fill.color = look.fill;
  header.format.font.color = look.color;
  const list = choices ?? (kind === 'boolean' && sticky ? ['TRUE', 'FALSE'] : []);
  const source = list.join(',');
  if (list.length > 0 && source.length <= longest && !list.some((choice) => choice.includes(','))) {
    below.dataValidation.rule = { list: { inCellDropDown: true, source } };
    if (isInput)
      below.dataValidation.errorAlert = {
        showAlert: true,
        style: 'Warning',
        title: text.slice(0, 32),
        message: 'This is not one of the usual values. Keep it?',
      };
  }
  if (note) header.dataValidation.prompt = { showPrompt: true, title: text.slice(0, 32), message: note.slice(0, longest) };
}

function setPrint(worksheet: Excel.Worksheet, headerRow: number): void {
  const { pageLayout } = worksheet;
  pageLayout.orientation = 'Landscape';
  pageLayout.zoom = { horizontalFitToPages: 1 };
  pageLayout.setPrintTitleRows(`$${headerRow + 1}:$${headerRow + 1}`);
  pageLayout.headersFooters.defaultForAllPages.rightFooter = 'Page &P of &N';
}
