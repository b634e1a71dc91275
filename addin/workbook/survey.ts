import type { RegionName } from '../../shared/workbook/port';
import type { SurveyedRegion } from '../session/ports';
import { readRegion } from './read';
import { findRegions } from './regions';

/** Rows read of each region: a header may have banner lines above it. */
const topRows = 26;

/** The tops of the wanted regions: what the workbook holds, told at once however big it is. */
export async function surveyWorkbook(
  context: Excel.RequestContext,
  wanted: (region: RegionName) => boolean,
): Promise<{ regions: SurveyedRegion[]; empty: boolean }> {
  const { regions, empty } = await findRegions(context, wanted);
  const surveyed: SurveyedRegion[] = [];
  for (const place of regions) {
    const top = await readRegion(context, { ...place, rows: Math.min(place.rows, topRows) });
    surveyed.push({ ...top, rows: place.rows + (place.header ? 1 : 0) });
  }
  return { regions: surveyed, empty };
}
