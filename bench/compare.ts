import { z } from 'zod';
import { toPlaces } from '../shared/units';
import { solverNames, type Measured, type Report } from './report';
import { sizeNames, type SizeName } from './sizes';

const figures = z.record(z.string(), z.number());

/** What a run is compared with. Machines differ, so times are only kept as ratios of times of one run. */
export const Baseline = z.strictObject({
  /** Accounts measured by size: gaps and counts are compared on the same accounts only. */
  accounts: z.partialRecord(z.enum(sizeNames), z.int().min(1)),
  ratios: figures,
  /** Basis points. */
  gaps: figures,
  counts: figures,
});
export type Baseline = z.infer<typeof Baseline>;

/** How much worse each kind of figure may be before a run fails: times share a machine with other work, gaps do not. */
export const tolerances = {
  ratio: { times: 2 },
  gap: { times: 1.1, plusBp: 0.05 },
} as const;

/** Sizes whose times are divided: how an account's cost grows, whatever the machine. */
const growth: readonly (readonly [larger: SizeName, smaller: SizeName])[] = [['M', 'S'], ['L', 'M'], ['index', 'M'], ['household', 'M']];

/** The figures of a report that a later run is held to. */
export function baselineOf(report: Report): Baseline {
  const baseline = { accounts: {} as Record<string, number>, ratios: {} as Record<string, number>, gaps: {} as Record<string, number>, counts: {} as Record<string, number> };
  const ratio = (name: string, above: number | undefined, below: number | undefined): void => {
    if (above !== undefined && below !== undefined && below > 0) baseline.ratios[name] = toPlaces(above / below, 3);
  };
  for (const solver of solverNames) {
    const bySize = report[solver] ?? {};
    for (const [larger, smaller] of growth) ratio(`${solver} CPU ${larger}/${smaller}`, bySize[larger]?.cpuMsMedian, bySize[smaller]?.cpuMsMedian);
    for (const [size, measured] of Object.entries(bySize)) {
      baseline.accounts[size] = measured.n;
      addFigures(baseline, `${solver} ${size}`, measured);
      addFigures(baseline, `${solver} ${size} continuous`, measured.continuous);
      baseline.counts[`${solver} ${size} core unsolved`] = measured.core.unsolved;
    }
  }
  for (const size of sizeNames) {
    const [native, highs] = [report.native?.[size], report.highs?.[size]];
    ratio(`native/highs CPU ${size}`, native?.cpuMsMedian, highs?.cpuMsMedian);
    ratio(`native/highs core CPU ${size}`, native?.core.cpuMsMedian, highs?.core.cpuMsMedian);
  }
  return Baseline.parse(baseline);
}

function addFigures({ gaps, counts }: Pick<Baseline, 'gaps' | 'counts'>, name: string, { gapBpMedian, gapBpP95, unsolved, refused, fallbacks }: Measured): void {
  if (gapBpMedian !== null) gaps[`${name} gap median`] = gapBpMedian;
  if (gapBpP95 !== null) gaps[`${name} gap p95`] = gapBpP95;
  counts[`${name} unsolved or refused`] = unsolved + refused;
  counts[`${name} fallbacks`] = fallbacks;
}

export interface Comparison {
  /** Figures found on both sides. */
  readonly compared: number;
  /** One sentence per figure that got worse by more than its tolerance. */
  readonly worse: readonly string[];
}

/** Holds a run to a baseline. A figure that only one side has is not compared. */
export function compare(baseline: Baseline, now: Baseline): Comparison {
  const sameAccounts = (name: string): boolean => {
    const size = name.split(' ')[1] as SizeName;
    return baseline.accounts[size] === now.accounts[size];
  };
  const found = (kind: 'ratios' | 'gaps' | 'counts', keep: (name: string) => boolean, most: (before: number) => number): string[][] =>
    Object.entries(baseline[kind]).flatMap(([name, before]) => {
      const after = now[kind][name];
      if (after === undefined || !keep(name)) return [];
      return [after > most(before) ? [`${name} is ${after}, ${before} in the baseline, ${toPlaces(most(before), 3)} at most`] : []];
    });
  const all = [
    ...found('ratios', () => true, (before) => before * tolerances.ratio.times),
    ...found('gaps', sameAccounts, (before) => before * tolerances.gap.times + tolerances.gap.plusBp),
    ...found('counts', sameAccounts, (before) => before),
  ];
  return { compared: all.length, worse: all.flat() };
}
