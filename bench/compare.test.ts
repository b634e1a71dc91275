import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Baseline, baselineOf, compare } from './compare';
import type { Measured, Report, SizeReport } from './report';

const measured = (more: Partial<Measured> = {}): Measured => ({
  n: 10, cpuMsMedian: 2, cpuMsP90: 4, splitMs: { build: 1, solve: 1, round: 0, explain: 0, rest: 0 }, gapBpMedian: 0.1, gapBpP95: 2,
  unsolved: 0, refused: 0, fallbacks: 0, ...more,
});
const ofSize = (more: Partial<Measured> = {}): SizeReport =>
  ({ ...measured(more), continuous: measured(more), core: { n: 10, cpuMsMedian: 1, cpuMsP90: 1, unsolved: 0, excessBpWorst: 0 } });
const report = (small: Partial<Measured>, medium: Partial<Measured>): Report => ({
  native: { S: ofSize(small), M: ofSize({ cpuMsMedian: 8, ...medium }) }, highs: { S: ofSize({ n: small.n ?? 10, cpuMsMedian: 20 }), M: ofSize({ cpuMsMedian: 200 }) },
});
const baseline = baselineOf(report({}, {}));

test('times become ratios', () => {
  expect(baseline.ratios).toMatchObject({ 'native CPU M/S': 4, 'highs CPU M/S': 10, 'native/highs CPU S': 0.1, 'native/highs CPU M': 0.04, 'native/highs core CPU S': 1 });
  expect(baseline.gaps).toMatchObject({ 'native S gap median': 0.1, 'highs M continuous gap p95': 2 });
});

test('a machine half as fast changes nothing', () => {
  const slow = (of: SizeReport): SizeReport => ({ ...of, cpuMsMedian: of.cpuMsMedian * 2, core: { ...of.core, cpuMsMedian: of.core.cpuMsMedian * 2 } });
  const { native, highs } = report({}, {});
  const slower: Report = { native: { S: slow(native!.S!), M: slow(native!.M!) }, highs: { S: slow(highs!.S!), M: slow(highs!.M!) } };
  expect(compare(baseline, baselineOf(slower))).toEqual({ compared: compare(baseline, baseline).compared, worse: [] });
});

test('within the tolerance is not worse, beyond it is, by name', () => {
  expect(compare(baseline, baselineOf(report({}, { cpuMsMedian: 15.9 }))).worse).toEqual([]);
  expect(compare(baseline, baselineOf(report({}, { cpuMsMedian: 16.1 }))).worse).toEqual([
    'native CPU M/S is 8.05, 4 in the baseline, 8 at most', 'native/highs CPU M is 0.081, 0.04 in the baseline, 0.08 at most',
  ]);
  expect(compare(baseline, baselineOf(report({ gapBpMedian: 0.15 }, {}))).worse).toEqual([]);
  expect(compare(baseline, baselineOf(report({ gapBpMedian: 0.17 }, {}))).worse).toHaveLength(2);
  expect(compare(baseline, baselineOf(report({ fallbacks: 1 }, {}))).worse[0]).toContain('native S fallbacks is 1, 0 in the baseline');
});

test('better is never worse', () => {
  expect(compare(baseline, baselineOf(report({ gapBpMedian: 0, gapBpP95: 0.1 }, { cpuMsMedian: 3 }))).worse).toEqual([]);
});

test('gaps of other accounts say nothing, ratios still do', () => {
  const others = compare(baseline, baselineOf(report({ n: 3, gapBpMedian: 90, refused: 2 }, {})));
  expect(others.worse.filter((line) => line.startsWith('native S'))).toEqual([]);
  expect(compare(baseline, baselineOf(report({ n: 3, cpuMsMedian: 0.5 }, {}))).worse).toContain('native CPU M/S is 16, 4 in the baseline, 8 at most');
});

test('figures that only one side has are not compared', () => {
  const small = baselineOf({ native: { S: ofSize() } });
  expect(compare(baseline, small).compared).toBeLessThan(compare(baseline, baseline).compared);
  expect(compare({ accounts: {}, ratios: {}, gaps: {}, counts: {} }, small).compared).toBe(0);
});

test('the baseline that is kept has this shape and holds itself', () => {
  const file = join(__dirname, 'baseline.json');
  expect(existsSync(file)).toBe(true);
  const kept = Baseline.parse(JSON.parse(readFileSync(file, 'utf8')));
  const itself = compare(kept, kept);
  expect(itself.worse).toEqual([]);
  expect(itself.compared).toBeGreaterThan(20);
});
