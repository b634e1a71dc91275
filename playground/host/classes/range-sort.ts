import { compareValues } from '../../model/order';
import type { Value } from '../../model/value';
import type { Host } from '../host';
import { invalidArgument } from '../fault';
import type { Service, SortPlace } from '../service';

interface SortField {
  readonly key: number;
  readonly ascending?: boolean;
  readonly sortOn?: string;
}

function apply({ place: { sheet, area } }: SortPlace, [fields, , hasHeaders, orientation]: readonly unknown[], host: Host): void {
  if (!Array.isArray(fields) || fields.length === 0) throw invalidArgument();
  if (orientation === 'Columns') throw host.unknown('RangeSort.apply by columns');
  const top = area.top + (hasHeaders === true ? 1 : 0);
  const rows = Array.from({ length: area.bottom - top + 1 }, (_, index) => readRow(top + index));
  rows.sort((a, b) => order(a, b, fields as SortField[]));
  rows.forEach((row, index) =>
    row.forEach(({ value, formula, style }, offset) => {
      sheet.put(top + index, area.left + offset, value);
      sheet.cells.setFormula(top + index, area.left + offset, formula);
      sheet.cells.setStyle(top + index, area.left + offset, style);
    }),
  );
  host.edited({ sheet, area });

  function readRow(row: number) {
    return Array.from({ length: area.right - area.left + 1 }, (_, offset) => ({
      value: sheet.cells.value(row, area.left + offset),
      formula: sheet.cells.formula(row, area.left + offset),
      style: sheet.styleIndex(row, area.left + offset),
    }));
  }
}

function order(a: readonly { value: Value }[], b: readonly { value: Value }[], fields: readonly SortField[]): number {
  for (const { key, ascending = true } of fields) {
    const [x, y] = [a[key]?.value ?? null, b[key]?.value ?? null];
    const compared = compareValues(x, y);
    if (compared !== 0) return ascending || x === null || y === null ? compared : -compared;
  }
  return 0;
}

/** Excel.RangeSort. */
export const rangeSort: Service<SortPlace> = {
  methods: {
    Apply: (state, [fields, matchCase, hasHeaders, orientation], host) => apply(state, [fields, matchCase, hasHeaders, orientation], host),
  },
};

/** Excel.TableSort: sorts the rows of the body. */
export const tableSort: Service<SortPlace> = {
  methods: { Apply: (state, [fields], host) => apply(state, [fields, false, false, 'Rows'], host), Clear: () => undefined },
};
