import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { decodeXstring, encodeXstring, escapeXml, isTrue } from './xml-text';
import { parseXml } from './xml-tree';

test('any cell text comes back from XML, but for what XML cannot hold', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.stringMatching(/^[_x0-9A-F]{0,12}$/)), (text) => {
      const possible = text.replace(/[^\t\n\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '');
      expect(decodeXstring(parseXml('part', `<t>${encodeXstring(possible)}</t>`).text)).toBe(possible);
      expect(parseXml('part', `<t a="${escapeXml(text)}"/>`).name).toBe('t');
    }),
  );
});

test('what XML cannot hold is left out', () => {
  expect(escapeXml('a\u0000b\ud800c\uffff')).toBe('abc');
});

test('escapes of Excel are read', () => {
  expect(decodeXstring('a_x000D_b_x005F_x000D_')).toBe('a\rb_x000D_');
});

test('true is 1 and true', () => {
  expect(['1', 'true', '0', 'false', undefined].map(isTrue)).toEqual([true, true, false, false, false]);
});
