import { checkFlow, checkGain, checkPerUnit, checkProduct, findUnit, productOf } from './arithmetic';

test.each([
  [10, 290.12, 2901.2, 1],
  [10_000, 99.875, 9987.5, 0.01],
  [-2, 3.1, -620, 100],
  [100, 33.33, 3333.4, 1],
  [10, 290, 1450, null],
  [0, 290, 0, null],
  [null, 290, 2900, null],
] as const)('%p at %p is %p in units of %p', (quantity, price, value, unit) => {
  expect(findUnit(quantity, price, value)).toBe(unit);
});

test('equations hold of the rows where every part is known', () => {
  expect(checkProduct([10, 5, null], [2, 2, 2], [20, 12, 4])).toEqual({ known: 2, share: 0.5 });
  expect(checkGain([20, 10, 5], [15, null, 6], [5, 1, 0])).toEqual({ known: 2, share: 0.5 });
  expect(productOf([2, null], [3, 4])).toEqual([6, null]);
});

test('money has the other sign than the shares that it is for', () => {
  expect(checkFlow([2, -10, null, 3], [-600, 210, 5, 0])).toEqual({ known: 2, share: 1 });
  expect(checkFlow([2, -10], [600, -210])).toEqual({ known: 2, share: 0 });
});

test('a cost near the price is the cost of one; where quantity is about 1 nothing can be said', () => {
  expect(checkPerUnit([180, 21], [100, 50], [200, 20], [20_000, 1000])).toEqual({ known: 2, share: 1 });
  expect(checkPerUnit([18_000], [100], [200], [20_000])).toEqual({ known: 1, share: 0 });
  expect(checkPerUnit([180], [1], [200], [200])).toEqual({ known: 0, share: 0 });
});
