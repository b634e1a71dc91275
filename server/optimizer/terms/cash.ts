import type { Term } from './term';

/** Yearly drag on cash above its target. */
export const cash: Term = {
  name: 'cash',
  express: (snapshot) => ({ cashAbove: { above: snapshot.cash.target, rate: snapshot.settings.cashDrag } }),
  price: (snapshot, _plan, after) => snapshot.value * snapshot.settings.cashDrag * Math.max(0, after.cash - snapshot.cash.target),
};
