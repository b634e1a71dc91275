import { describe, expect, it } from '@jest/globals';
import { band } from './band';
import { defaultBand } from './default-band';

describe('=REBAL.BAND', () => {
  it.each([
    [[0.3, 'relative', 0.2], 0.24, 0.36],
    [[0.1, '5/25'], 0.075, 0.125],
    [[0.3, '5/25'], 0.25, 0.35],
    [[0.3], 0.24, 0.36],
    [[0.3, null, null], 0.24, 0.36],
    [[0.3, 0, null], 0.24, 0.36],
    [[0.3, '', 0.1], 0.27, 0.33],
    [[0.3, 'Absolute'], 0.25, 0.35],
    [[0.3, 'absolute', '2%'], 0.28, 0.32],
    [[0.3, '5%'], 0.25, 0.35],
    [[0.3, '10% relative'], 0.27, 0.33],
    [[0, 'relative'], 0, 0],
  ] as [Parameters<typeof band>, number, number][])('%p is %d to %d', (given, min, max) => {
    expect(band(...given)).toEqual([[expect.closeTo(min, 12), expect.closeTo(max, 12)]]);
  });
  it('has the usual width that the help texts of BAND, INBAND and QUICK promise', () => expect(defaultBand).toEqual({ relative: 0.2 }));
  it.each([
    [[30, 'relative'], 'Target is 30, it must be between 0 and 100%. Maybe 30%.'],
    [[0.3, 'relative', 20], 'Width is 20, it must be between 0 and 100%. Maybe 20%.'],
    [[0.3, 46_167], 'Rule is the number 46167. Maybe Excel read 5/25 as a date: type it as text, "5/25".'],
    [[0.3, 'wide'], 'Rule is "wide", it must be'],
    [[0.3, '5/25', 0.2], 'Leave Width out.'],
    [[null], 'Target is blank.'],
  ] as [Parameters<typeof band>, string][])('%p: %s', (given, message) => expect(() => band(...given)).toThrow(message));
});
