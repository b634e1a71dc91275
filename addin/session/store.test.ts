import { expect, it } from '@jest/globals';
import { createStore } from './store';

it('tells of changes only: React would paint for nothing', () => {
  const store = createStore();
  const heard: boolean[] = [];
  const leave = store.subscribe(() => heard.push(store.get().online));
  store.tell({ is: 'sending slowly' });
  expect(heard).toEqual([]);
  store.tell({ is: 'service answered', online: false });
  expect(heard).toEqual([false]);
  leave();
  store.tell({ is: 'service answered', online: true });
  expect(heard).toEqual([false]);
});

it('who leaves while all are told keeps nobody else from hearing', () => {
  const store = createStore();
  const heard: string[] = [];
  const leave = store.subscribe(() => {
    heard.push('first');
    leave();
  });
  store.subscribe(() => heard.push('second'));
  store.tell({ is: 'service answered', online: false });
  expect(heard).toEqual(['first', 'second']);
});
