import fc from 'fast-check';
import { sixtyForty, snapshotOf, taxProfile } from './examples';
import { runs } from './random-book';
import { leastTax, type GainsBox } from './tax-bound';
import { tax } from './terms/tax';
import type { TaxRegime } from './terms/term';

/** Tax in basis points of account value at gains in percent of it, plus what the gains themselves are priced at. */
function priced({ cost }: TaxRegime, { short, long }: GainsBox, s: number, l: number): number {
  const planes = cost.map((plane) => 100 * (plane.short * s + plane.long * l) + 10_000 * plane.constant);
  return Math.max(...planes) + short.price * s + long.price * l;
}

/** Every regime of a tax year under way, for every care of taxes. */
const anyRegime = fc.record({
  taxCare: fc.constantFrom('Off' as const, 'Low' as const, 'Medium' as const, 'High' as const),
  harvestLosses: fc.constantFrom('Off' as const, 'Year-round' as const),
  ytdShort: fc.integer({ min: -20_000, max: 20_000 }), ytdLong: fc.integer({ min: -20_000, max: 20_000 }),
  rates: fc.constantFrom([0.408, 0.238], [0.2, 0.35], [0.25, 0.25], [0.3, 0]),
  realized: fc.constantFrom({ short: 0, long: 0 }, { short: 4000, long: -9000 }),
}).chain(({ taxCare, harvestLosses, ytdShort, ytdLong, rates: [shortRate, longRate], realized }) => {
  const from = sixtyForty({ tax: { ...taxProfile, shortRate, longRate, ytdShort, ytdLong }, settings: { taxCare, harvestLosses } });
  return fc.constantFrom(...tax.express(snapshotOf(from, { realized: new Map([['T', realized]]) })).tax!);
});

/** Boxes that hold no gain at all, as those of an account do; one side may have no width. */
const anySide = fc.record({
  lower: fc.constantFrom(0, -3, -17.5), upper: fc.constantFrom(0, 2.25, 30), price: fc.double({ min: -45, max: 45, noNaN: true }),
});
const anyBox: fc.Arbitrary<GainsBox> = fc.record({ short: anySide, long: anySide });

const steps = 60;
const between = ({ lower, upper }: GainsBox['short'], k: number): number => lower + ((upper - lower) * k) / steps;

test('nothing in the box costs less, and the least is nearly met', () => {
  fc.assert(fc.property(anyRegime, anyBox, (regime, box) => {
    const found = leastTax(regime, box);
    let best = Infinity;
    for (let a = 0; a <= steps; a += 1) for (let b = 0; b <= steps; b += 1) best = Math.min(best, priced(regime, box, between(box.short, a), between(box.long, b)));
    expect(found).toBeLessThanOrEqual(best + 1e-8);
    // Half a step either way at the steepest slope of all.
    const cell = (box.short.upper - box.short.lower + box.long.upper - box.long.lower) / steps / 2;
    expect(found).toBeGreaterThan(best - cell * 120 - 1e-8);
  }), runs(150));
});

test('the year is empty, losses save the ordinary rate up to the limit and half the long rate beyond', () => {
  const regimes = tax.express(snapshotOf(sixtyForty({ settings: { taxCare: 'Medium', harvestLosses: 'Year-round' } }))).tax!;
  const none = { lower: 0, upper: 0, price: 0 };
  // Priced per percent of gain; the tax is the smaller of two regimes.
  const losing = (price: number): number => Math.min(...regimes.map((regime) => leastTax(regime, { short: { lower: -40, upper: 0, price }, long: none })));
  // $40,000 of $100,000: $3,000 at 40.8 % and $37,000 at 11.9 % are 122.4 and 440.3 basis points.
  expect(losing(0)).toBeCloseTo(-562.7, 6);
  // A percent of loss that costs 15 basis points is only worth taking up to the limit, at 45 none is.
  expect(losing(-15)).toBeCloseTo(-122.4 + 45, 6);
  expect(losing(-45)).toBeCloseTo(0, 6);
});

test('a box without width is one point', () => {
  const point = { lower: 0, upper: 0, price: 99 };
  for (const regime of tax.express(snapshotOf(sixtyForty())).tax!) expect(leastTax(regime, { short: point, long: point })).toBeCloseTo(0, 9);
});

test('the least may be where planes meet inside the box', () => {
  // Rising in each gain and falling in both: all are equal where 0.3·s = 1 % − 0.6·s.
  const cost = [{ short: 0.3, long: 0, constant: 0 }, { short: 0, long: 0.3, constant: 0 }, { short: -0.3, long: -0.3, constant: 0.01 }];
  const side = { lower: -10, upper: 10, price: 0 };
  expect(leastTax({ cost, tax: [] }, { short: side, long: side })).toBeCloseTo(100 / 3, 9);
});
