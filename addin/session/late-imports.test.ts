import { expect, it } from '@jest/globals';
import type { ImportTasks } from './importing';
import { lateImports } from './late-imports';
import { createStore } from './store';
import { createWork } from './work';

function open() {
  const store = createStore();
  const done: string[] = [];
  const loads: number[] = [];
  const note = (what: string) => async () => {
    store.tell({ is: 'checking', then: 'import' });
    await new Promise((resolve) => setTimeout(resolve, 5));
    done.push(what);
    store.tell({ is: 'ended' });
  };
  const tasks: ImportTasks = {
    add: (sources) => note(`add ${sources.length}`),
    remove: (file) => note(`remove ${file}`),
    chooseAccount: (_file, _account, id) => note(`account ${id}`),
    chooseColumn: (_file, { header }) => note(`column ${header}`),
    chooseMode: (mode) => note(mode),
    apply: note('apply'),
  };
  const work = createWork(store, () => undefined, () => undefined);
  const imports = lateImports(async () => (loads.push(1), tasks), store, work.start);
  return { store, imports, done, loads };
}

it('is loaded with the first file, not before', async () => {
  const { imports, done, loads } = open();
  await imports.add([]);
  imports.show('preview');
  expect(loads).toEqual([]);
  await imports.add([{ name: 'a', size: 1, bytes: async () => new Uint8Array() }]);
  expect([done, loads]).toEqual([['add 1'], [1]]);
});

it('loses no choice that is made while another is compared', async () => {
  const { imports, done } = open();
  await Promise.all([imports.chooseMode('add'), imports.chooseColumn(0, { header: 'x', field: null }), imports.chooseAccount(0, 'a', 'b')]);
  expect(done).toEqual(['add', 'column x', 'account b']);
});

it('neither applies nor is left while something is compared', async () => {
  const { imports, done, store } = open();
  const choosing = imports.chooseMode('update');
  for (let k = 0; k < 3; k += 1) await Promise.resolve();
  await imports.apply();
  imports.leave();
  expect(store.get().activity.kind).not.toBe('idle');
  await choosing;
  expect(done).toEqual(['update']);
});
