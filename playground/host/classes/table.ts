import { type Area, areaAt } from '../../model/area';
import { isDefinedName, type Table } from '../../model/table';
import { invalidArgument, itemAlreadyExists, itemNotFound } from '../fault';
import type { Host } from '../host';
import { EventType } from '../events';
import { readOnly, type Scalar, type Service, subject } from '../service';
import { placeOf, rangeOn } from './range-moves';
import { nameHeaders, requireFree } from './table-collection';
import { eventMethods } from './worksheet';

type Flag = 'showBandedRows' | 'showBandedColumns' | 'showFilterButton' | 'highlightFirstColumn' | 'highlightLastColumn';

const flag = (key: Flag): Scalar<Table> => ({
  get: (table) => table[key],
  set: (table, value, host) => {
    if (typeof value !== 'boolean') throw invalidArgument();
    table[key] = value;
    host.repaint(table.sheet);
  },
});

const name: Scalar<Table> = {
  get: (table) => table.name,
  set: (table, value, host) => {
    if (typeof value !== 'string' || !isDefinedName(value)) throw invalidArgument();
    const other = host.workbook.findTable(value);
    if ((other && other !== table) || host.workbook.findName(value)) throw itemAlreadyExists();
    table.name = value;
    host.outOfDate();
  },
};

const showTotals: Scalar<Table> = {
  get: (table) => table.showTotals,
  set: (table, value, host) => {
    if (value === table.showTotals) return;
    const { sheet, area } = table;
    const below = areaAt(area.bottom + 1, area.left, 1, table.columnIds.length);
    if (value === true) {
      if (sheet.usedArea(true, below)) host.workbook.shift(sheet, below, 'rows', true);
      table.area = { ...area, bottom: area.bottom + 1 };
      sheet.put(below.top, area.left, 'Total');
    } else {
      sheet.clearContents(table.totalArea!);
      table.area = { ...area, bottom: area.bottom - 1 };
    }
    table.showTotals = value === true;
    host.edited({ sheet, area: below });
  },
};

const showHeaders: Scalar<Table> = {
  get: (table) => table.showHeaders,
  set: (table, value, host) => {
    if (value === table.showHeaders) return;
    if (value === true) throw host.unknown('Table.showHeaders = true');
    table.sheet.clearContents(table.headerArea!);
    table.area = { ...table.area, top: table.area.top + 1 };
    table.showHeaders = false;
    host.edited({ sheet: table.sheet, area: table.area });
  },
};

/** A table grows or shrinks in place: same first row, headers kept, other tables untouched. */
function resize(table: Table, [newRange]: readonly unknown[], host: Host): void {
  const { sheet, area } = placeOf(newRange, table, host);
  const overlaps = area.left <= table.area.right && area.right >= table.area.left;
  if (sheet !== table.sheet || area.top !== table.area.top || !overlaps || area.bottom <= area.top) throw invalidArgument();
  requireFree(sheet.tables, area, table);
  table.area = area;
  table.fitColumns();
  nameHeaders(table);
  host.edited({ sheet, area });
}

const part = (find: (table: Table) => Area | undefined) => (table: Table) => {
  const area = find(table);
  if (!area) throw itemNotFound();
  return rangeOn(table, area);
};

/** Excel.Table. */
export const table: Service<Table> = {
  identity: ({ id }) => ({ Id: id }),
  scalars: {
    Id: readOnly(({ id }) => id),
    LegacyId: readOnly(({ id }) => id),
    Name: name,
    Style: {
      get: ({ style }) => style,
      set: (each, value, host) => {
        if (typeof value !== 'string' || !/^(|TableStyle(Light(1?\d|2[01])|Medium(1?\d|2[0-8])|Dark(\d|1[01])))$/.test(value))
          throw invalidArgument();
        each.style = value;
        host.repaint(each.sheet);
      },
    },
    ShowHeaders: showHeaders,
    ShowTotals: showTotals,
    ShowBandedRows: flag('showBandedRows'),
    ShowBandedColumns: flag('showBandedColumns'),
    ShowFilterButton: flag('showFilterButton'),
    HighlightFirstColumn: flag('highlightFirstColumn'),
    HighlightLastColumn: flag('highlightLastColumn'),
  },
  links: {
    Columns: (each) => subject('TableColumnCollection', each),
    Rows: (each) => subject('TableRowCollection', each),
    Worksheet: ({ sheet }) => subject('Worksheet', sheet),
    Sort: (each) => subject('TableSort', { place: { sheet: each.sheet, area: each.bodyArea } }),
    AutoFilter: ({ sheet }) => subject('AutoFilter', sheet),
  },
  methods: {
    GetRange: part(({ area }) => area),
    GetHeaderRowRange: part(({ headerArea }) => headerArea),
    GetDataBodyRange: part(({ bodyArea }) => bodyArea),
    GetTotalRowRange: part(({ totalArea }) => totalArea),
    Resize: resize,
    Delete: (each, _args, host) => {
      each.sheet.tables.splice(each.sheet.tables.indexOf(each), 1);
      each.sheet.clearContents(each.area);
      host.edited({ sheet: each.sheet, area: each.area });
    },
    ConvertToRange: (each, _args, host) => {
      each.sheet.tables.splice(each.sheet.tables.indexOf(each), 1);
      host.repaint(each.sheet);
      return rangeOn(each, each.area);
    },
    ClearFilters: () => undefined,
    ReapplyFilters: () => undefined,
    ...eventMethods<Table>('DataChanged', EventType.tableChanged, ({ id }) => id),
  },
};
