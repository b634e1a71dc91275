import { type Area, areaAt, boundingArea, columnsOf, intersection, isOnSheet, MAX_COLUMNS, MAX_ROWS, rowsOf } from '../../model/area';
import type { Place } from '../../model/workbook';
import { invalidArgument, itemNotFound } from '../fault';
import type { Host } from '../host';
import { type Found, isSubject, subject, type Subject } from '../service';

type Method = (place: Place, args: readonly unknown[], host: Host) => unknown;

/** A range on the same sheet; InvalidArgument when it would leave the sheet. */
export function rangeOn({ sheet }: Pick<Place, 'sheet'>, area: Area): Subject {
  if (!isOnSheet(area)) throw invalidArgument();
  return subject('Range', { sheet, area });
}

/** The place an argument means: a range object, or an address seen from `from`. */
export function placeOf(argument: unknown, from: Pick<Place, 'sheet'>, host: Host): Place {
  if (isSubject(argument) && argument.kind === 'Range') return argument.state;
  const place = typeof argument === 'string' ? host.workbook.findPlace(argument, from.sheet) : undefined;
  if (!place) throw invalidArgument();
  return place;
}

const whole = (value: unknown, fallback?: number): number => {
  const number = value ?? fallback;
  if (typeof number !== 'number' || !Number.isInteger(number)) throw invalidArgument();
  return number;
};

const moved =
  (change: (area: Area, args: readonly unknown[]) => Area): Method =>
  (place, args) =>
    rangeOn(place, change(place.area, args));

function orNotFound(find: (place: Place, args: readonly unknown[], host: Host) => Found): Method {
  return (place, args, host) => {
    const found = find(place, args, host);
    if (!found) throw itemNotFound();
    return found;
  };
}

const used = (place: Place, [valuesOnly]: readonly unknown[], host: Host): Found => {
  host.calculate();
  const area = place.sheet.usedArea(valuesOnly === true, place.area);
  return area ? subject('Range', { sheet: place.sheet, area }) : null;
};

const shared = (place: Place, [other]: readonly unknown[], host: Host): Found => {
  const at = placeOf(other, place, host);
  const area = at.sheet === place.sheet ? intersection(place.area, at.area) : undefined;
  return area ? subject('Range', { sheet: place.sheet, area }) : null;
};

const spill = (place: Place, _args: readonly unknown[], host: Host): Found => {
  host.calculate();
  const area = place.sheet.spills.get(`${place.area.top},${place.area.left}`);
  return area ? subject('Range', { sheet: place.sheet, area }) : null;
};

/** Methods that answer another range. */
export const moves: Record<string, Method> = {
  GetCell: (place, [row, column]) => rangeOn(place, areaAt(place.area.top + whole(row), place.area.left + whole(column))),
  GetRow: moved((area, [row]) => ({ ...area, top: area.top + whole(row), bottom: area.top + whole(row) })),
  GetColumn: moved((area, [column]) => ({ ...area, left: area.left + whole(column), right: area.left + whole(column) })),
  GetLastRow: moved((area) => ({ ...area, top: area.bottom })),
  GetLastColumn: moved((area) => ({ ...area, left: area.right })),
  GetLastCell: moved((area) => areaAt(area.bottom, area.right)),
  GetEntireRow: moved((area) => ({ ...area, left: 0, right: MAX_COLUMNS - 1 })),
  GetEntireColumn: moved((area) => ({ ...area, top: 0, bottom: MAX_ROWS - 1 })),
  GetOffsetRange: moved((area, [rows, columns]) =>
    areaAt(area.top + whole(rows), area.left + whole(columns), rowsOf(area), columnsOf(area)),
  ),
  GetResizedRange: moved((area, [rows, columns]) => ({ ...area, bottom: area.bottom + whole(rows), right: area.right + whole(columns) })),
  GetAbsoluteResizedRange: moved((area, [rows, columns]) => areaAt(area.top, area.left, whole(rows), whole(columns))),
  GetRowsBelow: moved((area, [count]) => areaAt(area.bottom + 1, area.left, whole(count, 1), columnsOf(area))),
  GetRowsAbove: moved((area, [count]) => areaAt(area.top - whole(count, 1), area.left, whole(count, 1), columnsOf(area))),
  GetColumnsAfter: moved((area, [count]) => areaAt(area.top, area.right + 1, rowsOf(area), whole(count, 1))),
  GetColumnsBefore: moved((area, [count]) => areaAt(area.top, area.left - whole(count, 1), rowsOf(area), whole(count, 1))),
  GetBoundingRect: (place, [other], host) => rangeOn(place, boundingArea(place.area, placeOf(other, place, host).area)),
  GetIntersection: orNotFound(shared),
  GetIntersectionOrNullObject: shared,
  GetUsedRange: (place, args, host) => used(place, args, host) ?? rangeOn(place, areaAt(place.area.top, place.area.left)),
  GetUsedRangeOrNullObject: used,
  GetSpillingToRange: orNotFound(spill),
  GetSpillingToRangeOrNullObject: spill,
  GetSurroundingRegion: (place) => rangeOn(place, region(place)),
  GetTables: (place) => subject('TableScopedCollection', place),
};

/** The block of cells around a place that blank rows and columns bound. */
function region({ sheet, area }: Place): Area {
  let block = area;
  for (;;) {
    const wider = { top: Math.max(0, block.top - 1), left: Math.max(0, block.left - 1), bottom: block.bottom + 1, right: block.right + 1 };
    const filled = sheet.usedArea(true, wider);
    const next = filled ? boundingArea(block, filled) : block;
    if (rowsOf(next) === rowsOf(block) && columnsOf(next) === columnsOf(block)) return block;
    block = next;
  }
}
