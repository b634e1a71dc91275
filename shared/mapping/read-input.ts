import { wantedRegions } from '../contract/locate';
import type { Region, RegionName, Workbook, WorkbookContent } from '../workbook/port';
import { readMap } from './map-rows';

const nothingElse = (): boolean => false;

/** True for the sheets and Excel tables that the map among the regions names. */
export function mappedRegions(regions: readonly Region[]): (region: RegionName) => boolean {
  const names = new Set(readMap(regions).rows.map(({ yourTable }) => yourTable.toLowerCase()));
  return ({ sheet, table }) => names.has(sheet.toLowerCase()) || (table !== undefined && names.has(table.toLowerCase()));
}

/**
 * Reads a workbook's input: what its names show to be input, and what its map names. A workbook without a map is read once;
 * `also` asks for regions that are no input.
 */
export async function readInput(workbook: Pick<Workbook, 'read'>, also: (region: RegionName) => boolean = nothingElse): Promise<WorkbookContent> {
  const content = await workbook.read((region) => wantedRegions(region) || also(region));
  if (readMap(content.regions).rows.length === 0) return content;
  const isMapped = mappedRegions(content.regions);
  return workbook.read((region) => wantedRegions(region) || isMapped(region) || also(region));
}
