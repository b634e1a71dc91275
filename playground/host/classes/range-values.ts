import { areaAt, columnsOf, rowsOf } from '../../model/area';
import { formatValue } from '../../model/format';
import { toWire, valueType } from '../../model/value';
import type { Place } from '../../model/workbook';
import { accessDenied, invalidArgument } from '../fault';
import type { Host } from '../host';
import { readOnly, type Scalar } from '../service';
import { readMatrix, writeMatrix } from './matrix';

/** Refuses a write to a protected sheet whose cells are locked. */
export function requireWritable({ sheet, area }: Place): void {
  if (sheet.protectedOptions && sheet.style(area.top, area.left).locked !== false) throw accessDenied();
}

function cellScalar(
  write: (place: Place, matrix: unknown, host: Host) => void,
  read: (place: Place, row: number, column: number) => unknown,
): Scalar<Place> {
  return {
    get: (place, host) => {
      host.calculate();
      return readMatrix(place.area, (row, column) => read(place, row, column));
    },
    set: write,
  };
}

/** Enters values or formulas; then everything that depends on them is out of date. */
function enter(place: Place, matrix: unknown, host: Host): void {
  requireWritable(place);
  const single = rowsOf(place.area) * columnsOf(place.area) === 1;
  const before = single ? place.sheet.cells.value(place.area.top, place.area.left) : null;
  writeMatrix(place.area, matrix, (row, column, item) => {
    if (typeof item === 'object') throw invalidArgument();
    const formula = place.sheet.enter(row, column, item as string | number | boolean);
    if (formula !== undefined && !host.engine.parses(formula)) throw invalidArgument();
  });
  host.edited(place, single ? before : undefined);
}

function setNumberFormats({ sheet, area }: Place, matrix: unknown, host: Host): void {
  if (!Array.isArray(matrix)) {
    if (typeof matrix !== 'string') throw invalidArgument();
    sheet.restyle(area, (style) => ({ ...style, numberFormat: matrix || 'General' }));
  } else {
    writeMatrix(area, matrix, (row, column, format) => {
      if (typeof format !== 'string') throw invalidArgument();
      sheet.restyle(areaAt(row, column), (style) => ({ ...style, numberFormat: format || 'General' }));
    });
  }
  host.repaint(sheet);
}

const formulaOrValue = ({ sheet }: Place, row: number, column: number): unknown =>
  sheet.cells.formula(row, column) ?? toWire(sheet.cells.value(row, column));
const values = cellScalar(enter, ({ sheet }, row, column) => toWire(sheet.cells.value(row, column)));
const formulas = cellScalar(enter, formulaOrValue);
const numberFormats = cellScalar(setNumberFormats, ({ sheet }, row, column) => sheet.numberFormat(row, column));

/** Values, formulas, number formats and texts of a range. */
export const valueScalars: Record<string, Scalar<Place>> = {
  Values: values,
  Formulas: formulas,
  FormulasLocal: formulas,
  NumberFormat: numberFormats,
  NumberFormatLocal: numberFormats,
  Text: readOnly(({ sheet, area }, host) => {
    host.calculate();
    return readMatrix(area, (row, column) => formatValue(sheet.cells.value(row, column), sheet.numberFormat(row, column)));
  }),
  ValueTypes: readOnly(({ sheet, area }, host) => {
    host.calculate();
    return readMatrix(area, (row, column) => valueType(sheet.cells.value(row, column)));
  }),
};
