import { expect, it } from '@jest/globals';
import { chooseScope, readSelection } from './choosing-scope';
import { createStore } from './store';

function open() {
  const store = createStore();
  const selected = { accounts: ['A'] as readonly string[], reads: 0 };
  const workbook = { selectedAccounts: async () => ((selected.reads += 1), selected.accounts) };
  return { store, selected, workbook };
}

it('reads the selection as soon as it is the scope', async () => {
  const { store, workbook } = open();
  await chooseScope(workbook, store, { kind: 'selection' });
  expect(store.get()).toMatchObject({ scope: { kind: 'selection' }, selected: ['A'] });
});

it('reads it anew before a run, since the user may have selected others', async () => {
  const { store, workbook, selected } = open();
  await chooseScope(workbook, store, { kind: 'selection' });
  selected.accounts = ['B', 'C'];
  await readSelection(workbook, store);
  expect(store.get().selected).toEqual(['B', 'C']);
});

it.each([{ kind: 'all' }, { kind: 'chosen', accounts: ['B'] }] as const)('does not ask Excel for $kind', async (scope) => {
  const { store, workbook, selected } = open();
  await chooseScope(workbook, store, scope);
  await readSelection(workbook, store);
  expect(store.get().scope).toEqual(scope);
  expect(selected.reads).toBe(0);
});
