import type { Cell, ColumnKind } from '../../shared/workbook/port';
import { typedText } from '../../shared/workbook/safe-text';
import { countsFrom1904 } from './read';
import { typed } from './write-rows';

/** A value to be named, with its number format; days are ISO text. */
export interface NamedValue {
  readonly value: Cell;
  readonly format: string;
}

/** Writes each value with a label below a table, one blank row apart, and names its cell. A name that exists is pointed there. */
export async function nameCells(context: Excel.RequestContext, table: string, names: Readonly<Record<string, NamedValue>>): Promise<void> {
  const range = context.workbook.tables.getItem(table).getRange().load('rowIndex,columnIndex,rowCount');
  const existing = context.workbook.names.load('items/name');
  const date1904 = await countsFrom1904(context);
  await context.sync();
  const { worksheet } = range;
  const taken = new Map(existing.items.map((item) => [item.name.toLowerCase(), item]));
  Object.entries(names).forEach(([name, { value, format }], index) => {
    const row = range.rowIndex + range.rowCount + 1 + index;
    const label = worksheet.getRangeByIndexes(row, range.columnIndex, 1, 1);
    label.values = [[typedText(labelOf(name))]];
    const cell = worksheet.getRangeByIndexes(row, range.columnIndex + 1, 1, 1);
    cell.numberFormat = [[format]];
    cell.values = [[typed(value, kindOf(format), date1904)]];
    taken.get(name.toLowerCase())?.delete();
    context.workbook.names.add(name, cell);
  });
  await context.sync();
}

const kindOf = (format: string): ColumnKind => (format === '@' ? 'text' : format.startsWith('yyyy') ? 'date' : 'number');

/** `rb_AsOf` → `As of`. */
export function labelOf(name: string): string {
  const words = name
    .replace(/^rb_/i, '')
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
}
