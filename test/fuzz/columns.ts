import type { ImportRow } from '../../shared/imports/format';
import { readAmount } from '../../shared/imports/table/values';
import type { Source } from './texts';

/** A figure of a row. */
export type Fact = 'quantity' | 'price' | 'marketValue' | 'unitCost' | 'costBasis' | 'proceeds' | 'gain' | 'amount';
export const facts: readonly Fact[] = ['quantity', 'price', 'marketValue', 'unitCost', 'costBasis', 'proceeds', 'gain', 'amount'];

/** The columns of a file by what the reading took from them: of cells that say it in every row that has it, and at least twice. */
export function columnsOf({ cells = [] }: Pick<Source, 'cells'>, rows: readonly ImportRow[]): Partial<Record<Fact, number>> {
  const columns: Partial<Record<Fact, number>> = {};
  for (const fact of facts) {
    const stated = rows.filter((row) => row[fact] !== null);
    const isColumn = (column: number): boolean => stated.every((row) => Math.abs(readAmount(cells[row.line - 1]?.[column]) ?? Number.NaN) === Math.abs(row[fact] ?? Number.NaN));
    const column = stated.length < 2 ? -1 : (cells[stated[0].line - 1] ?? []).findIndex((_cell, at) => isColumn(at));
    if (column >= 0) columns[fact] = column;
  }
  return columns;
}
