import fc from 'fast-check';
import { editDistance, nearest } from './nearest';

test.each([['taxabel', 'taxable', 1], ['kitten', 'sitting', 3], ['', 'abc', 3], ['abc', 'abc', 0]])('%s and %s are %i edits apart', (a, b, distance) => {
  expect(editDistance(a, b, 9)).toBe(distance);
});

test('distance is symmetric, and never above the longer word', () => {
  fc.assert(fc.property(fc.string({ maxLength: 12 }), fc.string({ maxLength: 12 }), (a, b) => {
    expect(editDistance(a, b, 99)).toBe(editDistance(b, a, 99));
    expect(editDistance(a, b, 99)).toBeLessThanOrEqual(Math.max(a.length, b.length));
  }));
});

test('an early stop says no more than that the limit is passed', () => {
  fc.assert(fc.property(fc.string({ maxLength: 12 }), fc.string({ maxLength: 12 }), fc.nat(5), (a, b, limit) => {
    const exact = editDistance(a, b, 99);
    expect(editDistance(a, b, limit)).toBe(exact <= limit ? exact : limit + 1);
  }));
});

test('offers the nearest word, and nothing when all are far', () => {
  expect(nearest('Taxabel', ['Tax-free', 'Taxable', 'Exempt'])).toBe('Taxable');
  expect(nearest('Zebra', ['Tax-free', 'Taxable', 'Exempt'])).toBeUndefined();
});
