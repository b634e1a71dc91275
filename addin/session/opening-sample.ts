import { wantedRegions } from '../../shared/contract/locate';
import { sampleBook } from '../../shared/sample/sample-book';
import { localDay } from '../../shared/local-day';
import type { Surroundings } from './ports';
import type { Store } from './store';
import type { Task } from './work';

/** Builds the sample book, in an empty workbook only: it must never stand among a user's own sheets. */
export function openingSample({ workbook, now }: Surroundings, store: Store, look: () => Promise<void>): Task {
  return async (signal) => {
    store.tell({ is: 'writing', done: 0, total: 0, then: 'sample' });
    await workbook.afterCellEdit(() => store.tell({ is: 'waiting for cell edit', then: 'sample' }), signal);
    const { empty } = await workbook.survey(wantedRegions);
    if (!empty) {
      return store.tell({
        is: 'ended',
        notice: { intent: 'info', text: 'The sample needs an empty workbook. Open a new one and press Open the sample there.' },
      });
    }
    const { sheets, names } = sampleBook({ asOf: localDay(now()) });
    store.tell({ is: 'writing', done: 0, total: sheets.length, then: 'sample' });
    await workbook.write(sheets, (done, total) => store.tell({ is: 'writing', done, total, then: 'sample' }));
    await workbook.nameCells(sheets[0].table, names);
    await workbook.selectTable(sheets[0].table);
    await look();
    store.tell({
      is: 'ended',
      notice: {
        intent: 'success',
        text: 'The sample is open: 7 accounts in 3 households, with a few planted problems. Check it, then run.',
      },
    });
  };
}
