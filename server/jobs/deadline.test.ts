import { afterEach, beforeEach, expect, jest, test } from '@jest/globals';
import { cancellationOf } from './cancellation';
import { startDeadline } from './deadline';

beforeEach(() => void jest.useFakeTimers());
afterEach(() => void jest.useRealTimers());

const look = (deadline: ReturnType<typeof startDeadline>) => ({
  told: cancellationOf(deadline.flag).aborted,
  ended: deadline.ended.aborted,
  over: deadline.isOver(),
});

test('a unit is told to stop when its time is over, and ended when its grace is', () => {
  const deadline = startDeadline(1000, 200);
  jest.advanceTimersByTime(999);
  expect(look(deadline)).toEqual({ told: false, ended: false, over: false });
  jest.advanceTimersByTime(1);
  expect(look(deadline)).toEqual({ told: true, ended: false, over: true });
  jest.advanceTimersByTime(200);
  expect(look(deadline)).toEqual({ told: true, ended: true, over: true });
});

test('who stops a unit does not make it late', () => {
  const caller = new AbortController();
  const deadline = startDeadline(1000, 200, caller.signal);
  caller.abort();
  expect(look(deadline)).toEqual({ told: true, ended: false, over: false });
  jest.advanceTimersByTime(200);
  expect(look(deadline)).toEqual({ told: true, ended: true, over: false });
});

test('a unit that has ended leaves neither timers nor listeners', () => {
  const caller = new AbortController();
  const deadline = startDeadline(1000, 200, caller.signal);
  deadline.clear();
  expect(jest.getTimerCount()).toBe(0);
  caller.abort();
  expect(look(deadline)).toEqual({ told: false, ended: false, over: false });
  expect(jest.getTimerCount()).toBe(0);
});
