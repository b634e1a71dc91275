import { type Area, areaAt, columnsOf, intersection, MAX_COLUMNS, MAX_ROWS, rowsOf } from '../../model/area';
import type { Band } from '../../model/sheet';
import type { Place } from '../../model/workbook';
import { invalidArgument, invalidOperation } from '../fault';
import type { Host } from '../host';
import { subject } from '../service';
import { checkSize, forEachCell } from './matrix';
import { placeOf } from './range-moves';
import { requireWritable } from './range-values';

type Method = (place: Place, args: readonly unknown[], host: Host) => unknown;

function clear(place: Place, [applyTo]: readonly unknown[], host: Host): void {
  requireWritable(place);
  const { sheet, area } = place;
  const what = applyTo ?? 'All';
  if (!['All', 'Formats', 'Contents', 'Hyperlinks', 'RemoveHyperlinks'].includes(what as string)) throw invalidArgument();
  if (what === 'All' || what === 'Contents') {
    sheet.clearContents(area);
    host.edited(place);
  }
  if (what === 'All' || what === 'Formats') sheet.clearFormats(area);
  if (what === 'Hyperlinks' || what === 'RemoveHyperlinks') forEachCell(area, (row, column) => sheet.hyperlinks.delete(`${row},${column}`));
  host.repaint(sheet);
}

function shift(place: Place, direction: 'rows' | 'columns', insert: boolean, host: Host): void {
  requireWritable(place);
  const { sheet, area } = place;
  const table = sheet.tables.find((each) => cutsThrough(each.area, area, direction));
  if (table)
    throw invalidOperation('This operation is not allowed. The operation is attempting to shift cells in a table on your worksheet.');
  host.workbook.shift(sheet, area, direction, insert);
  const whole = direction === 'rows' ? area.left === 0 && area.right === MAX_COLUMNS - 1 : area.top === 0 && area.bottom === MAX_ROWS - 1;
  const what = whole ? (direction === 'rows' ? 'Row' : 'Column') : 'Cell';
  host.edited(place, undefined, `${what}${insert ? 'Inserted' : 'Deleted'}`);
}

/** A table may move as a whole; shifting only part of its breadth would tear it. */
function cutsThrough(table: Area, hole: Area, direction: 'rows' | 'columns'): boolean {
  const reach = direction === 'rows' ? { ...hole, bottom: MAX_ROWS - 1 } : { ...hole, right: MAX_COLUMNS - 1 };
  if (!intersection(table, reach)) return false;
  return direction === 'rows' ? hole.left > table.left || hole.right < table.right : hole.top > table.top || hole.bottom < table.bottom;
}

function group(place: Place, option: unknown, host: Host, change: (band: Band) => void): void {
  const { sheet, area } = place;
  if (option !== 'ByRows' && option !== 'ByColumns') throw invalidArgument();
  const [bands, first, last] = option === 'ByRows' ? [sheet.rows, area.top, area.bottom] : [sheet.columns, area.left, area.right];
  for (let index = first; index <= last; index++) change(sheet.band(bands as Map<number, Band>, index as number));
  host.repaint(sheet);
}

function copyFrom(place: Place, [source, kind]: readonly unknown[], host: Host): void {
  requireWritable(place);
  const from = placeOf(source, place, host);
  const [height, width] = [rowsOf(from.area), columnsOf(from.area)];
  const target = areaAt(place.area.top, place.area.left, Math.max(height, rowsOf(place.area)), Math.max(width, columnsOf(place.area)));
  const copy = kind ?? 'All';
  if (!['All', 'Values', 'Formats', 'Formulas'].includes(copy as string)) throw host.unknown(`Range.copyFrom ${String(kind)}`);
  forEachCell(target, (row, column) => {
    const [r, c] = [from.area.top + ((row - target.top) % height), from.area.left + ((column - target.left) % width)];
    const formula = from.sheet.cells.formula(r, c);
    if (copy !== 'Formats') {
      place.sheet.put(row, column, from.sheet.cells.value(r, c));
      if (formula && copy !== 'Values') place.sheet.cells.setFormula(row, column, host.engine.translate(formula, row - r, column - c));
    }
    if (copy === 'All' || copy === 'Formats') place.sheet.cells.setStyle(row, column, from.sheet.styleIndex(r, c));
  });
  host.edited({ sheet: place.sheet, area: target });
}

/** Methods that change cells, or how they are shown. */
export const changes: Record<string, Method> = {
  Clear: clear,
  CopyFrom: copyFrom,
  Calculate: (_place, _args, host) => host.calculateNow(),
  SetDirty: (_place, _args, host) => host.outOfDate(),
  Insert: (place, [direction], host) => {
    if (direction !== 'Down' && direction !== 'Right') throw invalidArgument();
    shift(place, direction === 'Down' ? 'rows' : 'columns', true, host);
    return subject('Range', place);
  },
  Delete: (place, [direction], host) => {
    if (direction !== 'Up' && direction !== 'Left') throw invalidArgument();
    shift(place, direction === 'Up' ? 'rows' : 'columns', false, host);
  },
  Select: (place, _args, host) => host.select(place),
  Group: (place, [option], host) =>
    group(place, option, host, (band) => {
      band.level = Math.min(7, (band.level ?? 0) + 1);
    }),
  Ungroup: (place, [option], host) =>
    group(place, option, host, (band) => {
      band.level = Math.max(0, (band.level ?? 0) - 1);
    }),
  HideGroupDetails: (place, [option], host) =>
    group(place, option, host, (band) => {
      if (band.level) band.hidden = true;
    }),
  ShowGroupDetails: (place, [option], host) =>
    group(place, option, host, (band) => {
      if (band.level) band.hidden = false;
    }),
  _ValidateArraySize: ({ area }, [rows, columns]) => {
    if (rows !== rowsOf(area) || columns !== columnsOf(area)) checkSize(area, []);
  },
};
