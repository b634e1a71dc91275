import { expect, test } from '@jest/globals';
import { planImport } from '../imports/into/plan-import';
import { proposeRepairs } from '../repairs/propose';
import { MemoryWorkbook } from '../workbook/memory';
import { mapRegion, ownBook, ownMap, ownSheets } from './test-own-book';

/** The book whose quantities are read in another way than they are written. */
const turned = ownMap.map((row) => (row[1] === 'Quantity' ? [...row.slice(0, 4), '×−1', null] : row));
const spoiled = ownSheets['Tax lots'].map((row, k) => (k === 1 ? ['4471-0093', ' VTI', '120', 18240, 44259, null] : row));
const book = (map = ownMap) => {
  const content = ownBook({ 'Tax lots': spoiled });
  return { ...content, regions: [...content.regions, mapRegion(...map)] };
};
const mended = (map = ownMap): string[] => proposeRepairs(book(map), { asOf: '2026-11-20' }).flatMap(({ code, cells }) => cells.map(({ cell, region }) => `${code} ${region.sheet}!${cell}`));

test('a mapped table is mended in its own cells, but not where its cells are read in another way', () => {
  expect(mended()).toEqual(expect.arrayContaining(['G07 Tax lots!B2', 'G06 Tax lots!C2']));
  expect(mended(turned)).toContain('G07 Tax lots!B2');
  expect(mended(turned).filter((repair) => repair.includes('!C'))).toEqual([]);
});

test('an import does not write into cells that are read in another way', async () => {
  const plan = (map = ownMap) => planImport(new MemoryWorkbook(book(map)), []);
  const refused = ({ issues }: Awaited<ReturnType<typeof plan>>): string[] => issues.filter(({ severity }) => severity === 'stop').map(({ message }) => message);
  expect(refused(await plan())).toEqual([]);
  expect(refused(await plan(turned))).toEqual(['Nothing can be imported into Tax lots: its cells are changed when they are read (Quantity), as rb_Map says.']);
});
