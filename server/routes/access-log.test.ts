import { expect, test } from '@jest/globals';
import { accessLog, type AccessNote } from './access-log';
import { newRoutes } from './context';

function logged() {
  const notes: AccessNote[] = [];
  let time = 0;
  const app = newRoutes().use(accessLog((note) => notes.push(note), () => (time += 7)));
  app.get('/runs/:id', (c) => c.text('x', 201)).get('/broken', () => { throw new Error('broken'); });
  app.onError((_, c) => c.body(null, 500));
  return { app, notes };
}

test('names the route and never the path, which is whatever someone typed', async () => {
  const { app, notes } = logged();
  await app.request('/runs/4471-0093?key=secret');
  expect(notes).toMatchObject([{ method: 'GET', route: '/runs/:id', status: 201, ms: 7 }]);
  await app.request('/4471-0093');
  expect(notes[1]).toMatchObject({ status: 404 });
  expect(JSON.stringify(notes)).not.toMatch(/4471|secret/);
});

test('what breaks is noted too', async () => {
  const { app, notes } = logged();
  await app.request('/broken');
  expect(notes).toMatchObject([{ route: '/broken', status: 500 }]);
});
