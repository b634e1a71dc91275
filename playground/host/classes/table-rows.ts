import { type Area, areaAt, columnsOf, rowsOf } from '../../model/area';
import type { Table } from '../../model/table';
import { toWire } from '../../model/value';
import { invalidArgument } from '../fault';
import type { Host } from '../host';
import { isSubject, readOnly, type RowOf, type Service, subject } from '../service';
import { checkSize, readMatrix, writeMatrix } from './matrix';
import { rangeOn } from './range-moves';

const count = (table: Table): number => rowsOf(table.bodyArea);

const rowArea = ({ table, index }: RowOf): Area => {
  const body = table.bodyArea;
  if (index < 0 || index >= rowsOf(body)) throw invalidArgument();
  return areaAt(body.top + index, body.left, 1, columnsOf(body));
};

/** Excel.TableRowCollection. */
export const tableRowCollection: Service<Table> = {
  scalars: { Count: readOnly(count) },
  items: (table) => Array.from({ length: count(table) }, (_, index) => subject('TableRow', { table, index })),
  methods: {
    Add: addRows,
    GetItemAt: (table, [index]) => {
      const row = { table, index: index as number };
      rowArea(row);
      return subject('TableRow', row);
    },
    DeleteRowsAt: (table, [index, size], host) => removeRows(table, index as number, (size as number | undefined) ?? 1, host),
    DeleteRows: (table, [rows], host) => {
      const indexes = (rows as unknown[]).map((row) => (isSubject(row) && row.kind === 'TableRow' ? row.state.index : (row as number)));
      for (const index of indexes.sort((a, b) => b - a)) removeRows(table, index, 1, host);
    },
  },
};

function addRows(table: Table, [position, values]: readonly unknown[], host: Host) {
  const rows = Array.isArray(values) ? (Array.isArray(values[0]) ? values : [values]) : [];
  const size = Math.max(1, rows.length);
  const index = position === undefined || position === null || position === -1 ? count(table) : (position as number);
  if (!Number.isInteger(index) || index < 0 || index > count(table)) throw invalidArgument();
  const { sheet } = table;
  const at = areaAt(table.bodyArea.top + index, table.area.left, size, table.columnIds.length);
  if (rows.length > 0) checkSize(at, rows);
  const end = table.bodyArea.bottom;
  const bottom = table.area.bottom;
  const inside = index < count(table) || table.showTotals;
  if (inside || sheet.usedArea(true, at)) host.workbook.shift(sheet, at, 'rows', true);
  table.area = { ...table.area, bottom: bottom + size };
  inheritLooks(table, at, end);
  writeMatrix(at, rows.length > 0 ? rows : null, (row, column, item) => sheet.enter(row, column, item as string));
  host.edited({ sheet, area: at }, undefined, 'RowInserted');
  return subject('TableRow', { table, index });
}

/** New rows look like the last row of the table. */
function inheritLooks({ sheet }: Table, area: Area, from: number): void {
  for (let column = area.left; column <= area.right; column++) {
    const style = sheet.styleIndex(from, column);
    for (let row = area.top; style !== 0 && row <= area.bottom; row++) sheet.cells.setStyle(row, column, style);
  }
}

/** Removes rows; the last one is only emptied, as a table keeps one row. */
function removeRows(table: Table, index: number, size: number, host: Host): void {
  const total = count(table);
  if (!Number.isInteger(index) || !Number.isInteger(size) || index < 0 || size < 1 || index + size > total) throw invalidArgument();
  const { sheet } = table;
  const area = areaAt(table.bodyArea.top + index, table.area.left, size, table.columnIds.length);
  if (size === total) {
    sheet.clearContents(area);
    const rest = areaAt(area.top + 1, area.left, size - 1, table.columnIds.length);
    if (size > 1) host.workbook.shift(sheet, rest, 'rows', false);
  } else {
    host.workbook.shift(sheet, area, 'rows', false);
  }
  host.edited({ sheet, area }, undefined, 'RowDeleted');
}

/** Excel.TableRow, known by its place in the table. */
export const tableRow: Service<RowOf> = {
  identity: ({ index }) => ({ Index: index }),
  scalars: {
    Index: readOnly(({ index }) => index),
    Values: {
      get: (row, host) => {
        host.calculate();
        return readMatrix(rowArea(row), (r, column) => toWire(row.table.sheet.cells.value(r, column)));
      },
      set: (row, value, host) => {
        const area = rowArea(row);
        writeMatrix(area, value, (r, column, item) => row.table.sheet.enter(r, column, item as string));
        host.edited({ sheet: row.table.sheet, area });
      },
    },
  },
  methods: {
    Delete: ({ table, index }, _args, host) => removeRows(table, index, 1, host),
    GetRange: (row) => rangeOn(row.table, rowArea(row)),
  },
};
