import { expect, test } from '@jest/globals';
import { gzipSync } from 'node:zlib';
import { unpack } from './unpack';

const bytes = (data: Uint8Array): Uint8Array<ArrayBuffer> => Uint8Array.from(data);
const text = new TextEncoder().encode('{"a":1}');

test('passes plain bodies on, up to the limit', async () => {
  expect(await unpack({ bytes: bytes(text), gzip: false }, text.length)).toEqual({ kind: 'unpacked', bytes: bytes(text) });
  expect(await unpack({ bytes: bytes(text), gzip: false }, text.length - 1)).toEqual({ kind: 'too-large' });
});

test('unpacks gzip', async () => {
  const unpacked = await unpack({ bytes: bytes(gzipSync(text)), gzip: true }, 100);
  expect(unpacked.kind === 'unpacked' && Buffer.from(unpacked.bytes).toString()).toBe('{"a":1}');
});

test('a zip bomb is refused without being inflated', async () => {
  const bomb = bytes(gzipSync(Buffer.alloc(200 * 1024 * 1024)));
  expect(bomb.length).toBeLessThan(300 * 1024);
  const before = process.memoryUsage().arrayBuffers;
  expect(await unpack({ bytes: bomb, gzip: true }, 1024 * 1024)).toEqual({ kind: 'too-large' });
  expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(50 * 1024 * 1024);
});

test.each([
  ['text', text],
  ['a cut-off archive', gzipSync(text).subarray(0, -6)],
  ['nothing', new Uint8Array()],
])('%s is not gzip', async (_what, data) => {
  expect(await unpack({ bytes: bytes(data), gzip: true }, 100)).toEqual({ kind: 'not-gzip' });
});
