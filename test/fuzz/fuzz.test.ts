import { runCases } from './cases';
import type { Family } from './families';

/**
 * Ten thousand spoiled files, `REBAL_RUNS=10000 REBAL_SEED=2 npx jest test/fuzz`: exports and workbooks that were cut, mixed up, damaged or
 * made to hurt. Whatever is dropped on us, nothing crashes, hangs or eats the memory, and no number is read that the file does not
 * have without an issue that says so. `judge.ts` says what a reading must agree with, and where nobody could know better.
 */
const runs = Number(process.env.REBAL_RUNS ?? 500);
const seed = Number(process.env.REBAL_SEED ?? 1);

/** Of each hundred cases, how many are of a family. */
const shares: Readonly<Record<Family, number>> = { exports: 70, workbooks: 18, books: 10, attacks: 2 };
/** Megabytes: a workbook may unpack to 256, and its cells are texts. */
const mostMemory = 2048;
/** Seconds of CPU for one file. */
const longest = 20;

test.each(Object.keys(shares) as Family[])('%s', async (family) => {
  const count = Math.ceil((runs * shares[family]) / 100);
  const { cases, faults, slowest, peak } = await runCases(family, seed, count);
  if (runs > 1000) console.info(`${family}: ${cases} cases, slowest ${slowest.seconds.toFixed(2)} s (${slowest.what}), ${peak.toFixed(0)} MB`);
  expect(faults).toEqual([]);
  expect(cases).toBe(count);
  expect(peak).toBeLessThan(mostMemory);
  expect(slowest.seconds).toBeLessThan(longest);
}, 3_600_000);
