import { definitionOf, tableNames, type TableName } from '../contract';
import { placeWords, type Places } from '../contract/places';
import type { Level } from './line';

/** Where something comes from: whose it is, and the cell. */
export interface Origin {
  readonly level: Level;
  readonly source: string | null;
}

/** A row of a contract table as a place in the user's workbook. */
export function placeOf(places: Places, table: TableName, row: number | undefined, column?: string): string {
  return placeWords(places.cell(table, row, column), row);
}

const tableBySheet = new Map(tableNames.map((name) => [definitionOf(name).sheet, name]));
const levels: readonly Level[] = ['Firm', 'Group', 'Household', 'Account'];

/**
 * The place and level behind a source as the book words it: `Restrictions row 7 (Account 4471-0093)`. What names no row, such as a
 * corporate action, stays as it is.
 */
export function originOf(source: string, places: Places): Origin {
  const [, sheet, row, whose = ''] = /^(.+?) row (\d+)(?: \((.*)\))?$/.exec(source) ?? [];
  const table = tableBySheet.get(sheet ?? '');
  const level = levels.find((one) => whose.startsWith(one)) ?? 'Account';
  return { level, source: table === undefined ? source : placeOf(places, table, Number(row)) };
}
