import type { Imports } from './import-state';
import type { ImportTasks } from './importing';
import { isBusy } from './state';
import type { SessionEvent } from './reduce';
import type { Store } from './store';
import type { Task } from './work';

/** The import's use cases; its code, with a reader for every custodian, is loaded with the first file. */
export function lateImports(load: () => Promise<ImportTasks>, store: Store, begin: (task: Task) => Promise<void>): Imports {
  // Said at once, so that nothing else begins while the code is on its way.
  const after = (event: SessionEvent, choose: (tasks: ImportTasks) => Task): Promise<void> =>
    begin(async (signal) => {
      store.tell(event);
      await choose(await load())(signal);
    });
  const work = (choose: (tasks: ImportTasks) => Task): Promise<void> => after({ is: 'checking', then: 'import' }, choose);
  // Choices that are made faster than they are compared are compared one after the other; none is lost.
  let last: Promise<void> = Promise.resolve();
  const inTurn = (choose: (tasks: ImportTasks) => Task): Promise<void> => (last = last.then(() => work(choose)));
  return {
    add: (sources) => (sources.length === 0 ? Promise.resolve() : after({ is: 'reading', then: 'import' }, (tasks) => tasks.add(sources))),
    remove: (file) => inTurn((tasks) => tasks.remove(file)),
    chooseAccount: (...choice) => inTurn((tasks) => tasks.chooseAccount(...choice)),
    chooseColumn: (...choice) => inTurn((tasks) => tasks.chooseColumn(...choice)),
    chooseMode: (mode) => inTurn((tasks) => tasks.chooseMode(mode)),
    apply: () => work((tasks) => tasks.apply),
    show: (step) => store.tell({ is: 'import step', step }),
    // What is being written is no longer to be left.
    leave: () => (isBusy(store.get()) ? undefined : store.tell({ is: 'import left' })),
  };
}
