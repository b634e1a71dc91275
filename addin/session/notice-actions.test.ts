import { afterEach, expect, it } from '@jest/globals';
import { noticeActions } from './notice-actions';
import { createQuietly } from './quietly';
import { initialState } from './state';
import { createStore } from './store';

function open(online = true) {
  const store = createStore({ ...initialState, online: false, notice: { intent: 'error', text: 'Out of reach.', action: 'try again' } });
  const done: string[] = [];
  const note = (what: string) => async () => void done.push(what);
  const outside = { calculate: note('calculated'), answers: async () => online };
  const actions = noticeActions(
    { workbook: outside as never, service: outside as never },
    store,
    { again: note('again') },
    createQuietly(store, () => undefined),
    note('checked'),
  );
  return { store, actions, done, outside };
}

it('calculates before it checks, or the check would read old values', async () => {
  const { actions, done } = open();
  await actions.calculate();
  expect(done).toEqual(['calculated', 'checked']);
});

it('tries again once the service answers', async () => {
  const { actions, done, store } = open();
  await actions['try again']();
  expect([done, store.get().online]).toEqual([['again'], true]);
});

it('does not send to a service that is still away', async () => {
  const { actions, done, store } = open(false);
  await actions['try again']();
  expect([done, store.get().online]).toEqual([[], false]);
});

it('a fault while looking for the service becomes a notice, and nothing is sent', async () => {
  const { actions, done, store, outside } = open();
  outside.answers = () => Promise.reject(new Error('broken'));
  await actions['try again']();
  expect(done).toEqual([]);
  expect(store.get().notice?.text).toMatch(/^Something went wrong on our side/);
});

it('showing the data ends the notice', async () => {
  const { actions, store } = open();
  await actions['show data']();
  expect(store.get().notice).toBeUndefined();
});

const original = Object.getOwnPropertyDescriptor(globalThis, 'navigator');
afterEach(() => void (original && Object.defineProperty(globalThis, 'navigator', original)));
const clipboard = (writeText?: (text: string) => Promise<void>): void =>
  void Object.defineProperty(globalThis, 'navigator', { configurable: true, value: { clipboard: writeText && { writeText } } });

it('copies the message and its code, and nothing else', async () => {
  const { store, actions } = open();
  const copied: string[] = [];
  clipboard(async (text) => void copied.push(text));
  store.tell({ is: 'noticed', notice: { intent: 'error', text: 'Something went wrong.', action: 'copy', supportCode: '12AB-CD' } });
  await actions.copy();
  expect(copied).toEqual(['Something went wrong.\nSupport code 12AB-CD']);
});

it('a clipboard that is closed or absent is no fault', async () => {
  const { actions } = open();
  clipboard(() => Promise.reject(new Error('closed')));
  await expect(actions.copy()).resolves.toBeUndefined();
  clipboard();
  await expect(actions.copy()).resolves.toBeUndefined();
});
