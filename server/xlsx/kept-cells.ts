import { cellAddress, columnNumber } from '../../shared/workbook/address';
import { contains, type CellRange } from '../../shared/xlsx/range';
import { xmlScanner } from '../../shared/xlsx/xml-scan';

/** Cells of the user's own in one row of a sheet of ours: their column and their XML as it was. */
export type KeptRow = readonly { readonly column: number; readonly xml: string }[];

/** Cells of the user's own by row number. */
export type KeptCells = ReadonlyMap<number, KeptRow>;

export interface SheetRemains {
  readonly kept: KeptCells;
  /** True when a cell that is given up held a formula, which the calculation chain still lists. */
  readonly lostFormula: boolean;
}

/** Sorts the cells of `sheetData` (its XML, tags included) into those outside `ours`, which are kept, and the others. */
export function keepCells(part: string, sheetData: string, ours: readonly CellRange[]): SheetRemains {
  const kept = new Map<number, KeptRow>();
  let lostFormula = false;
  let row = 0;
  let column = 0;
  let start = 0;
  let hasFormula = false;
  const scanner = xmlScanner(part, {
    open(name, { r }, _selfClosing, position) {
      if (name === 'row') {
        row = r === undefined ? row + 1 : Number(r);
        column = 0;
      } else if (name === 'c') {
        column = r === undefined ? column + 1 : columnNumber(r.replace(/\d+$/, ''));
        start = sheetData.lastIndexOf('<', position - 1);
        hasFormula = false;
      } else if (name === 'f') hasFormula = true;
    },
    close(name, position) {
      if (name !== 'c') return;
      if (ours.some((range) => contains(range, row, column))) lostFormula ||= hasFormula;
      else {
        const cells = kept.get(row) ?? [];
        kept.set(row, [...cells, { column, xml: addressed(sheetData.slice(start, position), row, column) }]);
      }
    },
  });
  scanner.write(sheetData);
  scanner.end();
  return { kept, lostFormula };
}

/** A cell that left its address to its neighbors gets one, for the neighbors may go. */
function addressed(xml: string, row: number, column: number): string {
  return /^<[^>]*?\sr\s*=/.test(xml) ? xml : xml.replace(/^<[^\s/>]+/, (tag) => `${tag} r="${cellAddress(row, column)}"`);
}
