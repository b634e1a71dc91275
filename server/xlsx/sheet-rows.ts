import { columnNumber } from '../../shared/workbook/address';
import { xmlScanner } from '../../shared/xlsx/xml-scan';

/** A cell's place in the XML of `sheetData`, and what it holds. */
export interface CellPlace {
  readonly column: number;
  readonly start: number;
  readonly end: number;
  /** Number of its format, as the attribute has it. */
  readonly style?: string;
  readonly holds: 'nothing' | 'number' | 'text' | 'other';
  readonly hasFormula: boolean;
}

/** A row's place in the XML of `sheetData`. */
export interface RowPlace {
  readonly row: number;
  /** The start tag lies from here to `innerStart`. */
  readonly start: number;
  readonly innerStart: number;
  readonly innerEnd: number;
  readonly end: number;
  readonly selfClosing: boolean;
  readonly cells: readonly CellPlace[];
}

const textTypes = new Set(['s', 'str', 'inlineStr']);

/** Finds the rows and cells of `sheetData` (its XML, tags included), in their order. */
export function findRows(part: string, sheetData: string): RowPlace[] {
  const rows: RowPlace[] = [];
  let cells: CellPlace[] = [];
  let row = { number: 0, start: 0, innerStart: 0, selfClosing: false };
  let cell = { column: 0, start: 0, type: 'n', style: undefined as string | undefined, hasValue: false, hasFormula: false };
  const startOf = (position: number): number => sheetData.lastIndexOf('<', position - 1);
  const scanner = xmlScanner(part, {
    open(name, { r, t, s }, selfClosing, position) {
      if (name === 'row') {
        row = { number: r === undefined ? row.number + 1 : Number(r), start: startOf(position), innerStart: position, selfClosing };
        cells = [];
        cell = { ...cell, column: 0 };
      } else if (name === 'c') {
        const column = r === undefined ? cell.column + 1 : columnNumber(r.replace(/\d+$/, ''));
        cell = { column, start: startOf(position), type: t ?? 'n', style: s, hasValue: false, hasFormula: false };
      } else if (name === 'v' || name === 'is') cell.hasValue = true;
      else if (name === 'f') cell.hasFormula = true;
    },
    close(name, position) {
      if (name === 'c') {
        const { column, start, style, hasFormula, type, hasValue } = cell;
        const holds = !hasValue ? 'nothing' : textTypes.has(type) ? 'text' : type === 'n' ? 'number' : 'other';
        cells.push({ column, start, end: position, style, holds, hasFormula });
      } else if (name === 'row') {
        const { number, start, innerStart, selfClosing } = row;
        rows.push({ row: number, start, innerStart, innerEnd: selfClosing ? innerStart : startOf(position), end: position, selfClosing, cells });
      }
    },
  });
  scanner.write(sheetData);
  scanner.end();
  return rows;
}
