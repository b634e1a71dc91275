import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { cellText, isoCellText } from './cell-text';
import { plainNumber } from './number-formats';

const day = { date: true, time: false, digits: 0 };
const clock = { date: false, time: true, digits: 0 };

test.each([
  [87.20999999999999, '87.21'],
  [0.1 + 0.2, '0.3'],
  [691.4400000000001, '691.44'],
  [1e21, '1000000000000000000000'],
  [1e-7, '0.0000001'],
  [100000, '100000'],
  [9007199254740991, '9007199254740991'],
  [-0, '0'],
  [-2463.29, '-2463.29'],
])('%d is %s', (number, text) => expect(cellText(number)).toBe(text));

test('no number gets an exponent, and each comes back to its 15 digits', () => {
  fc.assert(
    fc.property(fc.double({ noNaN: true, min: -1e307, max: 1e307 }), (number) => {
      const text = cellText(number);
      expect(text).toMatch(/^-?\d+(\.\d+)?$/);
      expect(Math.abs(Number(text) - number)).toBeLessThanOrEqual(Math.abs(number) * 1e-14);
    }),
  );
});

test('zeros that a format adds in front are part of a number’s text', () => {
  expect(cellText(66922477, { ...plainNumber, digits: 9 })).toBe('066922477');
  expect(cellText(0.5, { ...plainNumber, digits: 9 })).toBe('0.5');
});

test('days, times and both', () => {
  expect(cellText(46127, day)).toBe('2026-04-15');
  expect(cellText(46127.4745601852, day)).toBe('2026-04-15 11:23:22');
  expect(cellText(46127.999999, day)).toBe('2026-04-16');
  expect(cellText(0.5, clock)).toBe('12:00:00');
  expect(cellText(44665, day, true)).toBe('2026-04-15');
});

test('a date that is none: 0 is blank, other numbers stay numbers', () => {
  expect([cellText(0, day), cellText(-1, day), cellText(1e9, day)]).toEqual(['', '-1', '1000000000']);
});

test('truth values and text', () => expect([cellText(true), cellText(false), cellText('#N/A')]).toEqual(['TRUE', 'FALSE', '#N/A']));

test('ISO dates lose an empty time', () => {
  expect(['2026-04-15', '2026-04-15T00:00:00', '2026-04-15T11:23:52.000Z', 'soon'].map(isoCellText)).toEqual(['2026-04-15', '2026-04-15', '2026-04-15 11:23:52', 'soon']);
});
