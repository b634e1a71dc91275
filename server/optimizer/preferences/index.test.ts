import type { Substitute } from '../../../shared/book/book';
import { allTaxTypes } from '../../../shared/book/tax-types';
import { account, book, freely, lot, security, snapshotOf } from '../examples';

const pair = (hurdle?: number): Substitute => ({ for: 'VTI', symbol: 'ITOT', rank: 1, hurdle, isHeld: true, isBought: true, taxTypes: allTaxTypes });
const securities = [security('ITOT', 100, 'US equity', { rating: 'Buy' }), security('VTI', 200, 'US equity')];

/** 40 % VTI, 60 % ITOT, no cash wanted: the half of ITOT is beyond the gap when VTI holds 70 % of the target. */
const assetsOf = (substitutes: Substitute[] | undefined, model: Record<string, number> = { VTI: 1 }) => snapshotOf(book(securities, model, [
  account({ lots: [lot('ITOT', 60, 100, '2020-01-02'), lot('VTI', 20, 200, '2020-01-02')], settings: { ...freely, cashTarget: 0 } }),
], { substitutes })).assets;

test('a hurdle is paid by the part that stands in', () => {
  const [itot, vti] = assetsOf([pair(50)]);
  expect(itot).toMatchObject({ target: 0, preference: { held: 0.005, sold: expect.closeTo(0.005, 12) } });
  expect(vti).toMatchObject({ target: 1, preference: { held: 0, bought: 0, sold: 0 } });
});

test('the setting stands where the pair is silent', () => {
  expect(assetsOf([pair()])[0].preference.sold).toBeCloseTo(0.0025, 12);
});

test('without a hurdle the substitute takes over the target that it fills', () => {
  const [itot, vti] = assetsOf([pair(0)]);
  expect([itot.target, vti.target]).toEqual([expect.closeTo(0.6, 12), expect.closeTo(0.4, 12)]);
  expect(itot.preference.sold).toBe(0);
});

test('without a list nothing is approved: targets and sales are as they were', () => {
  expect(assetsOf(undefined).map(({ target, preference }) => [target, preference.sold])).toEqual([[0, 0], [1, 0]]);
});
