import { checkContext } from '.';
import { exampleDay, soundTables } from './examples';
import { depthOf, loops } from './model-nesting';

const context = (edges: readonly (readonly [string, string])[]) =>
  checkContext({ ...soundTables, models: edges.map(([model, component], index) => ({ row: index + 2, model, component, target: 1 })) }, { asOf: exampleDay });

test('every loop is found once', () => {
  expect(loops(context([['A', 'B'], ['B', 'C'], ['C', 'A'], ['D', 'd'], ['E', 'A']]))).toEqual([['A', 'B', 'C'], ['D']]);
  expect(loops(context([['A', 'B'], ['A', 'C'], ['B', 'D'], ['C', 'D'], ['D', 'VTI']]))).toEqual([]);
});

test('depth counts models, by the longest way down, and does not hang on loops', () => {
  const depth = depthOf(context([['A', 'B'], ['A', 'C'], ['B', 'C'], ['C', 'VTI'], ['X', 'Y'], ['Y', 'X']]));
  expect(['A', 'B', 'C', 'X'].map(depth)).toEqual([3, 2, 1, 0]);
});

test('ten thousand models in one another are no danger to the stack', () => {
  const chain = Array.from({ length: 10_000 }, (_, level) => [`M${level}`, level < 9_999 ? `M${level + 1}` : 'VTI'] as const);
  expect(loops(context(chain))).toEqual([]);
  expect(depthOf(context(chain))('M0')).toBe(10_000);
});
