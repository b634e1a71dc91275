import { expect, test } from '@jest/globals';
import { sampleBook } from '../../shared/sample/sample-book';
import { MemoryWorkbook } from '../../shared/workbook/memory';
import type { RegionName } from '../../shared/workbook/port';
import { checking } from './checking';
import type { OpenWorkbook, Surroundings } from './ports';
import { createStore } from './store';

/** A workbook in memory in which someone types while it is read, the first `times` times. */
class BusyWorkbook extends MemoryWorkbook {
  reads = 0;

  constructor(private readonly times: number, private readonly onTyped: () => void) {
    super();
  }

  override async read(wanted: (region: RegionName) => boolean) {
    const content = await super.read(wanted);
    // The output sheets are read as well, when the check writes.
    if (wanted({ sheet: 'Holdings', table: 'rb_Holdings' }) && (this.reads += 1) <= this.times) this.onTyped();
    return content;
  }

  afterCellEdit = async (): Promise<void> => undefined;
  calculatesByHand = async (): Promise<boolean> => false;
}

test.each([[0, 1, undefined], [1, 2, 'read again.'], [2, 2, 'changed once more.']] as const)('typed into %i times while it is read: %i reads', async (times, reads, said) => {
  const store = createStore();
  const workbook = new BusyWorkbook(times, () => store.tell({ is: 'inputs changed' }));
  await workbook.write(sampleBook({ asOf: '2026-11-20' }).sheets);
  const surroundings = { workbook: workbook as unknown as OpenWorkbook, now: () => new Date('2026-11-20T09:30:00Z') } as unknown as Surroundings;
  await checking(surroundings, store)(new AbortController().signal);
  expect(workbook.reads).toBe(reads);
  const found = store.get().check?.issues.filter(({ code }) => code === 'G17').map(({ message }) => message);
  expect(found).toEqual(said === undefined ? [] : [expect.stringContaining(said)]);
});
