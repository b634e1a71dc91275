import type { ScreenTest } from './book';
import type { Row } from './rows';
import { buildScreens, isCaught } from './screens';

const row = (cells: Partial<Row<'screens'>> = {}): Row<'screens'> => ({ screen: 'Fossil-free', tag: 'Fossil fuel', ...cells });
const screenTest = (cells: Partial<ScreenTest>): ScreenTest => ({ screen: 'S', tag: 'Carbon', test: 'Has tag', threshold: 0.5, action: 'Never own', ...cells });

test('blank cells: has the tag, never own', () => {
  expect(buildScreens([row()])).toEqual(new Map([['fossil-free', [
    { screen: 'Fossil-free', tag: 'Fossil fuel', test: 'Has tag', threshold: 0, action: 'Never own', limit: undefined },
  ]]]));
});

test('rows of one name make one screen, however they are sorted', () => {
  const rows = [row(), row({ screen: 'FOSSIL-FREE', tag: 'Coal', action: 'Never buy' })];
  expect(buildScreens(rows).get('fossil-free')).toHaveLength(2);
  expect(buildScreens([...rows].reverse())).toEqual(buildScreens(rows));
});

test.each([
  ['without screen', { screen: ' ' }], ['without tag', { tag: '' }], ['≥ without threshold', { test: '≥' as const }], ['Max % without limit', { action: 'Max %' as const }],
])('a row %s says nothing', (_, cells) => {
  expect(buildScreens([row(cells)])).toEqual(new Map());
});

test.each([
  ['Has tag', { carbon: 0.1 }, true], ['Has tag', { carbon: 0 }, false], ['Has tag', {}, false],
  ['≥', { carbon: 0.5 }, true], ['≥', { carbon: 0.49 }, false], ['≥', {}, false],
  ['≤', { carbon: 0.5 }, true], ['≤', { carbon: 0 }, true], ['≤', { carbon: 0.51 }, false], ['≤', {}, false], ['≤', undefined, false],
] as const)('%s 0.5 on %p', (test, tags, caught) => {
  expect(isCaught({ tags }, screenTest({ test }))).toBe(caught);
});
