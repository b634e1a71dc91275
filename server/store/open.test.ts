import { expect, test } from '@jest/globals';
import { openStore } from './open';

test('opens the storage that the scheme names', async () => {
  const store = openStore('memory:');
  expect(await store.createRun({ id: 'a', digest: 'd', total: 1 })).toMatchObject({ kind: 'created' });
});

test.each(['postgres://db/rebal', 'constructor:', 'nonsense', ''])('refuses %p and says what there is', (url) => {
  expect(() => openStore(url)).toThrow(/^Storage ".*" is unknown. Maybe use memory:$/);
});
