import { definitionOf, tableNames } from '../../contract';
import { isOwnSheet } from '../../contract/locate';
import type { RegionName } from '../../workbook/port';
import { isMap } from '../map-rows';

const contractTables = new Set(tableNames.map((name) => definitionOf(name).excel.toLowerCase()));

/** True for sheets and Excel tables that may be the user's own: REBAL writes none of that name, but perhaps reads one. */
export function isForeign(region: RegionName): boolean {
  if (isMap(region) || isOwnSheet(region)) return false;
  const name = region.table?.toLowerCase();
  return name === undefined || !name.startsWith('rb_') || contractTables.has(name);
}
