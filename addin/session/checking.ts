import { changedWhileRead } from '../../shared/contract/changed-while-read';
import type { Surroundings } from './ports';
import { readBook } from './read-book';
import type { CheckedBook } from './read-book';
import type { Notice, Purpose } from './state';
import type { Store } from './store';
import { tableLines, workbookKind } from './table-lines';
import type { Task } from './work';
import { writeCheck } from './write-check';

/** The Check: read, check, write Data issues. */
export function checking(surroundings: Surroundings, store: Store): Task {
  const { workbook, now } = surroundings;
  return async (signal) => {
    const { report } = await checkedBook(surroundings, store, 'check', signal);
    await writeCheck(workbook, report, now(), (done, total) => store.tell({ is: 'writing', done, total, then: 'check' }));
    store.tell({ is: 'ended', notice: (await workbook.calculatesByHand()) ? byHand : undefined });
  };
}

const byHand: Notice = {
  intent: 'warning',
  text: 'Excel is on manual calculation, so formulas may be out of date. Calculate and check again?',
  action: 'calculate',
};

/** Waits for the user to leave the cell, reads and checks; the state shows each step and the result. */
export async function checkedBook({ workbook, now }: Surroundings, store: Store, then: Purpose, signal: AbortSignal): Promise<CheckedBook> {
  store.tell({ is: 'reading', then });
  await workbook.afterCellEdit(() => store.tell({ is: 'waiting for cell edit', then }), signal);
  store.tell({ is: 'reading', then });
  const book = await readUnchanged(store, () => readBook(workbook, now, () => store.tell({ is: 'checking', then })));
  signal.throwIfAborted();
  const tables = tableLines(book.regions, book.report.issues);
  store.tell({
    is: 'checked',
    report: book.report,
    tables,
    workbook: workbookKind(store.get().workbook === 'empty' && book.regions.length === 0, tables),
  });
  return book;
}

/** Reads, and once more when someone typed meanwhile: half of a change is worse than none. */
async function readUnchanged(store: Store, read: () => Promise<CheckedBook>): Promise<CheckedBook> {
  const changes = (): number => store.get().changes;
  const before = changes();
  const book = await read();
  if (changes() === before) return book;
  const between = changes();
  const again = await read();
  const issues = [...again.report.issues, changedWhileRead(changes() !== between)];
  return { ...again, report: { ...again.report, issues } };
}
