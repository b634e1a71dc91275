import { isLossBlocked } from './wash-state';

test('a loss is blocked by recent purchases, unless the lot itself is all that was bought', () => {
  const lossBlocked = 'blocked until 2026-12-04: 12 bought 2026-11-03 in A';
  const lossClearedBy = new Map([['alone', []], ['one of two', ['the other']]]);
  expect(isLossBlocked(undefined, 'any')).toBe(false);
  expect(isLossBlocked({ buyBlocked: '30 sold at a loss' }, 'any')).toBe(false);
  expect(isLossBlocked({ lossBlocked }, 'any')).toBe(true);
  expect(['alone', 'one of two', 'old'].map((id) => isLossBlocked({ lossBlocked, lossClearedBy }, id))).toEqual([false, true, true]);
});
