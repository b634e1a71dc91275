import { expect, it } from '@jest/globals';
import { createRecovery } from './recovery';
import { initialState } from './state';
import { createStore } from './store';

const soon = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 60));

function away(answers: () => boolean) {
  const store = createStore({ ...initialState, online: false });
  const asked = { times: 0 };
  const recover = createRecovery(store, { answers: async () => ((asked.times += 1), answers()) }, [2]);
  return { store, asked, recover };
}

it('looks until the service answers, and no longer', async () => {
  const { store, asked, recover } = away(() => asked.times === 3);
  recover();
  await soon();
  expect([store.get().online, asked.times]).toEqual([true, 3]);
});

it('looks once at a time, however often the service is missed', async () => {
  const { asked, recover } = away(() => asked.times === 2);
  recover();
  recover();
  recover();
  await soon();
  expect(asked.times).toBe(2);
});

it('does not ask once something else has found the service', async () => {
  const { store, asked, recover } = away(() => false);
  recover();
  store.tell({ is: 'service answered', online: true });
  await soon();
  expect(asked.times).toBe(0);
});

it('begins anew when the service is lost again', async () => {
  const { store, asked, recover } = away(() => true);
  recover();
  await soon();
  store.tell({ is: 'service answered', online: false });
  recover();
  await soon();
  expect([store.get().online, asked.times]).toEqual([true, 2]);
});
