/**
 * An irreducible conflict: a part of `candidates` that cannot hold together, and of which none can be left out. Early
 * candidates are preferred: a later one is only named when those before it do not conflict. All candidates together must
 * conflict. `conflicts` says whether some of them do; undecided counts as no, so that the answer always conflicts but may
 * hold one too many. Divide and conquer: k members of n candidates take about 2k·log₂(n/k) + 2k tests.
 * Source: Junker, "QuickXplain: Preferred Explanations and Relaxations for Over-Constrained Problems", AAAI 2004.
 */
export function quickXplain<T>(candidates: readonly T[], conflicts: (part: readonly T[]) => boolean): readonly T[] {
  if (candidates.length === 0 || conflicts([])) return [];
  return split([], false, candidates, conflicts);
}

/** What of `candidates` the conflict needs on top of `background`; `grown` tells that the background has not been tested yet. */
function split<T>(background: readonly T[], grown: boolean, candidates: readonly T[], conflicts: (part: readonly T[]) => boolean): readonly T[] {
  if (grown && conflicts(background)) return [];
  if (candidates.length === 1) return candidates;
  const half = Math.ceil(candidates.length / 2);
  const [first, second] = [candidates.slice(0, half), candidates.slice(half)];
  const late = split([...background, ...first], true, second, conflicts);
  const early = split([...background, ...late], late.length > 0, first, conflicts);
  return [...early, ...late];
}
