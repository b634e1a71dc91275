import { expect, test } from '@jest/globals';
import { shapeOf } from './number-formats';

test.each([
  ['YYYY-MM-DD HH:MM:SS', true, true],
  ['[$-409]m/d/yy h:mm AM/PM;@', true, true],
  ['d-mmm-yy', true, false],
  ['mmmm', true, false],
  ['hh:mm:ss.000', false, true],
  ['[h]:mm', false, false],
  ['General', false, false],
  ['@', false, false],
  ['0.00%', false, false],
  ['#,##0.00_);[Red](#,##0.00)', false, false],
  ['"USD" #,##0', false, false],
  ['0.00E+00', false, false],
  ['\\d0.0', false, false],
])('%s: day %s, time %s', (code, date, time) => expect(shapeOf(code)).toEqual({ date, time, digits: 0 }));

test('zeros pad a number', () => expect(shapeOf('000000000').digits).toBe(9));
