import { definitionOf, type TableName } from '../../shared/contract';
import { templateSheet } from '../../shared/template/template-sheet';
import type { Surroundings } from './ports';
import type { Store } from './store';
import type { Task } from './work';

/** Adds sheets to fill, each with its example row, and shows the first. A table that the workbook has is left alone. */
export function addingSheets({ workbook }: Surroundings, store: Store, names: readonly TableName[], look: () => Promise<void>): Task {
  return async (signal) => {
    store.tell({ is: 'writing', done: 0, total: names.length, then: 'sheets' });
    await workbook.afterCellEdit(() => store.tell({ is: 'waiting for cell edit', then: 'sheets' }), signal);
    await look();
    const there = new Set(store.get().tables.filter(({ missing }) => !missing).map(({ name }) => name));
    const added = names.filter((name) => !there.has(name));
    const titles = added.map((name) => definitionOf(name).sheet);
    if (added.length > 0) {
      await workbook.write(added.map(templateSheet), (done, total) => store.tell({ is: 'writing', done, total, then: 'sheets' }));
      await workbook.selectTable(definitionOf(added[0]).excel);
      await look();
    }
    const text = added.length === 0 ? 'The workbook has these tables already.' : `Added ${titles.join(', ')}. Example rows are ignored until you change them.`;
    store.tell({ is: 'ended', notice: { intent: added.length === 0 ? 'info' : 'success', text } });
  };
}
