import { expect, it } from '@jest/globals';
import { ServiceError } from '../client/service-error';
import { createStore } from './store';
import { createWork } from './work';

function open() {
  const store = createStore();
  const faults: unknown[] = [];
  const heard = { offline: 0 };
  const work = createWork(store, () => (heard.offline += 1), (fault) => faults.push(fault));
  return { store, work, faults, heard, notice: () => store.get().notice };
}
const fails = (fault: unknown) => () => Promise.reject(fault);

it('does one thing at a time: what is asked for meanwhile is not done', async () => {
  const { work, store } = open();
  const done: string[] = [];
  let finish = (): void => undefined;
  const first = work.start(async () => {
    store.tell({ is: 'reading', then: 'run' });
    await new Promise<void>((resolve) => { finish = resolve; });
    done.push('first');
    store.tell({ is: 'ended' });
  });
  await work.start(async () => void done.push('second'));
  finish();
  await first;
  expect(done).toEqual(['first']);
  await work.start(async () => void done.push('third'));
  expect(done).toEqual(['first', 'third']);
});

it('a stop is no fault, and says that nothing was changed', async () => {
  const { work, faults, notice, store } = open();
  const stopped = work.start((signal) => new Promise((_, reject) => {
    store.tell({ is: 'reading', then: 'run' });
    signal.addEventListener('abort', () => reject(signal.reason));
  }));
  work.stop();
  await stopped;
  expect(faults).toEqual([]);
  expect(notice()?.text).toBe('Stopped. Nothing was changed.');
  expect(store.get().activity.kind).toBe('idle');
});

it('a fault ends the work, is heard once, and says whether sheets may be half written', async () => {
  const { work, store, faults, notice } = open();
  await work.start(async () => {
    store.tell({ is: 'writing', done: 1, total: 4, then: 'run' });
    throw new TypeError('broken');
  });
  expect(faults).toHaveLength(1);
  expect(notice()?.text).toContain('Some sheets may be unfinished');
  expect(store.get().activity.kind).toBe('idle');
  await work.start(fails(new TypeError('broken')));
  expect(notice()?.text).toContain('Your workbook is unchanged.');
});

it('a service that is away makes the state offline and is watched; a refusal does not', async () => {
  const { work, store, heard } = open();
  await work.start(fails(new ServiceError('refused', 'No.')));
  expect([store.get().online, heard.offline]).toEqual([true, 0]);
  await work.start(fails(new ServiceError('offline', 'Away.')));
  expect([store.get().online, heard.offline]).toEqual([false, 1]);
});

it('trying again does the last work, or what it named as the rest', async () => {
  const { work } = open();
  const done: string[] = [];
  await work.again();
  await work.start(async () => void done.push('run'));
  await work.again();
  await work.start(async () => {
    done.push('decide');
    work.resumeWith(async () => void done.push('write'));
  });
  await work.again();
  expect(done).toEqual(['run', 'run', 'decide', 'write']);
});
