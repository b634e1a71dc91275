import { expect, test } from '@jest/globals';
import { isBlank } from './blank';

test('nothing and spaces are blank, of any kind; a zero and a FALSE are something', () => {
  for (const cell of [null, undefined, '', '  ', '\t', '\u00A0']) expect([cell, isBlank(cell)]).toEqual([cell, true]);
  for (const cell of [0, false, '0', '-', ' x ']) expect([cell, isBlank(cell)]).toEqual([cell, false]);
});
