import { solverContract } from '../../../test/contracts/solver';
import { ProblemBuilder } from '../problem';
import { createHighs } from './highs';
import { createNative } from './native';
import type { Solver } from './solver';

let used: Solver;
solverContract('native', async () => (used = createNative(await createHighs())));

test('the contract is kept by native itself; the fallback only says what is unbounded', () => expect(used.fallbacks).toBe(1));

test('without a fallback it says that it failed', () => {
  const builder = new ProblemBuilder();
  builder.column(0, Infinity, -1);
  expect(createNative().solve(builder.build(), { time: 1 })).toEqual({ status: 'failed' });
});
