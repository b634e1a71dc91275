import { wantedRegions } from '../../shared/contract/locate';
import { isMap } from '../../shared/mapping/map-rows';
import { mappedRegions } from '../../shared/mapping/read-input';
import type { OpenWorkbook, SurveyedRegion } from './ports';

/** The tops of everything that a run reads; of the map all rows, since it says what else that is. */
export async function surveyInput(workbook: Pick<OpenWorkbook, 'survey' | 'read'>): Promise<{ readonly regions: readonly SurveyedRegion[]; readonly empty: boolean }> {
  const first = await workbook.survey(wantedRegions);
  if (!first.regions.some(isMap)) return first;
  const { regions: [map] } = await workbook.read(isMap);
  const isMapped = mappedRegions([map]);
  const { regions, empty } = await workbook.survey((region) => !isMap(region) && (wantedRegions(region) || isMapped(region)));
  return { empty, regions: [...regions, { ...map, rows: map.values.length }] };
}
