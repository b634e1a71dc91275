import { type Area, areaAt } from '../model/area';
import type { Table } from '../model/table';
import type { Place, WorkbookModel } from '../model/workbook';

/** The cells a structured reference means, `rb_Lots[Cost]`, `rb_Lots[[#Headers],[A]:[C]]`, `[@Cost]`; undefined when it means none. */
export function findTablePlace(
  reference: string,
  workbook: WorkbookModel,
  at: { sheet: Place['sheet']; row: number; column: number },
): Place | undefined {
  const open = reference.indexOf('[');
  const name = reference.slice(0, open);
  const table = name ? workbook.findTable(name) : at.sheet.tableAt(areaAt(at.row, at.column));
  if (!table) return undefined;
  const { items, columns } = parseSpecifier(reference.slice(open + 1, -1));
  const rows = rowsOf(table, items, at.row);
  const across = columnsOf(table, columns);
  return rows && across ? { sheet: table.sheet, area: { ...rows, left: across[0], right: across[1] } } : undefined;
}

/** Splits what stands between the outer brackets into `#Items` and column names. */
function parseSpecifier(text: string): { items: string[]; columns: string[] } {
  const parts = text.includes('[') ? [...text.matchAll(/\[((?:[^[\]']|'.)*)\]/g)].map((match) => match[1]) : [text];
  const thisRow = /^\s*@/.test(text);
  const words = (thisRow && !text.includes('[') ? [text.trim().slice(1)] : parts).map((part) => part.trim()).filter(Boolean);
  return {
    items: [...(thisRow ? ['#this row'] : []), ...words.filter((word) => word.startsWith('#')).map((word) => word.toLowerCase())],
    columns: words.filter((word) => !word.startsWith('#')).map((word) => word.replace(/'(.)/g, '$1')),
  };
}

function rowsOf(table: Table, items: readonly string[], row: number): Area | undefined {
  const { area, headerArea, bodyArea, totalArea } = table;
  if (items.includes('#this row'))
    return row >= bodyArea.top && row <= bodyArea.bottom ? { ...bodyArea, top: row, bottom: row } : undefined;
  if (items.includes('#all')) return area;
  const parts = [
    items.includes('#headers') ? headerArea : undefined,
    items.length === 0 || items.includes('#data') ? bodyArea : undefined,
    items.includes('#totals') ? totalArea : undefined,
  ].filter((part) => part !== undefined);
  return parts.length === 0 ? undefined : { ...area, top: parts[0].top, bottom: parts[parts.length - 1].bottom };
}

function columnsOf(table: Table, columns: readonly string[]): [number, number] | undefined {
  const { left, right } = table.area;
  if (columns.length === 0) return [left, right];
  const names = table.columnNames().map((name) => name.toLowerCase());
  const indexes = columns.map((column) => names.indexOf(column.toLowerCase()));
  return indexes.includes(-1) ? undefined : [left + Math.min(...indexes), left + Math.max(...indexes)];
}
