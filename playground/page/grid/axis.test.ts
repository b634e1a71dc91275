import fc from 'fast-check';
import { Axis } from './axis';

describe('an axis', () => {
  it('places bands of standard, own and no size', () => {
    const axis = new Axis(
      10,
      20,
      new Map([
        [1, { size: 50 }],
        [3, { hidden: true }],
      ]),
    );
    expect([0, 1, 2, 3, 4].map((index) => axis.offset(index))).toEqual([0, 20, 70, 90, 90]);
    expect(axis.total).toBe(210);
    expect([0, 19, 20, 69, 70, 90, 5_000].map((distance) => axis.indexAt(distance))).toEqual([0, 0, 1, 1, 2, 4, 9]);
  });

  it('finds each visible band from its own offset', () => {
    const bands = fc.dictionary(fc.nat(199).map(String), fc.record({ size: fc.integer({ min: 1, max: 90 }), hidden: fc.boolean() }));
    fc.assert(
      fc.property(bands, fc.nat(199), (exceptions, index) => {
        const axis = new Axis(200, 20, new Map(Object.entries(exceptions).map(([key, band]) => [Number(key), band])));
        const found = axis.indexAt(axis.offset(index));
        expect(axis.offset(found)).toBe(axis.offset(index));
        if (axis.size(index) > 0) expect(found).toBe(index);
        expect(axis.offset(index + 1) - axis.offset(index)).toBe(axis.size(index));
      }),
    );
  });
});
