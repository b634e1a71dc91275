import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { isoFromSerial } from '../excel-dates';
import { serialFromText } from './serial-time';

test('a day is a whole number, in the calendar of the workbook', () => {
  expect(serialFromText('2026-11-20')).toBe(46_346);
  expect(serialFromText('2026-11-20', true)).toBe(46_346 - 1_462);
});

test('the time of day is the fraction', () => {
  expect(serialFromText('2026-11-20T12:00')).toBe(46_346.5);
  expect(serialFromText('2026-11-20 06:00:00')).toBe(46_346.25);
  expect(serialFromText('2026-11-20T18:00:00.000Z')).toBe(46_346.75);
});

test.each(['', '20 Nov 2026', '2026-02-30', '2026-13-01', '2026-11-20T25:00', '2026-11-20T09:61', '1899-12-31', '0050-01-01'])(
  '%j is no moment Excel can hold',
  (text) => expect(serialFromText(text)).toBeUndefined(),
);

test('every moment falls on its own day', () => {
  const clock = fc.tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }), fc.integer({ min: 0, max: 59 }));
  fc.assert(
    fc.property(fc.integer({ min: 61, max: 2_950_000 }), clock, (serial, parts) => {
      const day = isoFromSerial(serial);
      const time = parts.map((part) => String(part).padStart(2, '0')).join(':');
      expect(isoFromSerial(serialFromText(`${day}T${time}`) as number)).toBe(day);
    }),
  );
});
