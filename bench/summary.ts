import { toPlaces } from '../shared/units';
import type { CoreSample } from './core';
import { phases, type Sample } from './measure';
import type { Distance } from './proof/distance';
import type { Core, Measured, Proof } from './report';
import { mean, median, percentile } from './statistics';

/** Times to the microsecond, gaps to a ten-thousandth of a basis point. */
const places = { ms: 3, bp: 4 };

/** The samples of one solver on one size in one variant. Throws a RangeError without any. */
export function summarize(samples: readonly Sample[]): Measured {
  if (samples.length === 0) throw new RangeError('Nothing was measured');
  const times = samples.map(({ ms }) => ms);
  const gaps = samples.flatMap(({ gapBp }) => (gapBp === null ? [] : [gapBp]));
  const split = Object.fromEntries(phases.map((phase) => [phase, toPlaces(mean(samples.map((sample) => sample.split[phase])), places.ms)]));
  return {
    n: samples.length,
    cpuMsMedian: toPlaces(median(times), places.ms),
    cpuMsP90: toPlaces(percentile(times, 0.9), places.ms),
    splitMs: split as Measured['splitMs'],
    gapBpMedian: gaps.length > 0 ? toPlaces(median(gaps), places.bp) : null,
    gapBpP95: gaps.length > 0 ? toPlaces(percentile(gaps, 0.95), places.bp) : null,
    unsolved: samples.length - gaps.length,
    refused: samples.reduce((sum, { refused }) => sum + refused, 0),
    fallbacks: samples.reduce((sum, { fallbacks }) => sum + fallbacks, 0),
  };
}

/** One solver's solves; `best` holds the least objective that any solver reached, problem by problem. */
export function summarizeCore(samples: readonly CoreSample[], best: readonly (number | null)[]): Core {
  const times = samples.map(({ ms }) => ms);
  const excess = samples.flatMap(({ objective }, k) => (objective === null || best[k] === null ? [] : [objective - best[k]]));
  return {
    n: samples.length,
    cpuMsMedian: toPlaces(median(times), places.ms),
    cpuMsP90: toPlaces(percentile(times, 0.9), places.ms),
    unsolved: samples.filter(({ objective }) => objective === null).length,
    excessBpWorst: excess.length > 0 ? toPlaces(Math.max(...excess), places.bp) : null,
  };
}

/** Distances from the optimum, of accounts whose optimum was proved. */
export function summarizeProof(distances: readonly Distance[]): Proof {
  const proved = distances.filter((distance) => distance.proved);
  const of = (figures: readonly number[], figure: (sorted: readonly number[]) => number): number | null => (figures.length > 0 ? toPlaces(figure(figures), places.bp) : null);
  const bp = proved.map((distance) => distance.bp);
  return {
    n: distances.length, proved: proved.length, distanceBpMedian: of(bp, median), distanceBpWorst: of(bp, (all) => Math.max(...all)),
    gapBpMedian: of(proved.flatMap(({ gapBp }) => gapBp ?? []), median),
  };
}

/** The least objective of each problem over the solvers; null where none was optimal. */
export function bestObjectives(bySolver: readonly (readonly CoreSample[])[]): (number | null)[] {
  return bySolver[0].map((_, k) => {
    const found = bySolver.flatMap((samples) => samples[k].objective ?? []);
    return found.length > 0 ? Math.min(...found) : null;
  });
}
