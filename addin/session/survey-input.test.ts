import { expect, it } from '@jest/globals';
import { mapRegion, ownBook, ownMap } from '../../shared/mapping/test-own-book';
import { MemoryWorkbook } from '../../shared/workbook/memory';
import type { RegionName } from '../../shared/workbook/port';
import { surveyInput } from './survey-input';

class TopsOnly extends MemoryWorkbook {
  surveys = 0;
  async survey(wanted: (region: RegionName) => boolean) {
    this.surveys += 1;
    const { regions } = await this.read(wanted);
    return { regions: regions.map((region) => ({ ...region, values: region.values.slice(0, 2), rows: region.values.length })), empty: false };
  }
}

it('looks once at a workbook without a map', async () => {
  const workbook = new TopsOnly(ownBook());
  const { regions } = await surveyInput(workbook);
  expect([workbook.surveys, regions.map(({ sheet }) => sheet)]).toEqual([1, ['Tax lots', 'Prices', 'Policy']]);
});

it('reads a map whole, and looks at what it names', async () => {
  const workbook = new TopsOnly({ regions: [...ownBook().regions, mapRegion(...ownMap)] });
  const { regions } = await surveyInput(workbook);
  expect(regions.map(({ sheet, values, rows }) => [sheet, values.length, rows])).toEqual([['Clients', 2, 4], ['Tax lots', 2, 6], ['Prices', 2, 4], ['Policy', 2, 6], ['Setup', 13, 13]]);
});
