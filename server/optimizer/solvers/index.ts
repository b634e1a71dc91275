import { createHighs } from './highs';
import { createNative } from './native';
import type { Solver } from './solver';

/** Every solver of the convex problem; the first decides, the others are held against it. */
export const solvers = {
  native: async () => createNative(await createHighs()),
  highs: createHighs,
} satisfies Record<string, () => Promise<Solver>>;
