import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { LONGEST_TEXT, cleanText, looksLikeFormula, typedText } from './safe-text';

const dangerous = ['=', '+', '-', '@', '\t', '\r', '\n', '\u0000', '＝', '＋', '－', '＠', "'"];
const anyText = fc.string({ unit: 'binary', maxLength: 1_200 });
const attack = fc.tuple(fc.constantFrom(...dangerous, ' =', '\ufeff='), anyText).map(([start, rest]) => start + rest);

test.each(dangerous)('text that begins with %j could be taken for a formula', (start) => {
  expect(looksLikeFormula(`${start}cmd|' /C calc'!A0`)).toBe(true);
});

test('what is typed into Excel never begins as a formula does', () => {
  fc.assert(
    fc.property(fc.oneof(anyText, attack), (text) => {
      const typed = typedText(text);
      expect(typed === '' || typed[0] === "'" || !looksLikeFormula(typed)).toBe(true);
      expect(/^[=+\-@\uff1d\uff0b\uff0d\uff20]/.test(typed)).toBe(false);
    }),
  );
});

test('clean text has no controls and no turns of direction, and is at most 1,000 characters', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      const clean = cleanText(text);
      expect(clean).not.toMatch(/[\u0000-\u001f\u007f-\u009f\u2028\u2029\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/);
      expect(clean.length).toBeLessThanOrEqual(LONGEST_TEXT);
      expect(cleanText(clean)).toBe(clean);
    }),
  );
});

test('ordinary text is not touched', () => {
  for (const text of ['Rivera Trust', 'O’Brien & Söhne', '4471-0093', '▲ Buy', '100 % 株式', 'a – b', '']) {
    expect(cleanText(text)).toBe(text);
    expect(typedText(text)).toBe(text);
  }
});

test('a hidden turn of direction is shown', () => {
  expect(cleanText('invoice\u202efdp.exe')).toBe('invoice⟲fdp.exe');
});

test('lines become words, not glued together', () => {
  expect(cleanText('Founder stock\r\nletter 12 Jan')).toBe('Founder stock letter 12 Jan');
});

test('a long text is cut with a sign, and not through a character', () => {
  expect(cleanText('x'.repeat(1_001))).toBe(`${'x'.repeat(999)}…`);
  const faces = '😀'.repeat(600);
  expect(cleanText(`a${faces}`).replace(/[\ud800-\udbff][\udc00-\udfff]/g, '')).toBe('a…');
  expect(cleanText(faces).replace(/[\ud800-\udbff][\udc00-\udfff]/g, '')).toBe('…');
});
