import { type Area, areaAt } from '../../model/area';
import type { Table } from '../../model/table';
import { toWire } from '../../model/value';
import { invalidArgument, invalidOperation } from '../fault';
import type { Host } from '../host';
import { type ColumnOf, readOnly, type Service, subject } from '../service';
import { readMatrix, writeMatrix } from './matrix';
import { rangeOn } from './range-moves';
import { columnArea, nameHeaders } from './table-collection';

const find = (table: Table, key: unknown) => {
  const names = table.columnNames();
  const index =
    typeof key === 'number' ? table.columnIds.indexOf(key) : names.findIndex((each) => each.toLowerCase() === String(key).toLowerCase());
  return index < 0 ? null : subject('TableColumn', { table, id: table.columnIds[index] });
};

/** Excel.TableColumnCollection. */
export const tableColumnCollection: Service<Table> = {
  scalars: { Count: readOnly((table) => table.columnIds.length) },
  items: (table) => table.columnIds.map((id) => subject('TableColumn', { table, id })),
  item: find,
  methods: { Add: addColumn },
};

function addColumn(table: Table, [position, values, name]: readonly unknown[], host: Host) {
  const count = table.columnIds.length;
  const index = position === undefined || position === null || position === -1 ? count : (position as number);
  if (!Number.isInteger(index) || index < 0 || index > count) throw invalidArgument();
  const { sheet, area } = table;
  const strip: Area = { ...area, left: area.left + index, right: area.left + index };
  if (index < count || sheet.usedArea(true, strip)) host.workbook.shift(sheet, strip, 'columns', true);
  table.area = { ...area, right: area.right + 1 };
  table.insertColumnId(index);
  table.fitColumns();
  if (values !== undefined && values !== null) enter(strip, values, table, host);
  if (typeof name === 'string') sheet.put(area.top, strip.left, name);
  nameHeaders(table);
  host.edited({ sheet, area: strip });
  return subject('TableColumn', { table, id: table.columnIds[index] });
}

function enter(area: Area, values: unknown, { sheet }: Table, host: Host): void {
  writeMatrix(area, values, (row, column, item) => {
    const formula = sheet.enter(row, column, item as string | number | boolean);
    if (formula !== undefined && !host.engine.parses(formula)) throw invalidArgument();
  });
}

function remove({ table, id }: ColumnOf, _args: readonly unknown[], host: Host): void {
  if (table.columnIds.length === 1) throw invalidOperation();
  const area = columnArea(table, id, 'whole');
  table.columnIds.splice(table.columnIds.indexOf(id), 1);
  host.workbook.shift(table.sheet, area, 'columns', false);
  host.edited({ sheet: table.sheet, area });
}

const part =
  (which: 'whole' | 'body' | 'header' | 'total') =>
  ({ table, id }: ColumnOf) =>
    rangeOn(table, columnArea(table, id, which));

/** Excel.TableColumn. */
export const tableColumn: Service<ColumnOf> = {
  identity: ({ id }) => ({ Id: id }),
  scalars: {
    Id: readOnly(({ id }) => id),
    Index: readOnly(({ table, id }) => table.columnIds.indexOf(id)),
    Name: {
      get: ({ table, id }) => table.columnNames()[table.columnIds.indexOf(id)],
      set: ({ table, id }, value, host) => {
        if (typeof value !== 'string' || value === '') throw invalidArgument();
        const { top, left } = columnArea(table, id, 'header');
        table.sheet.put(top, left, value);
        nameHeaders(table);
        host.edited({ sheet: table.sheet, area: areaAt(top, left) });
      },
    },
    Values: {
      get: ({ table, id }, host) => {
        host.calculate();
        return readMatrix(columnArea(table, id, 'whole'), (row, column) => toWire(table.sheet.cells.value(row, column)));
      },
      set: ({ table, id }, value, host) => {
        const area = columnArea(table, id, 'whole');
        enter(area, value, table, host);
        host.edited({ sheet: table.sheet, area });
      },
    },
  },
  links: { Filter: (column) => subject('Filter', column) },
  methods: {
    Delete: remove,
    GetRange: part('whole'),
    GetDataBodyRange: part('body'),
    GetHeaderRowRange: part('header'),
    GetTotalRowRange: part('total'),
  },
};

/** Excel.Filter: filters are accepted only to be cleared. */
export const filter: Service<ColumnOf> = { methods: { Clear: () => undefined } };
