import type { Judged, Measured, Report } from './report';
import { solverNames } from './report';
import { sizeNames } from './sizes';
import { median } from './statistics';

/** A table of console.table: one object per line. */
export type Table = readonly Readonly<Record<string, string | number | null>>[];

const places = (value: number | null, count: number): number | null => (value === null ? null : Number(value.toFixed(count)));

/** CPU, gap and what went wrong, with and without integers. */
export function decisionTable(report: Report): Table {
  return rowsOf(report, (solver, size, measured) => [
    { size, shares: 'whole', solver, ...decision(measured) },
    { size, shares: 'continuous', solver, ...decision(measured.continuous) },
  ]);
}

function decision(of: Measured): Table[number] {
  return {
    accounts: of.n, 'median ms': places(of.cpuMsMedian, 2), 'p90 ms': places(of.cpuMsP90, 2),
    'gap p50 bp': places(of.gapBpMedian, 3), 'gap p95 bp': places(of.gapBpP95, 3), unsolved: of.unsolved, refused: of.refused, fallbacks: of.fallbacks,
  };
}

/** Mean milliseconds by phase; whole shares. */
export function splitTable(report: Report): Table {
  return rowsOf(report, (solver, size, { splitMs }) => [
    { size, solver, ...Object.fromEntries(Object.entries(splitMs).map(([phase, ms]) => [`${phase} ms`, places(ms, 2)])) },
  ]);
}

/** The convex problem alone. */
export function coreTable(report: Report): Table {
  return rowsOf(report, (solver, size, { core }) => [{
    size, solver, problems: core.n, 'median ms': places(core.cpuMsMedian, 3), 'p90 ms': places(core.cpuMsP90, 3),
    unsolved: core.unsolved, 'worst excess bp': places(core.excessBpWorst, 4),
  }]);
}

export function memoryTable({ memory = {} }: Report): Table {
  return Object.entries(memory).map(([size, { rssMb, heapMb }]) => ({ size, 'RSS MB': rssMb, 'heap MB': heapMb }));
}

type OfSize = NonNullable<NonNullable<Report['highs']>['S']>;

function rowsOf(report: Report, rows: (solver: string, size: string, measured: OfSize) => Table): Table {
  return sizeNames.flatMap((size) => solverNames.flatMap((solver) => {
    const measured = report[solver]?.[size];
    return measured ? rows(solver, size, measured) : [];
  }));
}

/** How far plans are from the optimum, where that could be proved. */
export function proofTable({ proof = {} }: Report): Table {
  return Object.entries(proof).map(([size, of]) => ({
    size, accounts: of.n, proved: of.proved, 'distance p50 bp': places(of.distanceBpMedian, 3), 'worst bp': places(of.distanceBpWorst, 3), 'gap p50 bp': places(of.gapBpMedian, 3),
  }));
}

/** One line per plan of one instance. */
export function peerTable(peer: readonly Judged[]): Table {
  return peer.map((of) => ({
    instance: of.instance, who: of.who, 'CPU ms': places(of.cpuMs, 1),
    'drift %': `${percent(of.driftBefore)} → ${percent(of.driftAfter)}`, 'TE %': `${percent(of.trackingErrorBefore)} → ${percent(of.trackingErrorAfter)}`,
    'tax $': Math.round(of.tax), oversold: of.oversoldLots, 'wash hits': of.washHits, breaches: of.breaches, 'turnover %': percent(of.turnover), 'score $': Math.round(of.score),
  }));
}

/** Against each kind of peer: on how many instances our plan scores higher, and by how much in the median; plans that break a rule apart; of those how many score more than any plan that keeps the rules can. */
export function peerScores(peer: readonly Judged[]): Table {
  const ours = new Map(peer.filter(({ who }) => who === 'rebal').map((of) => [of.instance, of]));
  const others = [...new Set(peer.map(({ who }) => who))].filter((who) => who !== 'rebal').sort();
  return others.flatMap((who) => [true, false].flatMap((keeps) => {
    const plans = peer.filter((of) => of.who === who && ours.has(of.instance) && keepsRules(of) === keeps);
    const leads = plans.map(({ instance, score }) => ours.get(instance)!.score - score);
    const beyond = plans.filter(({ instance, score }) => score > (ours.get(instance)!.mostScore ?? Infinity)).length;
    return leads.length === 0 ? [] : [{
      peer: who, 'keeps the rules': keeps ? 'yes' : 'no', plans: leads.length, 'ours scores higher': leads.filter((lead) => lead > 0).length,
      'proved to break rules': beyond,
      'median lead $': Math.round(median(leads)), 'least lead $': Math.round(Math.min(...leads)),
    }];
  }));
}

/** Nothing oversold, no wash sale, no restriction broken. */
const keepsRules = ({ oversoldLots, washHits, breaches }: Judged): boolean => oversoldLots + washHits + breaches === 0;

const percent = (fraction: number): string => (100 * fraction).toFixed(2);
