import { expect, it } from '@jest/globals';
import { readSources } from './read-sources';

const source = (name: string, text: string) => ({ name, size: text.length, bytes: async () => new TextEncoder().encode(text) });
const signal = new AbortController().signal;

it('puts files behind those that are there, each once by its bytes', async () => {
  const first = await readSources([], [source('a.csv', 'x,y\n1,2\n'), source('b.csv', 'x,y\n1,2\n')], signal);
  const all = await readSources(first, [source('a.csv', 'x,y\n1,2\n'), source('a.csv', 'x,y\n3,4\n')], signal);
  expect(all.map(({ name }) => name)).toEqual(['a.csv', 'b.csv', 'a.csv']);
  expect(new Set(all.map(({ sha256 }) => sha256)).size).toBe(2);
});

it('says of a file that cannot be had what it may be', async () => {
  const [gone] = await readSources([], [{ name: 'folder', size: 0, bytes: () => Promise.reject(new Error('NotReadableError')) }], signal);
  expect(gone.reading.issues).toMatchObject([{ code: 'I01', severity: 'stop', sheet: 'folder', fix: 'Maybe it is a folder, was moved, or is open in another program.' }]);
});

it('hears Stop between two files', async () => {
  const controller = new AbortController();
  const stopping = { ...source('a.csv', 'x'), bytes: async () => (controller.abort(), new Uint8Array([65])) };
  await expect(readSources([], [stopping, source('b.csv', 'x')], controller.signal)).rejects.toMatchObject({ name: 'AbortError' });
});
