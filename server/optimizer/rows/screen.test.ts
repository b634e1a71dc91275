import type { Restriction, ScreenTest } from '../../../shared/book/book';
import { sixtyForty, snapshotOf } from '../examples';
import { screen } from './screen';

const restriction: Restriction = { rule: 'Screen', on: 'Screen', value: 'CLEAN', strictness: 'hard', source: 'Restrictions row 2 (Account A)' };
const coal: ScreenTest = { screen: 'Clean', tag: 'Coal', test: 'Has tag', threshold: 0, action: 'Never own' };
const rows = (...tests: ScreenTest[]) => screen(restriction, snapshotOf(sixtyForty({
  vti: { tags: { coal: 0.6 } }, bnd: { tags: { coal: 0.1, arms: 1 } }, book: { screens: new Map([['clean', tests]]) },
})));

test('each test asks for the rows of its action, for what it catches only', () => {
  expect(rows({ ...coal, test: '≥', threshold: 0.5 }).map(({ name, code, tier, max }) => [name, code, tier, max])).toEqual([
    ['never buy VTI', 'never-buy', 'fixed', 0], ['never own VTI', 'never-own', 'hard', 0],
  ]);
  expect(rows({ ...coal, tag: 'Arms', action: 'Never buy' }).map(({ name }) => name)).toEqual(['never buy BND']);
  expect(rows({ ...coal, tag: 'Water' })).toEqual([]);
});

test('a cap holds for all that is caught together', () => {
  expect(rows({ ...coal, action: 'Max %', limit: 0.02 })).toMatchObject([
    { name: 'no more than 2.0 % in Coal', max: 0.02, expression: { weights: [[0, 1], [1, 1]] } },
  ]);
});

test('the source names the rule, the screen and the test', () => {
  expect(rows({ ...coal, test: '≥', threshold: 0.5 })[0].source).toBe('Restrictions row 2 (Account A): screen Clean, Coal ≥ 0.5');
});

test('an unknown screen asks for nothing', () => {
  expect(screen({ ...restriction, value: 'Other' }, snapshotOf(sixtyForty()))).toEqual([]);
});
