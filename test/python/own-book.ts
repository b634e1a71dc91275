import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Cell, SheetContent } from '../../shared/workbook/port';
import { python } from './run-python';

/** A cell as write_cells.py takes it. */
export type OwnCell = Cell | { readonly day: string } | { readonly formula: string };

/** A sheet as its owner laid it out. */
export interface OwnSheet {
  readonly name: string;
  readonly rows: readonly (readonly OwnCell[])[];
  /** `A1:B1`. */
  readonly merged?: readonly string[];
  /** Row numbers, counted from 1. */
  readonly hidden?: readonly number[];
}

/** The owner's words for a table of the contract, by the contract's headers; columns that are not named are left out. */
export interface OwnWords {
  readonly sheet: string;
  readonly columns: Readonly<Record<string, string>>;
  /** How the owner writes a cell, by the contract's header. */
  readonly cells?: Readonly<Record<string, (cell: Cell) => OwnCell>>;
}

/** A sheet of the sample in its owner's words: header and rows. */
export function inOwnWords(sheets: readonly SheetContent[], table: string, { columns, cells = {} }: OwnWords): OwnCell[][] {
  const content = sheets.find((sheet) => sheet.table === table);
  if (!content) throw new Error(`The sample has no ${table}`);
  const places = Object.keys(columns).map((header) => content.columns.findIndex((column) => column.header === header));
  const rows = content.rows.map((row) => Object.keys(columns).map((header, k): OwnCell => {
    const cell = row[places[k]] ?? null;
    if (cell !== null && cells[header]) return cells[header](cell);
    return cell !== null && content.columns[places[k]].kind === 'date' ? { day: String(cell) } : cell;
  }));
  return [Object.values(columns), ...rows];
}

/** Writes the workbook with openpyxl and returns its path. */
export function writeOwnBook(folder: string, name: string, sheets: readonly OwnSheet[]): string {
  const plan = join(folder, `${name}.json`);
  writeFileSync(plan, JSON.stringify(sheets));
  python('write_cells', plan, join(folder, name));
  return join(folder, name);
}
