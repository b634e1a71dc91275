import { areaAt, MAX_COLUMNS, MAX_ROWS } from '../../model/area';
import type { Sheet, Visibility } from '../../model/sheet';
import { invalidArgument, invalidOperation, itemAlreadyExists, itemNotFound } from '../fault';
import type { Host } from '../host';
import { EventType } from '../events';
import { type Found, readOnly, type Scalar, type Service, subject } from '../service';
import { readColor } from './range-format';
import { rangeOn } from './range-moves';

/** Excel's rules for sheet names. */
export function requireSheetName(name: unknown, host: Host, self?: Sheet): string {
  const valid =
    typeof name === 'string' &&
    name.length > 0 &&
    name.length <= 31 &&
    !/[:\\/?*[\]]/.test(name) &&
    !name.startsWith("'") &&
    !name.endsWith("'") &&
    name.toLowerCase() !== 'history';
  if (!valid) throw invalidArgument();
  const other = host.workbook.sheets.find((sheet) => sheet.name.toLowerCase() === name.toLowerCase());
  if (other && other !== self) throw itemAlreadyExists();
  return name;
}

function toggled(get: (sheet: Sheet) => boolean, set: (sheet: Sheet, value: boolean) => void): Scalar<Sheet> {
  return {
    get,
    set: (sheet, value, host) => {
      if (typeof value !== 'boolean') throw invalidArgument();
      set(sheet, value);
      host.repaint(sheet);
    },
  };
}

const gridlines = toggled(
  (sheet) => sheet.showGridlines,
  (sheet, value) => {
    sheet.showGridlines = value;
  },
);
const headings = toggled(
  (sheet) => sheet.showHeadings,
  (sheet, value) => {
    sheet.showHeadings = value;
  },
);

const visibility: Scalar<Sheet> = {
  get: (sheet) => sheet.visibility,
  set: (sheet, value, host) => {
    if (value !== 'Visible' && value !== 'Hidden' && value !== 'VeryHidden') throw invalidArgument();
    requireAnotherVisible(sheet, value, host);
    sheet.visibility = value;
    if (value !== 'Visible' && host.workbook.activeSheet === sheet) host.activate(firstVisible(host));
    host.repaint(sheet);
  },
};

const firstVisible = (host: Host): Sheet => host.workbook.sheets.find((sheet) => sheet.visibility === 'Visible') ?? host.workbook.sheets[0];

function requireAnotherVisible(sheet: Sheet, next: Visibility | 'Gone', host: Host): void {
  const others = host.workbook.sheets.some((other) => other !== sheet && other.visibility === 'Visible');
  if (next !== 'Visible' && !others) throw invalidOperation('A workbook must contain at least one visible worksheet.');
}

const position: Scalar<Sheet> = {
  get: (sheet, host) => host.workbook.sheets.indexOf(sheet),
  set: (sheet, value, host) => {
    const { sheets } = host.workbook;
    if (!Number.isInteger(value) || (value as number) < 0 || (value as number) >= sheets.length) throw invalidArgument();
    sheets.splice(sheets.indexOf(sheet), 1);
    sheets.splice(value as number, 0, sheet);
    host.repaint(sheet);
  },
};

const usedRange = (sheet: Sheet, [valuesOnly]: readonly unknown[], host: Host): Found => {
  host.calculate();
  const area = sheet.usedArea(valuesOnly === true);
  return area ? rangeOn({ sheet }, area) : null;
};

function getRange(sheet: Sheet, [address]: readonly unknown[], host: Host): Found {
  if (address === undefined || address === null || address === '') return rangeOn({ sheet }, areaAt(0, 0, MAX_ROWS, MAX_COLUMNS));
  const place = typeof address === 'string' ? host.workbook.findPlace(address, sheet) : undefined;
  if (!place || place.sheet !== sheet) throw invalidArgument();
  return subject('Range', place);
}

function neighbor(step: 1 | -1) {
  return (sheet: Sheet, [visibleOnly]: readonly unknown[], host: Host): Found => {
    const { sheets } = host.workbook;
    for (let index = sheets.indexOf(sheet) + step; sheets[index]; index += step) {
      if (!visibleOnly || sheets[index].visibility === 'Visible') return subject('Worksheet', sheets[index]);
    }
    return null;
  };
}

