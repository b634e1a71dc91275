import { isMangled, isSedol } from './security-id';

test('SEDOL', () => {
  expect(['0263494', 'B0YBKJ7', 'B0YBKJ8', '026349'].map(isSedol)).toEqual([true, true, false, false]);
});

test('what a spreadsheet made of a symbol', () => {
  expect(['MAR-1', '1-Mar', 'Sep-23', 'TRUE', '9.12828E+08', '#NAME?'].every(isMangled)).toBe(true);
  expect(['MAR', 'BRK-B', 'BRK.B', 'TRUP', '912828E10', 'DEC'].some(isMangled)).toBe(false);
});
