import { expect, test } from '@jest/globals';
import { contractVersion } from '../contract';
import { fixEntry } from './fix-entry';

const now = new Date(2026, 10, 20, 9, 31, 5);

test('a repair names each cause once, in order, and counts cells', () => {
  expect(fixEntry(['H09', 'G11', 'H09'], 3, now)).toMatchObject({ action: 'Fix', scope: 'G11, H09', changedSinceLastRun: '3 cells', note: 'Fixed 3 cells: G11, H09.', contract: contractVersion });
  expect(fixEntry(['G11'], 1, now).note).toBe('Fixed 1 cell: G11.');
});
