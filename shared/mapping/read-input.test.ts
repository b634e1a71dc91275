import { expect, test } from '@jest/globals';
import { MemoryWorkbook } from '../workbook/memory';
import type { RegionName, WorkbookContent } from '../workbook/port';
import { readInput } from './read-input';
import { mapRegion, ownBook, ownMap } from './test-own-book';

class Counting extends MemoryWorkbook {
  reads = 0;
  override read(wanted: (region: RegionName) => boolean): Promise<WorkbookContent> {
    this.reads += 1;
    return super.read(wanted);
  }
}

const namesOf = ({ regions }: WorkbookContent): string[] => regions.map(({ sheet }) => sheet);

test('without a map, sheets are known by their names, and read once', async () => {
  const workbook = new Counting(ownBook());
  expect(namesOf(await readInput(workbook))).toEqual(['Tax lots', 'Prices', 'Policy']);
  expect(workbook.reads).toBe(1);
});

test('with a map, what it names is read too, and nothing else', async () => {
  const { regions } = ownBook({ Diary: [['Day', 'Text']] });
  const workbook = new Counting({ regions: [...regions, mapRegion(...ownMap)] });
  expect(namesOf(await readInput(workbook))).toEqual(['Clients', 'Tax lots', 'Prices', 'Policy', 'Setup']);
  expect(namesOf(await readInput(workbook, ({ sheet }) => sheet === 'Diary'))).toContain('Diary');
});
