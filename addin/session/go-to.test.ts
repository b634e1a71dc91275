import { expect, it } from '@jest/globals';
import { goTo } from './go-to';
import { createStore } from './store';

async function go(sheet: string, cell: string | undefined, there = true) {
  const store = createStore();
  const done: string[] = [];
  const workbook = {
    select: async (...place: unknown[]) => (done.push(`sheet ${place.filter(Boolean).join(' ')}`), there),
    selectTable: async (table: string) => (done.push(`table ${table}`), there),
  };
  await goTo(workbook as never, store, sheet, cell);
  return { done, notice: store.get().notice?.text };
}

it('goes to a cell of an input sheet', async () => {
  expect(await go('Holdings', 'D7')).toEqual({ done: ['sheet Holdings D7'], notice: undefined });
});

it('finds an output sheet by its table, so that renaming it does not lose it', async () => {
  expect((await go('Data issues', undefined)).done).toEqual(['table rb_DataIssues']);
});

it('says so when the sheet is gone', async () => {
  expect((await go('Holdings', 'D7', false)).notice).toBe('There is no sheet Holdings in this workbook.');
});
