import type { Book } from '../shared/book/book';
import { buildSnapshot, isSnapshot } from '../server/optimizer/build-snapshot';
import type { Solver } from '../server/optimizer/solvers/solver';
import { RunLedger } from '../server/workflow/wash-ledger';
import { coreProblem, measureCore, type CoreSample } from './core';
import { madeUpBook, variants } from './instances';
import { measureBook, type Sample } from './measure';
import { type Report, type SizeReport, type SolverName } from './report';
import type { Size } from './sizes';
import { bestObjectives, summarize, summarizeCore } from './summary';

export type Named = readonly [name: SolverName, solver: Solver];

/** Books that warm up the compiler are never among those measured. */
export const firstSeed = 1000;

/** Everything about one size. The solvers take turns on every book, so that a machine that slows down slows both. */
export function runSize(size: Size, solvers: readonly Named[], books: number): Pick<Report, SolverName | 'memory'> {
  warmUp(size, solvers, books);
  const samples = { whole: decided(size, 'whole', solvers, books), continuous: decided(size, 'continuous', solvers, books) };
  const cores = solvedCores(size, solvers, books);
  const best = bestObjectives(cores);
  const figures = solvers.map(([name], s): [SolverName, Record<string, SizeReport>] => [name, {
    [size.name]: { ...summarize(samples.whole[s]), continuous: summarize(samples.continuous[s]), core: summarizeCore(cores[s], best) },
  }]);
  return { ...Object.fromEntries(figures), memory: { [size.name]: memoryOf(variants.flatMap((variant) => samples[variant].flat())) } };
}

/** The deciding solver as long as its code takes to be compiled; the others, which come compiled, for a few books. */
function warmUp(size: Size, solvers: readonly Named[], books: number): void {
  solvers.forEach(([, solver], s) => {
    const enough = s === 0 && books > 1 ? size.warmUp : Math.ceil(books / 4);
    for (let k = 0; k < enough; k += 1) measureBook(madeUpBook(size, k % firstSeed, variants[k % variants.length]), solver);
  });
}

/** A book decided several times in turn, and of each account its shortest time: what is left of other programs on the machine is little. */
function measured(book: Book, solver: Solver, { turns }: Size): Sample[] {
  const tries = Array.from({ length: turns }, () => measureBook(book, solver));
  return tries[0].map((_, a) => shortest(tries.map((samples) => samples[a])));
}

const shortest = <Timed extends { readonly ms: number }>(tries: readonly Timed[]): Timed => tries.reduce((best, each) => (each.ms < best.ms ? each : best));

/** Samples by solver. */
function decided(size: Size, variant: (typeof variants)[number], solvers: readonly Named[], books: number): Sample[][] {
  const samples = solvers.map((): Sample[] => []);
  for (let k = 0; k < books; k += 1) {
    const book = madeUpBook(size, firstSeed + k, variant);
    solvers.forEach(([, solver], s) => samples[s].push(...measured(book, solver, size)));
  }
  return samples;
}

function solvedCores(size: Size, solvers: readonly Named[], books: number): CoreSample[][] {
  const samples = solvers.map((): CoreSample[] => []);
  for (let k = 0; k < books; k += 1) {
    const book = madeUpBook(size, firstSeed + k, 'continuous');
    const [account] = book.accounts;
    const snapshot = buildSnapshot(book, account, new RunLedger(book).stateFor(account));
    if (!isSnapshot(snapshot)) throw new Error(`${account.id}: ${snapshot.reason}`);
    const problem = coreProblem(snapshot);
    const tries = Array.from({ length: size.turns }, () => solvers.map(([, solver]) => measureCore(problem, solver, account.settings.timeLimit)));
    solvers.forEach((_, s) => samples[s].push(shortest(tries.map((each) => each[s]))));
  }
  return samples;
}

const megabytes = (bytes: number): number => Math.round(bytes / 1e6);

function memoryOf(samples: readonly Sample[]): { rssMb: number; heapMb: number } {
  return { rssMb: megabytes(Math.max(...samples.map(({ rss }) => rss))), heapMb: megabytes(Math.max(...samples.map(({ heap }) => heap))) };
}
