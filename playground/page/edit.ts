import type { Host } from '../host/host';
import { readInput } from '../model/input';
import type { Place } from '../model/workbook';

/** What editing a cell starts with: its formula, or its value as one would type it. */
export function editText(host: Host, { sheet, area }: Place): string {
  const formula = sheet.cells.formula(area.top, area.left);
  if (formula) return formula;
  const value = sheet.cells.value(area.top, area.left);
  if (value === null) return '';
  if (typeof value === 'number' && /[dmy]/i.test(sheet.numberFormat(area.top, area.left).replace(/"[^"]*"|\[[^\]]*\]/g, '')))
    return host.text(sheet, area.top, area.left);
  if (typeof value === 'number' && sheet.numberFormat(area.top, area.left).includes('%'))
    return `${Number((value * 100).toPrecision(12))}%`;
  return typeof value === 'boolean' ? String(value).toUpperCase() : String(value);
}

/** Enters what a person typed into the first cell of a place. False when it cannot be a formula. */
export function enterText(host: Host, { sheet, area }: Place, text: string): boolean {
  const input = readInput(text, sheet.numberFormat(area.top, area.left));
  if (input.kind === 'formula' && !host.engine.parses(input.formula)) return false;
  const before = sheet.cells.value(area.top, area.left);
  sheet.enter(area.top, area.left, text);
  growTable(host, { sheet, area });
  host.edited({ sheet, area: { ...area, bottom: area.top, right: area.left } }, before, 'RangeEdited', true);
  host.calculate();
  return true;
}

/** Blanks the cells of a place, as the Delete key does. */
export function clearCells(host: Host, place: Place): void {
  place.sheet.clearContents(place.area);
  host.edited(place, undefined, 'RangeEdited', true);
  host.calculate();
}

/** Typing right under a table makes the table longer. */
function growTable(host: Host, { sheet, area }: Place): void {
  const table = sheet.tables.find(
    ({ area: own, showTotals }) => !showTotals && area.top === own.bottom + 1 && area.left >= own.left && area.left <= own.right,
  );
  if (!table) return;
  for (let column = table.area.left; column <= table.area.right; column++) {
    const style = sheet.cells.style(table.area.bottom, column);
    if (style) sheet.cells.setStyle(area.top, column, style);
  }
  table.area = { ...table.area, bottom: area.top };
  host.repaint(sheet);
}
