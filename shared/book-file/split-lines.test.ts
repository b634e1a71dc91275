import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { NotLinesError, splitLines } from './split-lines';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
async function linesOf(chunks: Iterable<Uint8Array>): Promise<string[]> {
  const lines: string[] = [];
  for await (const batch of splitLines(chunks)) lines.push(...batch);
  return lines;
}

test('lines are the same wherever the chunks are cut, in the middle of a letter too', async () => {
  const text = '{"a":1}\n{"b":"Zürich €"}\r\n\n{"c":3}';
  const whole = bytes(text);
  await fc.assert(fc.asyncProperty(fc.array(fc.integer({ min: 0, max: whole.length }), { maxLength: 5 }), async (cuts) => {
    const ends = [...cuts.sort((a, b) => a - b), whole.length];
    const chunks = ends.map((end, k) => whole.subarray(ends[k - 1] ?? 0, end));
    expect(await linesOf(chunks)).toEqual(['{"a":1}', '{"b":"Zürich €"}', '', '{"c":3}']);
  }), { numRuns: 50 });
});

test('the last line needs no end, and an end begins no line', async () => {
  expect(await linesOf([bytes('a\nb')])).toEqual(['a', 'b']);
  expect(await linesOf([bytes('a\nb\n')])).toEqual(['a', 'b']);
  expect(await linesOf([])).toEqual([]);
});

test('bytes that are no text are refused, at the end too', async () => {
  await expect(linesOf([Uint8Array.of(0x7b, 0xff, 0x0a)])).rejects.toThrow(NotLinesError);
  await expect(linesOf([Uint8Array.of(0x61, 0xe2, 0x82)])).rejects.toThrow('it is not UTF-8 text');
});

test('a file without line ends is not held in memory whole', async () => {
  let read = 0;
  const endless = (function* () { for (; ;) { read += 1; yield bytes('x'.repeat(100_000)); } })();
  await expect(linesOf(endless)).rejects.toThrow('a line is longer than 1,000,000 characters');
  expect(read).toBeLessThan(20);
});
