/** Something that a layout shows, and how much surer it makes us, 0 to 1. */
export type Mark = readonly [holds: boolean, weight: number];

/** How sure we are of a layout, 0 to 1: `least` for its header alone, more for each mark that holds. */
export function certaintyOf(least: number, marks: readonly Mark[]): number {
  return Math.min(1, marks.reduce((sum, [holds, weight]) => sum + (holds ? weight : 0), least));
}
