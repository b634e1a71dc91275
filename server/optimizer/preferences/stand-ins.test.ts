import fc from 'fast-check';
import type { Substitute } from '../../../shared/book/book';
import { allTaxTypes } from '../../../shared/book/tax-types';
import { runs } from '../random-book';
import { standIns } from './stand-ins';

const pair = (original: string, symbol: string, more: Partial<Substitute> = {}): Substitute => ({ for: original, symbol, rank: 1, isHeld: true, isBought: true, taxTypes: allTaxTypes, ...more });
const held = (symbol: string, weight: number, target = 0) => ({ symbol, weight, target });

test('a substitute stands in as far as its original is short', () => {
  expect(standIns([held('ITOT', 0.5), held('VTI', 0.4, 0.6)], [pair('VTI', 'ITOT')], 25)).toEqual([
    { asset: 0, original: 1, weight: expect.closeTo(0.2, 12), hurdle: 0.0025 },
  ]);
  expect(standIns([held('ITOT', 0.1), held('VTI', 0.6, 0.6)], [pair('VTI', 'ITOT')], 25)).toEqual([]);
});

test('its own hurdle counts before that of the settings, also when it is 0', () => {
  expect(standIns([held('ITOT', 0.5), held('VTI', 0, 0.6)], [pair('VTI', 'ITOT', { hurdle: 0 })], 25)[0].hurdle).toBe(0);
  expect(standIns([held('ITOT', 0.5), held('VTI', 0, 0.6)], [pair('VTI', 'ITOT', { hurdle: 90 })], 25)[0].hurdle).toBe(0.009);
});

test('gaps are filled in the order given; what is wanted for itself does not stand in', () => {
  const found = standIns([held('ITOT', 0.2), held('SCHB', 0.3, 0.1), held('VTI', 0, 0.3)], [pair('VTI', 'ITOT'), pair('VTI', 'SCHB', { rank: 2 })], 25);
  expect(found.map(({ asset, weight }) => [asset, Number(weight.toFixed(9))])).toEqual([[0, 0.2], [1, 0.1]]);
});

test('pairs for harvests only, and of what is not here, hold nothing', () => {
  expect(standIns([held('ITOT', 0.5), held('VTI', 0, 0.6)], [pair('VTI', 'ITOT', { isHeld: false }), pair('VOO', 'ITOT'), pair('VTI', 'VOO')], 25)).toEqual([]);
});

test('nobody stands in with more than it has, nor for more than is missing', () => {
  const weights = fc.record({ weight: fc.double({ min: 0, max: 1, noNaN: true }), target: fc.double({ min: 0, max: 1, noNaN: true }) });
  fc.assert(fc.property(fc.array(weights, { minLength: 1, maxLength: 6 }), fc.array(fc.tuple(fc.nat(5), fc.nat(5)), { maxLength: 8 }), (all, pairs) => {
    const assets = all.map((each, i) => ({ ...each, symbol: `S${i}` }));
    const found = standIns(assets, pairs.filter(([a, b]) => a !== b).map(([a, b]) => pair(`S${a}`, `S${b}`)), 25);
    assets.forEach(({ weight, target }, i) => {
      const sum = (of: 'asset' | 'original'): number => found.filter((each) => each[of] === i).reduce((total, each) => total + each.weight, 0);
      expect(sum('asset')).toBeLessThanOrEqual(Math.max(0, weight - target) + 1e-12);
      expect(sum('original')).toBeLessThanOrEqual(Math.max(0, target - weight) + 1e-12);
    });
  }), runs(200));
});
