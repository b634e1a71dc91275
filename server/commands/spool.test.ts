import { readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { Spool } from './spool';

const folders = (): string[] => readdirSync(tmpdir()).filter((name) => name.startsWith('rebal-spool-'));

test('gives back what was added, by key and in order, while more is added', () => {
  fc.assert(fc.property(fc.array(fc.tuple(fc.constantFrom('a', 'b', 'ü'), fc.jsonValue())), (added) => {
    const spool = new Spool<unknown>();
    const known = new Map<string, unknown[]>();
    try {
      for (const [key, value] of added) {
        spool.add(key, value);
        known.set(key, [...(known.get(key) ?? []), JSON.parse(JSON.stringify(value))]);
        expect(spool.get(key)).toEqual(known.get(key));
      }
      expect([...spool.keys()].sort()).toEqual([...known.keys()].sort());
      expect(spool.get('none')).toEqual([]);
    } finally {
      spool.close();
    }
  }), { numRuns: 20 });
});

test('more than fits into its memory, and nothing is left behind', () => {
  const before = folders();
  const spool = new Spool<string>();
  const long = 'x'.repeat(300_000);
  for (let n = 0; n < 12; n += 1) spool.add(`k${n % 3}`, `${n}${long}`);
  expect(spool.get('k1').map((text) => text.slice(0, 2).replace('x', ''))).toEqual(['1', '4', '7', '10']);
  spool.close();
  expect(folders()).toEqual(before);
});
