import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { isoFromSerial, serialFromIso } from './excel-dates';

describe('serial days of the 1900 system', () => {
  it.each([
    [1, '1900-01-01'],
    [59, '1900-02-28'],
    [61, '1900-03-01'],
    [45_292, '2024-01-01'],
    [46_347, '2026-11-21'],
    [2_958_465, '9999-12-31'],
  ])('%d is %s', (serial, day) => {
    expect(isoFromSerial(serial)).toBe(day);
    expect(serialFromIso(day)).toBe(serial);
  });
  it.each([0, -1, 60, 60.5, 2_958_466, NaN, Infinity])('%d is no day', (serial) => expect(isoFromSerial(serial)).toBeUndefined());
  it('drops the time of day', () => expect(isoFromSerial(46_347.999)).toBe('2026-11-21'));
  it('has no day before 1900', () => expect(serialFromIso('1899-12-31')).toBeUndefined());
});

describe('serial days of the 1904 system', () => {
  it.each([
    [0, '1904-01-01'],
    [60, '1904-03-01'],
    [1462, '1908-01-02'],
    [44_885, '2026-11-21'],
  ])('%d is %s', (serial, day) => {
    expect(isoFromSerial(serial, true)).toBe(day);
    expect(serialFromIso(day, true)).toBe(serial);
  });
  it('has no day before 1904', () => expect(serialFromIso('1903-12-31', true)).toBeUndefined());
});

describe('both systems', () => {
  it('go there and back', () => {
    fc.assert(
      fc.property(fc.integer({ min: 61, max: 2_950_000 }), fc.boolean(), (serial, date1904) => {
        expect(serialFromIso(isoFromSerial(serial, date1904) as string, date1904)).toBe(serial);
      }),
    );
  });
  it('lie 1,462 days apart', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1462, max: 2_950_000 }), (serial) => {
        expect(isoFromSerial(serial)).toBe(isoFromSerial(serial - 1462, true));
      }),
    );
  });
});