const required =
  (find: (sheet: Sheet, args: readonly unknown[], host: Host) => Found) =>
  (sheet: Sheet, args: readonly unknown[], host: Host): Found => {
    const found = find(sheet, args, host);
    if (!found) throw itemNotFound();
    return found;
  };

/** `_Register…Event` and `_Unregister…Event` of one event. */
export function eventMethods<State>(
  name: string,
  type: number,
  target: (state: State) => string,
): Record<string, (state: State, args: readonly unknown[], host: Host) => void> {
  return {
    [`_Register${name}Event`]: (state, _args, host) => host.events.register(type, target(state)),
    [`_Unregister${name}Event`]: (state, _args, host) => host.events.unregister(type, target(state)),
  };
}

const ownId = (sheet: Sheet): string => sheet.id;

/** Excel.Worksheet. */
export const worksheet: Service<Sheet> = {
  identity: (sheet) => ({ Id: sheet.id }),
  scalars: {
    Id: readOnly((sheet) => sheet.id),
    Name: {
      get: (sheet) => sheet.name,
      set: (sheet, value, host) => host.renameSheet(sheet, requireSheetName(value, host, sheet)),
    },
    Position: position,
    Visibility: visibility,
    TabColor: {
      get: (sheet) => sheet.tabColor,
      set: (sheet, value, host) => {
        sheet.tabColor = readColor(value) ?? '';
        host.repaint(sheet);
      },
    },
    ShowGridlines: gridlines,
    ShowHeadings: headings,
    // Under these names the library sets them in Excel on the web.
    Gridlines: gridlines,
    Headings: headings,
    EnableCalculation: toggled(
      () => true,
      () => undefined,
    ),
  },
  links: {
    Tables: (sheet, host) => subject('TableCollection', { workbook: host.workbook, sheet }),
    FreezePanes: (sheet) => subject('WorksheetFreezePanes', sheet),
    Protection: (sheet) => subject('WorksheetProtection', sheet),
    PageLayout: (sheet) => subject('PageLayout', sheet),
    AutoFilter: (sheet) => subject('AutoFilter', sheet),
  },
  methods: {
    Activate: (sheet, _args, host) => host.activate(sheet),
    Calculate: (_sheet, _args, host) => host.calculateNow(),
    Delete: (sheet, _args, host) => {
      requireAnotherVisible(sheet, 'Gone', host);
      host.deleteSheet(sheet);
    },
    GetCell: (sheet, [row, column]) => {
      if (!Number.isInteger(row) || !Number.isInteger(column)) throw invalidArgument();
      return rangeOn({ sheet }, areaAt(row as number, column as number));
    },
    GetRange: getRange,
    GetRangeByIndexes: (sheet, [row, column, rows, columns]) =>
      rangeOn({ sheet }, areaAt(row as number, column as number, rows as number, columns as number)),
    GetUsedRange: (sheet, args, host) => usedRange(sheet, args, host) ?? rangeOn({ sheet }, areaAt(0, 0)),
    GetUsedRangeOrNullObject: usedRange,
    GetNext: required(neighbor(1)),
    GetNextOrNullObject: neighbor(1),
    GetPrevious: required(neighbor(-1)),
    GetPreviousOrNullObject: neighbor(-1),
    ShowOutlineLevels: (sheet, [rowLevels, columnLevels], host) => {
      for (const [bands, levels] of [
        [sheet.rows, rowLevels],
        [sheet.columns, columnLevels],
      ] as const) {
        if (levels) for (const band of bands.values()) if (band.level) band.hidden = band.level >= (levels as number);
      }
      host.repaint(sheet);
    },
    ...eventMethods('DataChanged', EventType.worksheetChanged, ownId),
    ...eventMethods('SelectionChanged', EventType.worksheetSelectionChanged, ownId),
    ...eventMethods('Activated', EventType.worksheetActivated, ownId),
    ...eventMethods('Deactivated', EventType.worksheetDeactivated, ownId),
    ...eventMethods('Calculated', EventType.worksheetCalculated, ownId),
  },
};
