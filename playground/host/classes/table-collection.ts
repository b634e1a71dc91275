import { type Area, areaAt, intersection, isOnSheet } from '../../model/area';
import type { Table } from '../../model/table';
import { toWire } from '../../model/value';
import type { Place } from '../../model/workbook';
import { invalidArgument, itemNotFound } from '../fault';
import type { Host } from '../host';
import { EventType, WORKBOOK_TARGET } from '../events';
import { readOnly, type Service, subject, type TableScope } from '../service';
import { placeOf } from './range-moves';
import { eventMethods } from './worksheet';

const tablesOf = ({ workbook, sheet }: TableScope): readonly Table[] => sheet?.tables ?? workbook.tables;

const find = (tables: readonly Table[], key: unknown) => {
  const wanted = String(key).toLowerCase();
  const table = tables.find((each) => each.name.toLowerCase() === wanted || each.id === String(key));
  return table ? subject('Table', table) : null;
};

/** Excel.TableCollection of the workbook or of one sheet. */
export const tableCollection: Service<TableScope> = {
  scalars: { Count: readOnly((scope) => tablesOf(scope).length) },
  items: (scope) => tablesOf(scope).map((table) => subject('Table', table)),
  item: (scope, key) => find(tablesOf(scope), key),
  methods: {
    Add: (scope, [address, hasHeaders], host) => {
      const from = { sheet: scope.sheet ?? scope.workbook.activeSheet };
      return subject('Table', addTable(placeOf(address, from, host), hasHeaders === true, host));
    },
    ...eventMethods('DataChanged', EventType.tableChanged, () => WORKBOOK_TARGET),
  },
};

/** Excel.TableScopedCollection: the tables that touch a range. */
export const tableScopedCollection: Service<Place> = {
  items: (place) => touching(place).map((table) => subject('Table', table)),
  item: (place, key) => find(touching(place), key),
  methods: {
    GetFirst: (place) => {
      const [table] = touching(place);
      if (!table) throw itemNotFound();
      return subject('Table', table);
    },
  },
};

const touching = ({ sheet, area }: Place): Table[] => sheet.tables.filter((table) => intersection(table.area, area));

/** Makes a table of an area; without headers a row `Column1…` is put above the data, which moves down. */
function addTable({ sheet, area }: Place, hasHeaders: boolean, host: Host): Table {
  requireFree(sheet.tables, area);
  if (!hasHeaders) host.workbook.shift(sheet, { ...area, bottom: area.top }, 'rows', true);
  const whole: Area = hasHeaders ? withBody(area) : { ...area, bottom: area.bottom + 1 };
  if (!isOnSheet(whole)) throw invalidArgument();
  const table = host.workbook.addTable(sheet, whole);
  nameHeaders(table);
  host.edited({ sheet, area: whole });
  return table;
}

/** A table keeps at least one row under its header. */
const withBody = (area: Area): Area => (area.top === area.bottom ? { ...area, bottom: area.bottom + 1 } : area);

/** A table may not overlap another. */
export function requireFree(tables: readonly Table[], area: Area, self?: Table): void {
  if (tables.some((table) => table !== self && intersection(table.area, area)))
    throw invalidArgument("A table can't overlap another table.");
}

/** Header cells are unique texts: blanks become `Column1`, repeats get a number, numbers become text. */
export function nameHeaders(table: Table): void {
  if (!table.showHeaders) return;
  const { sheet, area } = table;
  const taken = new Set<string>();
  for (let column = area.left; column <= area.right; column++) {
    const own = String(toWire(sheet.cells.value(area.top, column)));
    let name = own || `Column${column - area.left + 1}`;
    for (let n = 2; taken.has(name.toLowerCase()); n++) name = `${own || 'Column'}${n}`;
    taken.add(name.toLowerCase());
    if (sheet.cells.value(area.top, column) !== name) sheet.put(area.top, column, name);
  }
}

/** The header, body and totals cells of one column. */
export function columnArea(table: Table, id: number, part: 'whole' | 'body' | 'header' | 'total'): Area {
  const left = table.area.left + table.columnIds.indexOf(id);
  const rows = { whole: table.area, body: table.bodyArea, header: table.headerArea, total: table.totalArea }[part];
  if (!rows) throw itemNotFound();
  return areaAt(rows.top, left, rows.bottom - rows.top + 1);
}
