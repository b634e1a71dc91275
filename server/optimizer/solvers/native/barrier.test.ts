import fc from 'fast-check';
import { mulberry32, type Random } from '../../../../shared/sample/random';
import { runs } from '../../random-book';
import { Barrier, type Step } from './barrier';

/** Values between two bounds, above one, below one, free and fixed, in this order. */
const bounds = (): Barrier => new Barrier(Float64Array.of(0, 1, -Infinity, -Infinity, 2), Float64Array.of(4, Infinity, 3, Infinity, 2));

const stepOf = (length: number, random: Random): Step => {
  const make = (): Float64Array => Float64Array.from({ length }, () => 4 * random() - 2);
  return { value: make(), zl: make(), zu: make() };
};

/** By side with a bound: distance to it, and its multiplier. */
function sidesOf({ lower, upper, value, zl, zu }: Barrier): { distance: number; multiplier: number }[] {
  return [...value.keys()].filter((j) => lower[j] < upper[j]).flatMap((j) => [
    { distance: value[j] - lower[j], multiplier: zl[j] }, { distance: upper[j] - value[j], multiplier: zu[j] },
  ]).filter(({ distance }) => Number.isFinite(distance));
}

test('values are placed inside their bounds, each side with the same product; fixed and free ones have no multiplier', () => {
  const barrier = bounds();
  [-7, -7, 9, 5, 9].forEach((at, j) => barrier.place(j, at, 0.5));
  expect([...barrier.value]).toEqual([1, 2, 2, 5, 2]);
  expect(barrier.sides).toBe(4);
  for (const { distance, multiplier } of sidesOf(barrier)) expect(distance * multiplier).toBeCloseTo(0.5, 12);
  expect([barrier.zl[3], barrier.zu[3], barrier.zl[4], barrier.zu[4]]).toEqual([0, 0, 0, 0]);
  expect(barrier.gap()).toBeCloseTo(4 * 0.5, 12);
});

test('a narrow box is entered by half its width', () => {
  const barrier = new Barrier(Float64Array.of(1), Float64Array.of(1.5));
  barrier.place(0, 99, 1);
  expect(barrier.value[0]).toBe(1.25);
});

test('what ended at a bound resumes just inside, its multiplier carrying the slope', () => {
  const barrier = bounds();
  barrier.resume(0, 0, 6, 1e-4);
  barrier.resume(2, 3, -2, 1e-4);
  expect(barrier.value[0]).toBeGreaterThan(0);
  expect(barrier.value[0]).toBeLessThan(0.01);
  expect(barrier.zl[0] - barrier.zu[0]).toBeCloseTo(6, 1);
  expect(barrier.zl[2]).toBe(0);
  expect(barrier.zu[2]).toBeCloseTo(2, 1);
});

test('a completed step meets the complementarity it was made for, to first order', () => {
  fc.assert(fc.property(fc.nat(), (seed) => {
    const random = mulberry32(seed);
    const barrier = bounds();
    for (let j = 0; j < 5; j += 1) barrier.place(j, 6 * random() - 2, 0.1 + random());
    const [step, after, target] = [stepOf(5, random), stepOf(5, random), random()];
    barrier.complete(step, target, after);
    const { lower, upper, value, zl, zu } = barrier;
    for (const j of [0, 1]) expect(zl[j] * step.value[j] + (value[j] - lower[j]) * (step.zl[j] + zl[j])).toBeCloseTo(target - after.zl[j] * after.value[j], 9);
    for (const j of [0, 2]) expect(-zu[j] * step.value[j] + (upper[j] - value[j]) * (step.zu[j] + zu[j])).toBeCloseTo(target + after.zu[j] * after.value[j], 9);
    // With dz put in, stationarity of a value reads weight·dx = push: the same step from the other side.
    for (const j of [0, 1, 2]) expect(step.zl[j] - step.zu[j]).toBeCloseTo(barrier.push(j, target, after) - barrier.weight(j) * step.value[j], 9);
    expect([step.zl[3], step.zu[3], step.zl[4], step.zu[4]]).toEqual([0, 0, 0, 0]);
  }), runs(100));
});

test('the reach of a step ends where the first distance or multiplier is zero, and the gap foretells what a move makes of it', () => {
  fc.assert(fc.property(fc.nat(), (seed) => {
    const random = mulberry32(seed);
    const barrier = bounds();
    for (let j = 0; j < 5; j += 1) barrier.place(j, 6 * random() - 2, 0.1 + random());
    const step = stepOf(5, random);
    step.value[4] = 0;
    for (const j of [1, 3, 4]) step.zu[j] = 0;
    for (const j of [2, 3, 4]) step.zl[j] = 0;
    const reach = barrier.reach(step);
    if (!Number.isFinite(reach)) return;
    const foretold = barrier.gap(step, 0.9 * reach);
    barrier.move(step, 0.9 * reach);
    const least = (): number => Math.min(...sidesOf(barrier).flatMap(({ distance, multiplier }) => [distance, multiplier]));
    expect(least()).toBeGreaterThan(0);
    expect(barrier.gap()).toBeCloseTo(foretold, 9);
    barrier.move(step, 0.1 * reach);
    expect(Math.abs(least())).toBeLessThan(1e-9);
  }), runs(100));
});
