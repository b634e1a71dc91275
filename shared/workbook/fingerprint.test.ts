import { expect, test } from '@jest/globals';
import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { canonicalJson, fingerprint, sha256Hex, sha256OfBytes } from './fingerprint';

test('SHA-256 agrees with another implementation on any text', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      expect(sha256Hex(text)).toBe(createHash('sha256').update(text, 'utf8').digest('hex'));
    }),
  );
});

test('SHA-256 of bytes is that of the text they are', () => {
  expect(sha256OfBytes(new TextEncoder().encode('é=1\n'))).toBe(sha256Hex('é=1\n'));
});

test('the fingerprint of a known value (FIPS 180-4)', () => {
  expect(sha256Hex('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
});

test('canonical JSON sorts keys and leaves absent values out', () => {
  expect(canonicalJson({ b: [1, 'x', null, true], a: { d: undefined, c: 0.1 } })).toBe('{"a":{"c":0.1},"b":[1,"x",null,true]}');
});

test('the order of keys never matters, the order of a list does', () => {
  fc.assert(
    fc.property(fc.dictionary(fc.string(), fc.oneof(fc.string(), fc.integer(), fc.boolean())), (object) => {
      expect(fingerprint(Object.fromEntries(Object.entries(object).reverse()))).toBe(fingerprint(object));
    }),
  );
  expect(fingerprint([1, 2])).not.toBe(fingerprint([2, 1]));
});

test('canonical JSON reads back as what it was', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      expect(JSON.parse(canonicalJson(value))).toEqual(JSON.parse(JSON.stringify(value)));
    }),
  );
});

test('a number that is none has no fingerprint', () => {
  expect(() => fingerprint({ weight: NaN })).toThrow('NaN');
});
