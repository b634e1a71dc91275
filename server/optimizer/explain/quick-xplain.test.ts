import fc from 'fast-check';
import { runs } from '../random-book';
import { quickXplain } from './quick-xplain';

/** Conflicts whenever a part holds one of the given sets whole. */
const anyOf = (sets: readonly (readonly number[])[]) => (part: readonly number[]): boolean => sets.some((set) => set.every((member) => part.includes(member)));
const upTo = (n: number): number[] => Array.from({ length: n }, (_, k) => k);

test('the only conflict is found, in order', () => {
  expect(quickXplain(upTo(20), anyOf([[17, 3, 8]]))).toEqual([3, 8, 17]);
});

test('the conflict among the early candidates is preferred', () => {
  expect(quickXplain(upTo(9), anyOf([[0, 8], [1, 5], [6]]))).toEqual([1, 5]);
});

test('what conflicts with no candidate at all needs none', () => {
  expect(quickXplain(upTo(4), () => true)).toEqual([]);
  expect(quickXplain([], () => true)).toEqual([]);
});

test('it conflicts, and no longer when any member is left out', () => {
  const sets = fc.array(fc.uniqueArray(fc.nat(15), { minLength: 1, maxLength: 6 }), { minLength: 1, maxLength: 5 });
  fc.assert(fc.property(sets, (conflicting) => {
    const conflicts = anyOf(conflicting);
    const found = quickXplain(upTo(16), conflicts);
    expect(conflicts(found)).toBe(true);
    for (const member of found) expect(conflicts(found.filter((other) => other !== member))).toBe(false);
  }), runs(300));
});

test('one member among a thousand takes few tests', () => {
  let tests = 0;
  const found = quickXplain(upTo(1000), (part) => { tests += 1; return part.includes(613); });
  expect(found).toEqual([613]);
  expect(tests).toBeLessThan(25);
});

test('when tests run out, what is left still conflicts', () => {
  let tests = 0;
  const conflicts = anyOf([[2, 30, 31]]);
  const found = quickXplain(upTo(32), (part) => { tests += 1; return tests <= 5 && conflicts(part); });
  expect(conflicts(found)).toBe(true);
});
