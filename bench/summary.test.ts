import type { Sample } from './measure';
import { bestObjectives, summarize, summarizeCore } from './summary';

const sample = (ms: number, gapBp: number | null, more: Partial<Sample> = {}): Sample =>
  ({ ms, gapBp, split: { build: 1, solve: ms - 1, round: 0, explain: 0, rest: 0 }, fallbacks: 0, refused: 0, rss: 1, heap: 1, ...more });

test('accounts without a plan count apart and have no gap', () => {
  const found = summarize([sample(4, 0.2), sample(2, 0.4, { fallbacks: 3 }), sample(30, null, { refused: 1 })]);
  expect(found).toEqual({
    n: 3, cpuMsMedian: 4, cpuMsP90: 30, gapBpMedian: 0.3, gapBpP95: 0.4, unsolved: 1, refused: 1, fallbacks: 3,
    splitMs: { build: 1, solve: 11, round: 0, explain: 0, rest: 0 },
  });
  expect(summarize([sample(1, null)])).toMatchObject({ gapBpMedian: null, gapBpP95: null, unsolved: 1 });
  expect(() => summarize([])).toThrow('Nothing');
});

test('a solver is held to the best objective that any reached', () => {
  const one = [{ ms: 1, status: 'optimal', objective: 5 }, { ms: 2, status: 'optimal', objective: 7 }, { ms: 2, status: 'failed', objective: null }] as const;
  const other = [{ ms: 1, status: 'optimal', objective: 5.5 }, { ms: 1, status: 'failed', objective: null }, { ms: 1, status: 'failed', objective: null }] as const;
  const best = bestObjectives([one, other]);
  expect(best).toEqual([5, 7, null]);
  expect(summarizeCore(one, best)).toMatchObject({ unsolved: 1, excessBpWorst: 0 });
  expect(summarizeCore(other, best)).toMatchObject({ unsolved: 2, excessBpWorst: 0.5 });
});
