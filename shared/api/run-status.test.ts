import { expect, test } from '@jest/globals';
import { isFinal, runStates } from './run-status';

test('done, failed and cancelled are final', () => {
  expect(runStates.filter(isFinal)).toEqual(['done', 'failed', 'cancelled']);
});
