import fc from 'fast-check';
import { compareText, nameFinder, nameKey, oneSpelling } from './names';

describe('names', () => {
  it('compares without case and outer spaces', () => {
    expect(nameKey('  US Equity ')).toBe(nameKey('us equity'));
    expect(nameKey('US Equity')).not.toBe(nameKey('USEquity'));
  });

  it('sorts by code points', () => {
    expect(['b', 'a', 'B', 'é'].sort(compareText)).toEqual(['B', 'a', 'b', 'é']);
  });

  it('finds the exact spelling before any other', () => {
    const find = nameFinder(['abc', 'ABC']);
    expect(find('abc')).toBe('abc');
    expect(find('ABC')).toBe('ABC');
    expect(find(' Abc')).toBe('ABC');
    expect(find('abd')).toBeUndefined();
    expect(find(undefined)).toBeUndefined();
  });

  it('lets the preferred spelling win, else the first in code-point order', () => {
    const spell = oneSpelling(['us equity', 'US equity', 'bonds', undefined], ['US Equity']);
    expect(spell('US EQUITY')).toBe('US Equity');
    expect(spell('Bonds ')).toBe('bonds');
    expect(spell(' Gold ')).toBe('Gold');
  });

  it('does not depend on the order of names', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('a', 'A', 'Ab', 'aB', 'AB', ' ab')), fc.constantFrom('ab', 'AB', 'a'), (names, typed) => {
        const reversed = [...names].reverse();
        expect(oneSpelling(names)(typed)).toBe(oneSpelling(reversed)(typed));
        expect(nameFinder(names)(typed)).toBe(nameFinder(reversed)(typed));
      }),
    );
  });
});
