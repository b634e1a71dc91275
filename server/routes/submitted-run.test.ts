import { expect, test } from '@jest/globals';
import type { Submitted } from '../runs';
import type { Run } from '../store/store';
import { Refusal } from './problems';
import { storedRun } from './submitted-run';

const run: Run = { id: 'r1', status: 'queued', done: 0, total: 9, seq: 0, createdAt: 0, hasResults: false };
const refusalOf = (submitted: Submitted): unknown => {
  try {
    return storedRun(submitted);
  } catch (refusal) {
    return refusal;
  }
};

test.each(['created', 'replayed'] as const)('a %s run is handed on', (kind) => {
  expect(storedRun({ kind, run })).toEqual({ kind, run });
});

test('a key may not mean two requests', () => {
  expect(refusalOf({ kind: 'conflict' })).toMatchObject({ code: 'key-reused', detail: expect.stringContaining('Use a new key') });
});

test.each([
  ['full', 'busy'],
  ['lane-full', 'too-many-runs'],
] as const)('%s says when to come back', (kind, code) => {
  expect(refusalOf({ kind })).toMatchObject({ code, extras: { headers: { 'Retry-After': '10' } } });
});

test('a bad request keeps its code, its words and its faults', () => {
  const faults = [{ path: 'tables.holdings', message: 'expected an array' }];
  const refusal = refusalOf({ kind: 'refused', code: 'invalid', detail: 'The request is not as described.', faults });
  expect(refusal).toBeInstanceOf(Refusal);
  expect(refusal).toMatchObject({ code: 'invalid', detail: 'The request is not as described.', extras: { faults } });
});
