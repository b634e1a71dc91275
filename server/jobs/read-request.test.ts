import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { gzipSync } from 'node:zlib';
import { smallSchema } from './fixtures/small-book';
import { readRequest } from './read-request';

const read = (data: string | Uint8Array, gzip = false, limit = 10_000) =>
  readRequest({ bytes: Uint8Array.from(typeof data === 'string' ? new TextEncoder().encode(data) : data), gzip }, smallSchema, limit);
const good = JSON.stringify({ asOf: '2026-11-20', tables: { accounts: [{ accountId: 'A-1' }] } });

describe('reading a request', () => {
  test('gives the request, and the same digest however it was packed', async () => {
    const plain = await read(good);
    const packed = await read(gzipSync(good), true);
    expect(plain).toMatchObject({ kind: 'request', request: { asOf: '2026-11-20', tables: { accounts: [{ accountId: 'A-1' }] } } });
    expect(packed).toEqual(plain);
  });

  test('a byte order mark does no harm', async () => {
    expect(await read(`\uFEFF${good}`)).toMatchObject({ kind: 'request' });
  });

  test.each([
    ['', 'malformed', 'The body is empty. Send the request as JSON.'],
    ['{"tables": secret}', 'malformed', 'The body is not JSON. Maybe it was cut off.'],
    [good.slice(0, -3), 'malformed', `The body is not JSON from character ${good.length - 3} on. Maybe it was cut off.`],
    ['null', 'invalid', 'One field is not as the contract says.'],
    ['{"tables":{"accounts":[]},"extra":1,"more":2}', 'invalid', '2 fields are not as the contract says.'],
    ['x'.repeat(10_001), 'too-large', 'The body is larger than 0 MB once unpacked. Maybe run fewer accounts at a time.'],
  ])('refuses %.30s as %s', async (text, code, detail) => {
    expect(await read(text)).toMatchObject({ kind: 'refused', code, detail });
  });

  test('refuses bytes that are no text, and gzip that is none', async () => {
    expect(await read(Uint8Array.of(0x22, 0xff, 0x22))).toMatchObject({ code: 'malformed', detail: 'The body is not UTF-8 text.' });
    expect(await read(good, true)).toMatchObject({ code: 'malformed', detail: expect.stringContaining('not gzip') });
  });

  test('never quotes the body of broken JSON', async () => {
    expect(JSON.stringify(await read('{"accountId": 4471-0093-SECRET}'))).not.toContain('SECRET');
  });

  test('any JSON and any bytes get an answer', async () => {
    const texts = fc.oneof(
      fc.json(),
      fc.string(),
      fc.json().map((json) => `{"tables":${json}}`),
    );
    await fc.assert(fc.asyncProperty(texts, async (text) => expect(['request', 'refused']).toContain((await read(text)).kind)));
    await fc.assert(
      fc.asyncProperty(fc.uint8Array(), fc.boolean(), async (data, gzip) => expect((await read(data, gzip)).kind).toBe('refused')),
    );
  });
});
