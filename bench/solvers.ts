import { solvers as all } from '../server/optimizer/solvers';
import type { Solver } from '../server/optimizer/solvers/solver';

/** The solvers that can be measured; the first decides for the peer instances. */
export const solvers: Readonly<Record<string, () => Promise<Solver>>> = all;

/** Problems a solver has handed on to another one so far; 0 for a solver that never does. */
export const fallbacksOf = ({ fallbacks = 0 }: Solver): number => fallbacks;
