import { expect, it } from '@jest/globals';
import { createQuietly } from './quietly';
import type { Activity } from './state';
import { initialState } from './state';
import { stopping } from './stopping';
import { createStore } from './store';

function during(activity: Activity, cancel: () => Promise<void> = async () => undefined) {
  const store = createStore({ ...initialState, activity });
  const done: string[] = [];
  const faults: unknown[] = [];
  const stop = stopping(
    store,
    { stop: () => done.push('work stopped') },
    { cancel: () => (done.push('run cancelled'), cancel()) },
    createQuietly(store, (fault) => faults.push(fault)),
  );
  return { stop, done, store, faults };
}

it.each<Activity>([
  { kind: 'waiting', then: 'run' },
  { kind: 'reading', then: 'check' },
  { kind: 'checking', then: 'run' },
  { kind: 'sending', megabytes: 3, slow: false },
])('$kind is stopped at once', async (activity) => {
  const { stop, done } = during(activity);
  await stop();
  expect(done).toEqual(['work stopped']);
});

it('the service is asked to stop a run, whose finished accounts come back', async () => {
  const { stop, done } = during({ kind: 'running', done: 3, total: 9, since: 0 });
  await stop();
  expect(done).toEqual(['run cancelled']);
});

it.each<Activity>([
  { kind: 'writing', done: 1, total: 4, then: 'run' },
  { kind: 'stopped', done: 1, total: 4 },
  { kind: 'stopping', done: 1, total: 4, since: 0 },
])('$kind goes on: half a sheet would be worse', async (activity) => {
  const { stop, done, store } = during(activity);
  await stop();
  expect(done).toEqual([]);
  expect(store.get().notice).toBeUndefined();
});

it('says so when nothing runs', async () => {
  const { stop, store } = during({ kind: 'idle' });
  await stop();
  expect(store.get().notice?.text).toBe('Nothing is running.');
});

it('a service that does not answer becomes a notice, and the run goes on', async () => {
  const { stop, store, faults } = during({ kind: 'running', done: 3, total: 9, since: 0 }, () => Promise.reject(new Error('away')));
  await stop();
  expect(store.get().notice?.intent).toBe('error');
  expect(store.get().activity.kind).toBe('running');
  expect(faults).toHaveLength(1);
});
