import type { RegionName } from '../../shared/workbook/port';
import { cellAddress } from '../../shared/workbook/address';
import { formulas as typed, readValues } from './read-values';
import { findRegions } from './regions';

/** Addresses of the cells of a table or sheet that hold formulas. A text that only looks like one is its own value. */
export async function readFormulas(context: Excel.RequestContext, { sheet, table }: RegionName): Promise<Set<string>> {
  const { regions } = await findRegions(context, (region) => region.sheet === sheet && region.table === table);
  const found = new Set<string>();
  for (const place of regions) {
    const formulas = await readValues(context, place, typed);
    const suspects = formulas.flatMap((row, r) => row.flatMap((cell, c) => (typeof cell === 'string' && cell.startsWith('=') ? [[r, c] as const] : [])));
    if (suspects.length === 0) continue;
    const values = await readValues(context, place);
    for (const [r, c] of suspects) if (values[r][c] !== formulas[r][c]) found.add(cellAddress(place.row + r + 1, place.column + c + 1));
  }
  return found;
}
