import { expect, test } from '@jest/globals';
import JSZip from 'jszip';
import { joinBytes, unpack } from './unpack';

async function archive(content: Uint8Array): Promise<JSZip> {
  const zip = new JSZip().file('a', content);
  return JSZip.loadAsync(await zip.generateAsync({ type: 'uint8array', compression: 'DEFLATE' }));
}

test('an entry comes in pieces that make the whole', async () => {
  const content = Uint8Array.from({ length: 300_000 }, (_none, k) => (k * k) % 251);
  const pieces: Uint8Array[] = [];
  for await (const piece of unpack((await archive(content)).files.a)) pieces.push(piece);
  expect(pieces.length).toBeGreaterThan(1);
  expect(Buffer.from(joinBytes(pieces)).equals(Buffer.from(content))).toBe(true);
});

test('who takes no more is sent no more', async () => {
  let taken = 0;
  for await (const piece of unpack((await archive(new Uint8Array(50_000_000))).files.a)) {
    taken += piece.length;
    if (taken > 0) break;
  }
  expect(taken).toBeLessThan(1_000_000);
});

test('an empty entry has no pieces, and nothing joined is nothing', async () => {
  for await (const piece of unpack((await archive(new Uint8Array())).files.a)) expect(piece).toHaveLength(0);
  expect(joinBytes([])).toHaveLength(0);
});
