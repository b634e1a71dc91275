import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { terminalText } from './terminal-text';

test('what a terminal would obey is spelled out', () => {
  expect(terminalText('A\u001b[31mred\u001b]0;title\u0007')).toBe('A\\u001b[31mred\\u001b]0;title\\u0007');
  expect(terminalText('file\u202excod.exe\u009b2J\r')).toBe('file\\u202excod.exe\\u009b2J\\u000d');
});

test('other text stays as it is', () => {
  expect(terminalText('Müller\t€5 — 日本\n  –5 %')).toBe('Müller\t€5 — 日本\n  –5 %');
});

test('JSON means the same', () => {
  fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => expect(JSON.parse(terminalText(JSON.stringify({ text })))).toEqual({ text })));
});
