import { expect, test } from '@jest/globals';
import { cancellationOf, isStopped, newStopFlag, raise, stopped } from './cancellation';

test('a raised flag is seen through its cancellation', () => {
  const flag = newStopFlag();
  const stop = cancellationOf(flag);
  expect(stop.aborted).toBe(false);
  raise(flag);
  expect(stop.aborted).toBe(true);
});

test('being stopped is told from failing', () => {
  expect(isStopped(stopped())).toBe(true);
  expect(isStopped({ name: 'AbortError' })).toBe(true);
  expect(isStopped(new Error('AbortError'))).toBe(false);
  expect(isStopped('AbortError')).toBe(false);
});
