import type { Term } from './term';

/**
 * What the firm would rather hold. Ratings and substitute hurdles have no table yet, so every preference is zero;
 * the term keeps its place in the score so that its column never moves.
 */
export const preference: Term = {
  name: 'preference',
  express: () => ({}),
  price: () => 0,
};
